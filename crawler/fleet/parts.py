"""A list in parts, one for each process of a machine: boards of one host stay together, so that it is asked as by one."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import cycle
from urllib.parse import urlsplit

from crawler.boards import BoardEntry
from crawler.platforms import platform_by_address


def host_of(entry: BoardEntry) -> str:
    """The host that the board's first request goes to."""
    match = platform_by_address(entry.url)
    url = match[0].starts(match[1])[0].url if match else entry.url
    return urlsplit(url).hostname or ""


def parts_of(boards: Sequence[BoardEntry], workers: int, at_once: Callable[[str], int]) -> list[list[BoardEntry]]:
    """*boards* in as many lists as *workers*, as even as hosts let them be; empty ones are left out.

    A host that may be asked by *at_once* requests together is shared by as many processes.

    >>> boards = [BoardEntry(f"https://{host}.example/{n}") for host, count in (("a", 3), ("b", 2), ("c", 1)) for n in range(count)]
    >>> [[board.url[8:] for board in part] for part in parts_of(boards, 2, lambda host: 1)]
    [['a.example/0', 'a.example/1', 'a.example/2'], ['b.example/0', 'b.example/1', 'c.example/0']]
    >>> [len(part) for part in parts_of(boards[:3], 2, lambda host: 2)]
    [2, 1]
    """
    lanes: dict[str, cycle[int]] = {}
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, entry in enumerate(boards):
        host = host_of(entry)
        lane = next(lanes.setdefault(host, cycle(range(max(1, min(workers, at_once(host)))))))
        groups[host, lane].append(number)
    parts: list[list[int]] = [[] for _ in range(workers)]
    for group in sorted(groups.values(), key=lambda group: (-len(group), group)):
        min(parts, key=len).extend(group)
    return [[boards[number] for number in sorted(part)] for part in parts if part]
