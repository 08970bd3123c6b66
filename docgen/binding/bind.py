"""Plain sentences tied to the data: each number with exactly one bearer gets its reference."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.binding.bound import Ambiguity, Binding, BoundContent, Meaning, TypedNumber
from docgen.binding.catalogue import Catalogue
from docgen.binding.choice import Candidate
from docgen.binding.content_text import content_texts
from docgen.binding.meanings import find_meanings
from docgen.binding.passage import Passage, passage
from docgen.binding.periods import replacements
from docgen.binding.reference import Reference
from docgen.checks.content_rules import typed_numbers
from docgen.derive.desk import Desk
from docgen.derive.library import Library
from docgen.derive.narrator import Narrator
from docgen.derive.reader import Reader
from docgen.editing.edits import Edit
from docgen.editing.files import edited_files
from docgen.editing.source import Source
from docgen.errors import DocgenError, FieldPath
from docgen.model import Compendium
from docgen.model.short_names import NamedValue
from docgen.pipeline import Layout, load, pack_of, trend_rule
from docgen.shipped import DEFAULT_LAYOUT


def bind(folder: str | Path, previous: str | Path | None = None, layout: Layout = DEFAULT_LAYOUT) -> BoundContent:
    """The plain numbers of a content folder's sentences bound to the data that bear them out; nothing is written yet.

    A number that exactly one datum bears out becomes a reference, with the period beside it. One that may be several
    data stays, and is listed with each of them; so is one that nothing bears out.

    >>> bound = docgen.bind("content/fy2024")                                  # doctest: +SKIP
    >>> print(bound.diff)                                                      # doctest: +SKIP
    >>> bound.write()                                                          # doctest: +SKIP

    Raises DocgenErrors for a folder that does not load.
    """
    pack = pack_of(layout)
    compendium = load(folder, previous, pack)
    desk = Desk(Reader(Library(compendium, trend_rule(pack))), Narrator(pack.printing))
    passages = _passages(compendium, catalogue := Catalogue(desk))
    find_meanings(passages, catalogue)
    return _bound(Path(folder), passages, desk)


def _passages(compendium: Compendium, catalogue: Catalogue) -> list[Passage]:
    names = catalogue.desk.library.short_names
    found = []
    known: dict[FieldPath, Mapping[str, Reference]] = {}
    for text in content_texts(compendium):
        own = text.path[:2]
        if own not in known:
            named = ((reference.name_at(text.path, names), reference) for reference in catalogue.named)
            known[own] = {name: reference for name, reference in named if name is not None}
        one = passage(text, known[own])
        if one is not None and one.spots:
            found.append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Written:
    """What becomes of a passage: the edits of its file, and what was bound in it."""

    edits: tuple[Edit, ...]
    bindings: tuple[Binding, ...]


def _bound(folder: Path, passages: Sequence[Passage], desk: Desk) -> BoundContent:
    compendium = desk.library.content
    source = Source(folder, compendium)
    written = [one for one in (_written(passage, desk, source) for passage in passages) if one is not None]
    edits: list[Edit] = [edit for one in written for edit in one.edits]
    files = edited_files(edits, source)
    return BoundContent(
        folder,
        tuple(binding for one in written for binding in one.bindings),
        tuple(found for passage in passages for found in _ambiguous(passage, compendium)),
        tuple(_unbound(passages, compendium)),
        {file: source.path(file).read_bytes() for file in files},
        files,
        {file: (source.text(file), source.decoded(file, data)) for file, data in files.items()},
    )


def _place(passage: Passage, compendium: Compendium) -> FieldPath:
    """The path of a passage's text; a point may be written as its text alone."""
    path = passage.text.path
    return path if path in compendium.origin.positions or path[-1] != "text" else path[:-1]


def _written(passage: Passage, desk: Desk, source: Source) -> _Written | None:
    """A passage with its references; None where none is bound, or where it must stay as it is.

    It stays where it would print another text, and where several places of the file share it.
    """
    if not passage.meant:
        return None
    names, text = desk.library.short_names, passage.text
    found = replacements(passage, desk.printing, lambda reference: reference.name_at(text.path, names))
    new, done = "", 0
    for start, end, expression in found:
        new += f"{text.text[done:start]}{{{{ {expression} }}}}"
        done = end
    new += text.text[done:]
    edits = _edits(passage, new, source) if _prints_the_same(text.text, new, text.path, desk) else ()
    if not edits:
        passage.meant.clear()
        return None
    return _Written(edits, tuple(_bindings(passage, found, desk.library.content)))


def _edits(passage: Passage, new: str, source: Source) -> tuple[Edit, ...]:
    """The edits that write a passage anew; none where its text has no place of its own."""
    try:
        return source.written(_place(passage, source.compendium), new)
    except DocgenError:
        return ()


def _prints_the_same(old: str, new: str, path: FieldPath, desk: Desk) -> bool:
    first, second = (unicodedata.normalize("NFKC", desk.text(text, path)) for text in (old, new))
    return bool(second) and first == second


def _bindings(passage: Passage, found: Sequence[tuple[int, int, str]], compendium: Compendium) -> Iterator[Binding]:
    where = compendium.position(passage.text.path)
    for _, candidate in sorted(passage.meant.items()):
        form = candidate.form
        expression = next(words for start, end, words in found if start <= form.start < end)
        number = TypedNumber(where, passage.text.text, form.start, form.end)
        yield Binding(number, Meaning(expression, _told(candidate)))


def _ambiguous(passage: Passage, compendium: Compendium) -> Iterator[Ambiguity]:
    where = compendium.position(passage.text.path)
    for place, candidates in sorted(passage.doubtful.items()):
        if candidates and place not in passage.meant:
            spot = passage.spots[place]
            number = TypedNumber(where, passage.text.text, spot.start, spot.end)
            yield Ambiguity(number, tuple(Meaning(one.expression, _told(one)) for one in candidates))


def _told(candidate: Candidate) -> str:
    """What a candidate is, in words: the name of a value, or where its cells stand."""
    told: list[str] = []
    for reference in candidate.of:
        name = reference.meaning.value.name if isinstance(reference.meaning, NamedValue) else ""
        period = str(reference.period) if reference.period is not None else ""
        cells = " ".join(dict.fromkeys(map(str, reference.traces[:2])))
        told.append(" ".join(part for part in (name, period, f"[{cells}]" if cells else "") if part))
    return " / ".join(told)


def _unbound(passages: Sequence[Passage], compendium: Compendium) -> Iterator[TypedNumber]:
    """The typed numbers that are neither bound nor ambiguous; those of names, classes and rates are none."""
    known: dict[FieldPath, list[tuple[int, int]]] = {}
    for one in passages:
        for place, spot in enumerate(one.spots):
            if place in one.meant or one.doubtful.get(place):
                known.setdefault(one.text.path, []).append((spot.start, spot.end))
    for path, text, start, end in typed_numbers(compendium):
        if not any(first < end and start < last for first, last in known.get(path, ())):
            yield TypedNumber(compendium.position(path), text, start, end)
