"""Former ids: they lead in no circle, and what still uses one is told what the record is called now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.errors import DocgenError, FieldPath, Where
from docgen.messages import Message
from docgen.model import Compendium
from docgen.model.renames import named_before, now_named, renames_of


def renames(compendium: Compendium) -> Iterator[DocgenError]:
    """Errors for records whose former ids lead back to themselves: each is what the other was."""
    groups: dict[tuple[object, ...], dict[str, tuple[FieldPath, tuple[str, ...]]]] = {}
    for path, outer, name, formerly in named_before(compendium):
        groups.setdefault((path[0], *outer), {})[name] = (path, formerly)
    for records in groups.values():
        told: set[str] = set()
        for name, (path, _) in records.items():
            circle = _circle(name, {each: formerly for each, (_, formerly) in records.items()})
            if circle and not told & set(circle):
                told.update(circle)
                yield DocgenError("rename-circle", where=compendium.position((*path, "formerly")), names=circle)


def renamed_error(kind: Message, name: str, where: Where, compendium: Compendium) -> DocgenError | None:
    """The error for a name that is not there because its record is called otherwise now; None where no record had it."""
    known = renames_of(compendium)
    now = now_named(name, known)
    if now == (name,):
        # What stands inside of a record is also called by its own id alone.
        inner = (last for one in known if one.before.rpartition("/")[2] == name for last in one.now)
        now = tuple(dict.fromkeys(last.rpartition("/")[2] for last in inner))
    now = tuple(other for other in now if other != name)
    if not now:
        return None
    return DocgenError("renamed", where=where, kind=kind, name=name, now=now)


def _circle(name: str, formerly: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names from ``name`` back to itself by former names; none where none lead there."""
    chains: list[tuple[str, ...]] = [(name,)]
    while chains:
        chain = chains.pop(0)
        for before in formerly.get(chain[-1], ()):
            if before == name:
                return chain
            if before not in chain:
                chains.append((*chain, before))
    return ()
