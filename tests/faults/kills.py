"""SIGKILL at random moments of a run: ``python tests/faults/kills.py [number] [seed]``. A line of figures, or what was lost."""

import os
import signal
import sys
import time

from world import World, ended, seeded

IN_A_ROW = 3  # of one run, before it is let through


def main(number: int, rest: list[str]) -> None:
    chance, world = seeded(rest), World()
    out = world.trial()
    began = time.monotonic()
    assert ended(world.begin(out)) == 0
    length = time.monotonic() - began
    killed = missed = trials = 0
    while killed < number:
        out, trials = world.trial(), trials + 1
        for _ in range(chance.randint(1, IN_A_ROW)):
            child = world.begin(out)
            time.sleep(chance.uniform(0, length * 1.05))
            os.kill(child, signal.SIGKILL)
            if ended(child) == -signal.SIGKILL:
                killed += 1
            else:
                missed += 1
            world.look(out, f"kill {killed}")
        world.heal(out, f"kill {killed}")
    world.close()
    print(f"{killed} kills in {trials} runs of {length:.2f} s ({missed} came too late): 0 lost, 0 twice, 0 torn")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 40, sys.argv[2:])
