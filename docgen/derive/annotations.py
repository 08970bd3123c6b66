"""What is drawn into a figure beside its data, placed by category and computed from the figure's values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from docgen.derive.changes import Ends, change_text
from docgen.derive.desk import Desk
from docgen.derive.figure_data import FigureData, index_of
from docgen.derive.shades import periods_of, ready_shade
from docgen.errors import DocgenError, FieldPath, Where
from docgen.messages import message
from docgen.model import Figure, Period
from docgen.model.annotation import ChangeArrow, PointNote
from docgen.model.lookup import not_among, one_of
from docgen.ready import ReadyFigure, ReadySeries
from docgen.ready.annotation import ReadyAnnotations, ReadyChange, ReadyRemark
from docgen.value import value

_TOTAL = "合計"


def with_annotations(ready: ReadyFigure, figure: Figure, data: FigureData, desk: Desk, path: FieldPath) -> ReadyFigure:
    """The figure with its annotations; ``data`` are its categories as written.

    DocgenError for an annotation that cannot be placed or computed.
    """
    if not (figure.shaded or figure.changes or figure.remarks):
        return ready
    board = _Board(ready, figure, data, desk, path, periods_of(data.categories, figure))
    shades = [
        ready_shade(shade, figure, data, ready.time_axis, desk.where((*path, "shaded", index)))
        for index, shade in enumerate(figure.shaded)
    ]
    annotations = ReadyAnnotations(tuple(shades), tuple(board.changes()), tuple(board.remarks()))
    return replace(ready, annotations=annotations)


@value(frozen=True, slots=True)
class _Board:
    """A figure on which annotations are placed; ``periods`` are those of its categories, None where these are none."""

    ready: ReadyFigure
    figure: Figure
    data: FigureData
    desk: Desk
    path: FieldPath
    periods: list[Period] | None

    def changes(self) -> Iterator[ReadyChange]:
        """The arrows of changes with their texts."""
        for number, change in enumerate(self.figure.changes):
            path = (*self.path, "changes", number)
            first, last = self._at(change.first, (*path, "from")), self._at(change.last, (*path, "to"))
            if first == last:
                raise DocgenError("change-of-one-point", where=self.desk.where(path), category=str(change.first))
            yield self._change(change, first, last, self.desk.where(path))

    def remarks(self) -> Iterator[ReadyRemark]:
        """The notes at points with their texts."""
        for number, note in enumerate(self.figure.remarks):
            path = (*self.path, "remarks", number)
            category = self._at(note.at, (*path, "at"))
            series = self._series(note, self.desk.where((*path, "series")))
            self._value(series, category, self.desk.where((*path, "at")))
            yield ReadyRemark(category, self.desk.text(note.text, (*path, "text")), series)

    def _change(self, change: ChangeArrow, first: int, last: int, where: Where) -> ReadyChange:
        series = self._series(change, where)
        own = self._stack if series is None else (self.ready.series[series],)
        names = (self.ready.categories[first], self.ready.categories[last])
        ends = Ends(
            (self._value(series, first, where), self._value(series, last, where)),
            names,
            own[0].unit,
            max(one.decimals for one in own),
            None if self.periods is None else (self.periods[first], self.periods[last]),
        )
        text = change_text(ends, change.shows, self.desk.printing, where)
        subject = _TOTAL if series is None else own[0].name
        said = f"{names[0]}から{names[1]}までの{subject}の変化は{text}。"
        return ReadyChange(first, last, f"{subject} {text}" if len(self.ready.series) > 1 else text, said)

    def _at(self, name: str | int, path: FieldPath) -> int:
        """The index of a category. DocgenError where there is none."""
        return index_of(name, self.figure, self.data, str(path[-1]), self.desk.where(path))

    @property
    def _stack(self) -> tuple[ReadySeries, ...]:
        return tuple(series for series in self.ready.series if not series.secondary)

    def _series(self, annotation: ChangeArrow | PointNote, where: Where) -> int | None:
        """The series that is named, the only one, or None for the total of stacks. DocgenError for any other."""
        names = [self.desk.printing.text(series.spec.name) for series in self.data.series]
        if annotation.series is not None:
            name = self.desk.printing.text(annotation.series)
            if name not in names:
                what = message("figure-without-series-of-name", figure=self.figure.id, series=annotation.series)
                raise not_among(what, name, names, where)
            return names.index(name)
        if len(names) == 1:
            return 0
        if self.ready.kind.is_stacked and not self.ready.kind.is_in_percent:
            return None
        raise DocgenError("annotation-of-which-series", where=where, expected=one_of(names), figure=self.figure.id)

    def _value(self, series: int | None, category: int, where: Where) -> Decimal:
        """The value of a point, or of the whole stack. DocgenError where there is none, or a part is missing."""
        own = self._stack if series is None else (self.ready.series[series],)
        values = [one.values[category] for one in own]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            missing = next(one.name for one, value in zip(own, values, strict=True) if value is None)
            raise DocgenError(
                "annotation-at-gap", where=where, series=missing, category=self.ready.categories[category]
            )
        return sum(known, Decimal(0))
