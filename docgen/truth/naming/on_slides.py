"""The numbers on a slide of a deck: its notes and their markers, its paragraphs one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.truth.naming.markers import Item, Marker, item, markers
from docgen.truth.sentence import Sentence

Slide = tuple[str, int]
"""A deck's file and the number of a slide."""

_NOTES = frozenset({"注", "※", "*"})
_STEPS = frozenset({"①", "❶", "()", "(ア)", "STEP", "ステップ", "段階", "手順"})
_FEWEST = 3
_FOREIGN = re.compile(r"[」』]\s*の?$|(?:白書|報告書?|資料|論文|文献|別冊)の?$")


def notes_and_markers(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """On a slide of an opened deck with numbered notes: a marker without its note, and a note that stands twice.

    A note without a marker is told where one after it has its own.
    """
    tables = _tables_of(evidence.tables)
    for slide, texts in _slides(sentences):
        notes = [(sentence, found) for sentence in texts if (found := _note(sentence)) is not None]
        for kind in {found.marker.kind for _, found in notes}:
            own = [(sentence, found) for sentence, found in notes if found.marker.kind == kind]
            yield from _of_kind(kind, own, texts, tables.get(slide, ()))


def steps_in_order(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Paragraphs of a slide numbered ①, ②, (1), STEP 1 of which one is missing or stands twice: in a text box, or a box
    for each.
    """
    for _, texts in _slides(sentences):
        yield from _in_single_boxes(texts)
        for _, of_shape in groupby(texts, key=lambda sentence: sentence.statement.where):
            begun = [(one, found) for one in of_shape if not one.start and (found := item(one.words)) is not None]
            for kind in _STEPS.intersection(found.marker.kind for _, found in begun):
                steps = [(sentence, found.marker) for sentence, found in begun if found.marker.kind == kind]
                yield from _gaps(steps)


def _in_single_boxes(texts: Sequence[Sentence]) -> Iterator[Breach]:
    """What is amiss among steps that stand in a text box each, wherever on the slide: one number of all that is missing."""
    begun = [(one, found.marker) for one in texts if not one.start and (found := item(one.words)) is not None]
    for kind in _STEPS.intersection(marker.kind for _, marker in begun):
        steps = [(sentence, marker) for sentence, marker in begun if marker.kind == kind and len(marker.number) == 1]
        numbers = [marker.number[-1] for _, marker in steps]
        places = {sentence.statement.where for sentence, _ in steps}
        missing = set(range(1, max(numbers, default=0) + 1)) - set(numbers)
        if len(places) < len(steps) or len(steps) < _FEWEST or 1 not in numbers or len(missing) != 1:
            continue
        twice = [one for index, one in enumerate(steps) if numbers[index] in numbers[:index]]
        behind = [one for one in steps if one[1].number[-1] == min(missing) + 1]
        if len(twice) == 1:
            yield _twice(*twice[0])
        elif not twice and behind:
            yield _skips(*behind[0])


def _slides(sentences: Sequence[Sentence]) -> Iterator[tuple[Slide, list[Sentence]]]:
    """The sentences of each slide; remarks for the speaker are left out."""
    found: dict[Slide, list[Sentence]] = {}
    for sentence in sentences:
        where = sentence.statement.where
        if isinstance(where, SlidePosition) and where.shape != "notes":
            found.setdefault((where.file, where.slide), []).append(sentence)
    yield from found.items()


def _tables_of(tables: Iterable[FactTable]) -> Mapping[Slide, Sequence[FactTable]]:
    found: dict[Slide, list[FactTable]] = {}
    for table in tables:
        if isinstance(table.where, SlidePosition):
            found.setdefault((table.where.file, table.where.slide), []).append(table)
    return found


def _note(sentence: Sentence) -> Item | None:
    """The note that a paragraph is: it begins with 注1 or ※1."""
    found = item(sentence.words) if not sentence.start else None
    return found if found is not None and found.marker.kind in _NOTES and found.label else None


def _of_kind(
    kind: str, notes: Sequence[tuple[Sentence, Item]], texts: Sequence[Sentence], tables: Sequence[FactTable]
) -> Iterator[Breach]:
    numbers = {found.marker.number for _, found in notes}
    used = {marker.number for marker in _in_tables(tables) if marker.kind == kind}
    # Notes of two figures may begin at 1, each.
    for (_, before), (sentence, found) in pairwise(notes):
        if found.marker.number == before.marker.number:
            yield _twice(sentence, found.marker)
    beginnings = {id(sentence) for sentence, _ in notes}
    for sentence in texts:
        for marker in markers(sentence.words):
            if marker.kind != kind or (id(sentence) in beginnings and not marker.start):
                continue
            used.add(marker.number)
            if marker.number not in numbers and not _FOREIGN.search(sentence.words, 0, marker.start):
                yield _unknown(sentence, marker)
    # The last note may be a remark on all of the slide.
    last = max(used & numbers, default=())
    for sentence, found in notes:
        if found.marker.number not in used and found.marker.number < last:
            yield _unused(sentence, found.marker)


def _in_tables(tables: Iterable[FactTable]) -> Iterator[Marker]:
    for table in tables:
        for text in (table.title, table.notes, *table.labels, *(cell for line in table.texts for cell in line)):
            yield from markers(text)


def _gaps(steps: Sequence[tuple[Sentence, Marker]]) -> Iterator[Breach]:
    """Numbers that do not follow the one before, in lists that begin at 1; a 1 begins another list."""
    last = 0
    for sentence, marker in steps:
        number = marker.number[-1]
        if last and number == last and number != 1:
            yield _twice(sentence, marker)
        elif last and number == last + 2:
            yield _skips(sentence, marker)
        last = number if last or number == 1 else 0


def _unknown(sentence: Sentence, marker: Marker) -> Breach:
    return sentence.breach(
        "slide-numbering.unknown",
        sentence.spot(marker.start, marker.end),
        written=sentence.words[marker.start : marker.end],
    )


def _unused(sentence: Sentence, marker: Marker) -> Breach:
    return sentence.breach(
        "slide-numbering.unused",
        sentence.spot(marker.start, marker.end),
        level="notice",
        written=sentence.words[marker.start : marker.end],
    )


def _twice(sentence: Sentence, marker: Marker) -> Breach:
    return sentence.breach(
        "slide-numbering.twice",
        sentence.spot(marker.start, marker.end),
        written=sentence.words[marker.start : marker.end],
    )


def _skips(sentence: Sentence, marker: Marker) -> Breach:
    return sentence.breach(
        "slide-numbering.gap",
        sentence.spot(marker.start, marker.end),
        written=sentence.words[marker.start : marker.end],
    )
