"""The notes of a page whose parts have notes of their own: in one place where they can be, no number given twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from docgen.model import Precedent
from docgen.ready import ReadyFigure, ReadyIndicatorPage, ReadyPage, ReadyPageRecord, ReadyTable
from docgen.with_fields import with_fields

P = TypeVar("P", ReadyFigure, ReadyTable)
R = TypeVar("R", ReadyIndicatorPage, ReadyPageRecord)


def with_notes_arranged(page: ReadyPage) -> ReadyPage:
    """The page with its notes where, and with the numbers by which, they are printed.

    Where one figure or table is all that a page with notes or sources shows, or all have the same sources and nothing
    else to say, their own join those at the page's foot: first all notes, then all sources. Where several stand there
    each keeps its own, and the numbers go on from part to part and then to those of the page, so that each stands
    once on it. A single note has no number.

    >>> from docgen.model import ChartKind
    >>> figure = ReadyFigure("f", "題", ChartKind.LINE, notes=("速報値。",), sources=("総務省",))
    >>> record = ReadyIndicatorPage("I-1", ("I-1",), "指標", "指標", figures=(figure,), notes=("年度の値。",))
    >>> arranged = with_notes_arranged(ReadyPage("p", "indicator_detail", record)).record
    >>> arranged.notes, arranged.sources, arranged.figures[0].notes
    (('速報値。', '年度の値。'), ('総務省',), ())
    """
    record = page.record
    if isinstance(record, ReadyIndicatorPage):
        figures, _, record = _arranged(record.figures, (), record, joined=True)
        return with_fields(page, record=with_fields(record, figures=figures))
    if isinstance(record, ReadyPageRecord):
        # The figures of a precedent stand amid its text, and so do what notes they have.
        joined = not isinstance(record.record, Precedent)
        drawn = tuple(figure for figure in record.figures.values() if figure.missing is None)
        figures, tables, record = _arranged(drawn, tuple(record.tables.values()), record, joined=joined)
        return with_fields(
            page,
            record=with_fields(
                record,
                figures={**record.figures, **{figure.id: figure for figure in figures}},
                tables={table.id: table for table in tables},
            ),
        )
    return page


def _arranged(
    figures: tuple[ReadyFigure, ...], tables: tuple[ReadyTable, ...], record: R, *, joined: bool
) -> tuple[tuple[ReadyFigure, ...], tuple[ReadyTable, ...], R]:
    """The figures, tables and record of a page with their notes; ``joined`` where a single part's join the page's."""
    parts: tuple[ReadyFigure | ReadyTable, ...] = (*figures, *tables)
    if joined and (record.notes or record.sources) and _are_one(parts):
        notes = (*parts[0].notes, *record.notes)
        sources = tuple(dict.fromkeys((*parts[0].sources, *record.sources)))
        return _bare(figures), _bare(tables), with_fields(record, notes=notes, sources=sources)
    figures, first = _numbered(figures, 1)
    tables, first = _numbered(tables, first)
    return figures, tables, with_fields(record, first_note=first)


def _are_one(parts: Sequence[ReadyFigure | ReadyTable]) -> bool:
    """Whether parts have one foot: a part alone, or several of the same sources and without notes."""
    return len(parts) == 1 or (len({part.sources for part in parts}) == 1 and not any(part.notes for part in parts))


def _bare(parts: tuple[P, ...]) -> tuple[P, ...]:
    return tuple(with_fields(part, notes=(), sources=()) for part in parts)


def _numbered(parts: Sequence[P], first: int) -> tuple[tuple[P, ...], int]:
    """The parts with the numbers of their first notes, and the number that follows their last."""
    numbered = []
    for part in parts:
        numbered.append(part if first == 1 else with_fields(part, first_note=first))
        first += len(part.notes) if len(part.notes) > 1 else 0
    return tuple(numbered), first
