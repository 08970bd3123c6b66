"""Records that were called otherwise in years before: what their names became, and which record is which year's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar, cast

from docgen.errors import FieldPath
from docgen.model.compendium import Compendium, record_at
from docgen.model.record import Identifier, Record
from docgen.value import value

# The folders that the names of pages made of records begin with.
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "measure_charts": ("measures",),
    "precedents": ("precedents",),
    "analysis_items": ("indicators", "overview", "candidates", "candidates-overview"),
    "sections": ("divider",),
}


class Renamed(Protocol):
    """A record with the names that it had."""

    @property
    def id(self) -> Identifier: ...  # noqa: D102

    @property
    def formerly(self) -> tuple[Identifier, ...]: ...  # noqa: D102


R = TypeVar("R")


@value(frozen=True, slots=True)
class Rename:
    """A name that records had: ``before`` it was this, ``now`` it is the name of one or, where it was parted, of several.

    Names are whole, under the names that the records around them have now: ``I-1065/traffic`` for a page.
    """

    collection: str
    before: str
    now: tuple[str, ...]


def earlier(record: Renamed, last_year: Mapping[str, R]) -> R | None:
    """Last year's record of the same id, or of one that this year's had formerly.

    >>> from docgen.model import Source
    >>> earlier(Source(id="npa-2", formerly="npa", text="警察庁"), {"npa": 1})
    1
    """
    names = (name for name in (record.id, *record.formerly) if name in last_year)
    return next((last_year[name] for name in names), None)


def renames_of(compendium: Compendium) -> tuple[Rename, ...]:
    """The renames of a compendium, outer records first, then those of the years before as far as it knows them."""
    renames = tuple(_own(compendium))
    if compendium.previous is None:
        return renames
    followed = [_followed(one, renames) for one in renames_of(compendium.previous)]
    known = {(one.collection, one.before) for one in renames}
    return (*renames, *(one for one in followed if (one.collection, one.before) not in known and one.now != (one.before,)))


def _followed(rename: Rename, later: Iterable[Rename]) -> Rename:
    """A rename, with the names that its own became later on."""
    now = (last for name in rename.now for last in now_named(name, later))
    return Rename(rename.collection, rename.before, tuple(dict.fromkeys(now)))


def now_named(name: str, renames: Iterable[Rename]) -> tuple[str, ...]:
    """What a whole name of years before is called now; itself where it was not renamed.

    >>> renames = [Rename("indicators", "I-1", ("I-2",)), Rename("indicators", "I-2/a", ("I-2/b", "I-2/c"))]
    >>> now_named("I-1/a/figure", renames), now_named("I-3", renames)
    (('I-2/b/figure', 'I-2/c/figure'), ('I-3',))
    """
    names = [name]
    for rename in renames:
        names = [now for each in names for now in _replaced(each, rename)]
    return tuple(dict.fromkeys(names))


def whole_names(renames: Iterable[Rename]) -> Iterator[tuple[str, ...]]:
    """Each rename as a deck knows it: the name before, also as pages made of the record are called, and those now."""
    for rename in renames:
        for folder in ("", *(f"{folder}/" for folder in _FOLDERS.get(rename.collection, ()))):
            yield tuple(folder + name for name in (rename.before, *rename.now))


def _replaced(name: str, rename: Rename) -> Iterator[str]:
    """A name with the part that was renamed replaced: once for each record that it became."""
    for folder in ("", *(f"{folder}/" for folder in _FOLDERS.get(rename.collection, ()))):
        start = folder + rename.before
        if name == start or name.startswith(f"{start}/"):
            yield from (folder + now + name[len(start) :] for now in rename.now)
            return
    yield name


def named_before(
    compendium: Compendium,
) -> Iterator[tuple[FieldPath, tuple[str, ...], str, tuple[str, ...]]]:
    """Each record that has former names: its path, the names of the records around it, its own, and those that it had."""
    for path, record in compendium.renamed_records:
        inside = (getattr(record_at(compendium, path[:length]), "id", None) for length in range(1, len(path)))
        outer = tuple(str(identifier) for identifier in inside if identifier is not None)
        renamed = cast(Renamed, record)
        yield path, outer, str(renamed.id), renamed.formerly


def _own(compendium: Compendium) -> Iterator[Rename]:
    became: dict[tuple[str, str], list[str]] = {}
    depth: dict[tuple[str, str], int] = {}
    for path, outer, name, formerly in named_before(compendium):
        for scope in _scopes(outer):
            for before in formerly:
                key = (str(path[0]), f"{scope}{before}")
                became.setdefault(key, []).append(f"{scope}{name}")
                depth[key] = len(path)
    for key in sorted(became, key=lambda key: depth[key]):
        yield Rename(key[0], key[1], (*_staying(key[1], key[0], compendium), *dict.fromkeys(became[key])))


def _scopes(outer: tuple[str, ...]) -> Iterator[str]:
    """What stands before the name of an inner record: values are called without their page, figures also with it."""
    yield "".join(f"{name}/" for name in outer)
    if len(outer) > 1:
        yield f"{outer[0]}/"


def _staying(name: str, collection: str, compendium: Compendium) -> tuple[str, ...]:
    """The name itself where a record that was parted kept it."""
    kept: Mapping[str, Record] = getattr(compendium, collection) if collection != "sections" else {}
    return (name,) if name in kept else ()
