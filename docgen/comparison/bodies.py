"""Changes of what stands on pages beside the records: sentences, cells of tables, values of charts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from docgen.comparison.change import Change, FieldChange, How, Subject
from docgen.comparison.records import page_numbers
from docgen.comparison.tables import table_fields, table_rows
from docgen.comparison.texts import changed_texts
from docgen.fingerprint.excerpt import short
from docgen.fingerprint.values import BY_HAND, ChartData, DeckShape, Fingerprint, Grid

# Told by their records, or made from other pages.
_OTHERWISE_TOLD = frozenset({"measure_chart", "contents", "cover", "divider"})
_VALUE_TABLE = "/values"
_TOLD = ("title", "ctrTitle", "sldNum")


def body_changes(old: Fingerprint, new: Fingerprint) -> Iterator[Change]:
    """Changes on the pages that both decks have, page by page."""
    before, after = _shapes(old), _shapes(new)
    numbers = page_numbers(new.summary)
    for page in new.summary.pages:
        if page.id not in before:
            continue
        shapes = (before[page.id], after[page.id])
        if page.kind in _OTHERWISE_TOLD:
            shapes = _changed_by_hand(*shapes)
        for subject, fields in _fields(*shapes):
            how = _how(subject, fields[0])
            yield Change(subject, how, page.id, numbers[page.id], short(page.title), fields)


def _changed_by_hand(old: list[DeckShape], new: list[DeckShape]) -> tuple[list[DeckShape], list[DeckShape]]:
    """The shapes of a page that somebody changed in one of the decks."""
    names = _names_by_hand((*old, *new))
    first, second = ([shape for shape in shapes if shape.name in names] for shapes in (old, new))
    return first, second


def _names_by_hand(shapes: Iterable[DeckShape]) -> frozenset[str]:
    return frozenset(shape.name for shape in shapes if shape.digest == BY_HAND)


def _how(subject: Subject, field: FieldChange) -> How:
    """A sentence comes, goes or changes; a table or a chart that both decks have changes."""
    if subject != "text" or (field.before and field.after):
        return "changed"
    return "dropped" if field.before else "added"


def _shapes(deck: Fingerprint) -> dict[str, list[DeckShape]]:
    """The shapes of each page, on all of its slides, by the page's id."""
    shapes: dict[str, list[DeckShape]] = {}
    for slide in deck.slides:
        shapes.setdefault(slide.record, []).extend(slide.shapes)
    return shapes


def _fields(
    old: Sequence[DeckShape], new: Sequence[DeckShape]
) -> Iterator[tuple[Subject, tuple[FieldChange, ...]]]:
    """What differs between a page's shapes: a sentence at a time, a table or a chart at a time."""
    by_hand = _names_by_hand((*old, *new))
    for before, after in changed_texts(_sentences(old, by_hand), _sentences(new, by_hand)):
        yield "text", (FieldChange("", before, after),)
    old_tables, new_tables = _tables(old, by_hand), _tables(new, by_hand)
    for name in new_tables:
        fields = tuple(table_fields(table_rows(old_tables.get(name, ())), table_rows(new_tables[name])))
        if fields and name in old_tables:
            yield "table", fields
    old_charts = {shape.name: shape.chart for shape in old if shape.chart is not None}
    for shape in new:
        known = old_charts.get(shape.name)
        if shape.chart is not None and known is not None and known != shape.chart:
            points = tuple(_point_fields(known, shape.chart))
            if points:
                yield "figure", points


def _sentences(shapes: Sequence[DeckShape], by_hand: Collection[str]) -> list[str]:
    """The sentences of shapes of their own, and of placeholders changed ``by_hand``; titles are told as such."""
    return [
        paragraph.text.replace("\n", "")
        for shape in shapes
        if not shape.placeholder or (shape.name in by_hand and not shape.placeholder.startswith(_TOLD))
        for paragraph in shape.paragraphs or ()
        if paragraph.text.strip()
    ]


def _tables(shapes: Sequence[DeckShape], by_hand: Collection[str]) -> dict[str, list[Grid]]:
    """The tables by name, the parts of one that goes on together; values of indicators are told as such.

    Where they were changed ``by_hand``, the table is told.
    """
    tables: dict[str, list[Grid]] = {}
    for shape in shapes:
        if shape.grid is not None and (not shape.name.endswith(_VALUE_TABLE) or shape.name in by_hand):
            tables.setdefault(shape.name, []).append(shape.grid)
    return tables


def _point_fields(old: ChartData, new: ChartData) -> Iterator[FieldChange]:
    """Points that differ, named by series and category."""
    before, after = _points(old), _points(new)
    for key in dict.fromkeys((*after, *before)):
        if before.get(key) != after.get(key):
            name = " ".join(filter(None, key))
            yield FieldChange(name, _number(before.get(key)), _number(after.get(key)))


def _points(chart: ChartData) -> dict[tuple[str, str], float]:
    # Where a category is broken into lines depends on the room that it has.
    return {
        (series.name, category.replace("\n", "")): value
        for series in chart.series
        for category, value in zip(chart.categories, series.values, strict=True)
        if value is not None
    }


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"
