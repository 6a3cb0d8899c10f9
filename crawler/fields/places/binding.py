"""What the remote marks of one stretch speak of, and what its brackets add to it."""

from dataclasses import dataclass, field

from crawler.fields.places.model import Group
from crawler.fields.workplace import ANYWHERE, CHOICE, HYBRID, ONSITE, REMOTE, SPREAD

REMOTES = REMOTE + ANYWHERE + CHOICE + SPREAD


@dataclass(slots=True)
class Mark:
    kind: str
    before: int  # index of the part that follows
    left: bool  # no comma between it and the part before
    right: bool = False  # no comma between it and the part after
    scoped: bool = False  # its brackets say where


@dataclass(slots=True)
class Stretch:
    """*groups* in order; *scope*: those of them to which remote work is bound; *link*: the separator before it."""

    link: str = ""
    groups: list[Group] = field(default_factory=list)
    scope: list[Group] = field(default_factory=list)
    marks: str = ""
    forward: bool = False  # remote stands before its places: what follows by "or" is remote, too

    @property
    def remote(self) -> bool:
        return any(m in self.marks for m in REMOTES)


def add_brackets(
    at: Stretch, marks: list[Mark], position: int, children: list[Stretch], mark: Mark | None
) -> list[Stretch]:
    """Add what brackets before part *position* say, directly behind *mark* or behind a place; return what stands apart.

    Brackets without a place are marks ("Oslo (Hybrid)"). Behind a mark they say where ("Remote (US)"), behind a place
    they complete it or are its district, or offer remote work of their own ("Oslo (or remote Norway)").
    """
    host = next((g for g in reversed(at.groups) if g.first < position <= g.last + 1), None)
    apart: list[Stretch] = []
    for child in children:
        own_offer = child.remote and not (host is not None and host.bare and child.marks in (HYBRID, ONSITE))
        if child.groups and mark is None and host is not None and own_offer:
            apart.append(child)
            continue
        at.marks += child.marks
        for g in child.groups:
            g.first = g.last = max(0, position - 1)
        if not child.groups:
            marks.extend(Mark(kind, position, left=host is not None, right=host is None) for kind in child.marks)
        elif mark is not None:
            at.groups.extend(child.groups)
            if mark.kind in REMOTES and (mark.kind != CHOICE or all(g.bare for g in child.groups)):
                at.scope.extend(child.groups)
                mark.scoped = at.forward = True
                if mark.left and host is not None and host.bare:
                    _narrow(at, host, child)
        elif host is None:
            at.groups.extend(child.groups)
        elif host.city is not None:
            _complete(host, child)
        else:
            at.groups.extend(_within(host, child))
    return apart


def _narrow(at: Stretch, host: Group, child: Stretch) -> None:
    """Hold "US Remote (Texas)" to Texas, "US Remote (EMEA hours)" to the US."""
    if any(g.country == host.country for g in child.groups):
        at.groups = [g for g in at.groups if g is not host]
    else:
        at.scope.append(host)


def _complete(host: Group, child: Stretch) -> None:
    """Tie "London (UK)" and "Springfield (IL)"; a town in the brackets is a district or near, and left out."""
    for inner in child.groups:
        if not inner.bare:
            continue
        if inner.country and host.country is None:
            fits = tuple(c for c in host.cities if c.country == inner.country)
            if fits or not host.cities:
                host.country, host.cities, host.tied = inner.country, fits, True
        if inner.region and host.region is None and host.country == inner.region.country:
            host.region, host.region_text = inner.region, inner.region_text


def _within(host: Group, child: Stretch) -> list[Group]:
    """The towns and states in the brackets of a country: "Brazil (São Paulo)"."""
    home = host.country or (host.region.country if host.region else None)
    inside = []
    for inner in child.groups:
        fits = tuple(c for c in inner.cities if c.country == home)
        if fits and inner.country is None:
            inner.country, inner.cities, inner.tied = home, fits, True
        if inner.bare and inner.region is not None and inner.region.country == home:
            inner.rival = None
        if (inner.city is not None or inner.region is not None) and (inner.country == home or inner.bare):
            inside.append(inner)
    return inside


def bind(at: Stretch, marks: list[Mark]) -> None:
    """Say which places the remote marks of one stretch speak of."""
    groups = at.groups
    for mark in marks:
        if mark.kind not in REMOTES or mark.scoped:
            continue
        after = [g for g in groups if g.first >= mark.before]
        before = [g for g in groups if g.last < mark.before]
        bound: list[Group] = []
        if mark.right and after:
            bound = after[:1]
            if after[0].bare:
                bound = _run(after, letters=True)
            at.forward = True
        if mark.left and before:
            bound += _run(before[::-1]) if before[-1].bare else before[-1:]
        if not bound and mark.before == 0 and after:
            bound, at.forward = after, True
        elif not bound and not after and (len(before) == 1 or all(g.bare for g in before)):
            bound = before
        if mark.kind == CHOICE:
            bound = [g for g in bound if g.bare]
        at.scope.extend(g for g in bound if not any(g is x for x in at.scope))


def _run(groups: list[Group], *, letters: bool = False) -> list[Group]:
    """The first of *groups* that are no cities; with *letters*, "CA, NY, WA" are states all."""
    size = next((i for i, g in enumerate(groups) if not (g.bare or (letters and g.state_letters))), len(groups))
    return groups[:size]
