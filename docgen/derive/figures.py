"""Figures and pictures: what a figure says of its data becomes the categories, series and words of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from docgen.derive.alt_text import alt_text
from docgen.derive.annotations import with_annotations
from docgen.derive.bands import with_bands
from docgen.derive.category_order import in_order_of_size
from docgen.derive.chart_choice import chosen_kind
from docgen.derive.desk import Desk
from docgen.derive.differences import with_differences
from docgen.derive.figure_data import FigureData, SeriesData, figure_data, index_of
from docgen.derive.figure_marks import mark_notes, marked_categories
from docgen.derive.index_numbers import as_indices
from docgen.derive.time_axis import time_axis, without_stated
from docgen.derive.unshown import check_shown
from docgen.errors import DocgenError, FieldPath, Where
from docgen.messages import message
from docgen.model import ChartKind, Figure, LevelLine, Period, Picture, TargetMark
from docgen.model.cells.text import ended
from docgen.model.lookup import not_among, one_of
from docgen.model.mark import period_words
from docgen.model.printing import Printing
from docgen.model.quantity import rounded
from docgen.ready import ReadyFigure, ReadyPicture, ReadySeries, ReadyTargetMark
from docgen.ready.figure_rules import check_figure
from docgen.with_fields import with_fields

# More places than this are noise of a division or of the source's own computing.
_MOST_DECIMALS = 3
_SMALL, _SMALL_SHARE = Decimal("0.001"), Decimal("0.1")
# Significant digits of a quotient, less one.
_HELD = 14


def ready_figure(figure: Figure, desk: Desk, path: FieldPath) -> ReadyFigure | None:
    """The figure with its data; None, and a problem, where the data does not give it."""
    return desk.problems.attempt(lambda: _ready_figure(figure, desk, path), None)


def ready_picture(picture: Picture, desk: Desk, path: FieldPath) -> ReadyPicture:
    """The picture with its texts. A template that fails is a problem."""
    own_words = (desk.text(picture.source_text, (*path, "source_text")),) if picture.source_text else ()
    return ReadyPicture(
        id=picture.id,
        title=desk.text(picture.title, (*path, "title")),
        alt=desk.text(picture.alt, (*path, "alt")),
        image=picture.image,
        svg=picture.svg,
        width=picture.width,
        height=picture.height,
        notes=desk.notes(picture.notes, (*path, "notes")),
        sources=(*desk.sources(picture.sources, (*path, "sources")), *own_words),
    )


def _ready_figure(figure: Figure, desk: Desk, path: FieldPath) -> ReadyFigure:
    def index(name: str | int, field: str) -> int:
        return index_of(name, figure, data, field, desk.where((*path, field)))

    alt = desk.text(figure.alt, (*path, "alt")) if figure.alt else ""
    bare = ReadyFigure(
        id=figure.id,
        title=desk.text(figure.title, (*path, "title")),
        kind=figure.kind or ChartKind.LINE,
        unit=figure.unit,
        labels=figure.labels,
        series_labels=figure.series_labels,
        reversed=figure.reversed,
        minimum=figure.minimum,
        maximum=figure.maximum,
        x_name=figure.x_name or "",
        data_table=figure.data_table,
        notes=desk.notes(figure.notes, (*path, "notes")),
        sources=_sources(figure, desk, path),
    )
    if figure.missing is not None:
        missing = desk.text(figure.missing, (*path, "missing"))
        return with_fields(bare, missing=missing, alt=alt or missing)
    data = figure_data(figure, desk.library.tables, desk.where(path))
    figure, data = as_indices(figure, data, desk.printing, desk.where((*path, "index")))
    temporal = all(_year_of(without_stated(category), figure) is not None for category in data.categories)
    kind = figure.kind or chosen_kind(figure, data, temporal)
    check_shown(figure, kind, desk, path)
    data = in_order_of_size(figure, kind, data, temporal)
    data, targets = _with_targets(figure, data, desk, path)
    where = desk.where((*path, "series") if figure.series else path)
    _check_units(figure, kind, data, where)
    printed = tuple(_printed(category, figure, desk.printing) for category in data.categories)
    own_series = [_series(figure, series, desk.printing) for series in data.series]
    ready = with_fields(
        bare,
        kind=kind,
        categories=marked_categories(printed, data.series),
        notes=(*bare.notes, *mark_notes(printed, data.series, desk.printing)),
        series=with_bands(own_series, figure, kind, data, desk.library.tables, where),
        unit=figure.unit or ("%" if all(series.in_percent for series in data.series) else ""),
        forecast_from=index(figure.forecast_from, "forecast_from") if figure.forecast_from is not None else None,
        breaks=tuple(index(name, "breaks") for name in figure.breaks),
        highlights=tuple(index(name, "highlights") for name in figure.highlights),
        totals=_totals(kind, tuple(index(name, "totals") for name in figure.totals), len(printed)),
        targets=targets,
        files=(data.file,),
        time_axis=time_axis([ended(category, figure.x_suffix) for category in data.categories], printed),
    )
    check_figure(ready, where)
    ready = with_annotations(ready, figure, data, desk, path)
    desk.reader.note(*(trace for series in data.series for trace in series.traces))
    ready = with_differences(ready, temporal)
    return with_fields(ready, alt=alt or alt_text(ready, temporal))


def _totals(kind: ChartKind, stated: tuple[int, ...], count: int) -> tuple[int, ...]:
    """Which categories of a waterfall are levels: those that it states, else the first and the last."""
    return stated or (0, count - 1) if kind is ChartKind.WATERFALL else ()


def _sources(figure: Figure, desk: Desk, path: FieldPath) -> tuple[str, ...]:
    """The sources named by the figure, else the one of its dataset, then the figure's own words."""
    texts = desk.sources(figure.sources, (*path, "sources"))
    if not texts and not figure.source_text and isinstance(figure.data, str):
        dataset = desk.library.content.datasets.get(figure.data)
        if dataset is not None and dataset.source is not None:
            texts = desk.sources((dataset.source,), ("datasets", dataset.id, "source"))
    own_words = (desk.text(figure.source_text, (*path, "source_text")),) if figure.source_text else ()
    desk.reader.cite(own_words)
    return (*texts, *own_words)


def _printed(category: str, figure: Figure, printing: Printing) -> str:
    of_figure = with_fields(printing, era=printing.era or figure.era)
    return of_figure.category(ended(category, figure.x_suffix))


def _series(figure: Figure, data: SeriesData, printing: Printing) -> ReadySeries:
    values = tuple(None if value is None else value / figure.divide for value in data.values)
    decimals = figure.decimals if figure.decimals is not None else _decimals(values, data.values)
    return ReadySeries(
        name=printing.text(data.spec.name),
        values=data.values if values == data.values else tuple(_clean(value) if value else value for value in values),
        unit=data.unit_in(figure),
        decimals=decimals,
        colour=data.spec.colour,
        highlighted=data.spec.highlighted,
        drawn_as=data.spec.drawn_as,
        secondary=data.spec.secondary,
        traces=data.traces,
    )


def _decimals(values: Sequence[Decimal | None], written: Sequence[Decimal | None]) -> int:
    """As many places as the data was written with; after a division at most one.

    Small numbers have more, so that two digits of the smallest, or of what was divided of the largest, are seen.
    """
    sizes = [abs(value) for value in values if value]
    if values == written:
        most = max(_MOST_DECIMALS, _seen(min(sizes, default=Decimal(1))) if min(sizes, default=1) < _SMALL else 0)
        return min(most, max((_places(value) for value in values if value is not None), default=0))
    whole = all(rounded(size, 0) == size for size in sizes)
    largest = max(sizes, default=Decimal(0))
    small = min(_seen(largest), max(map(_places, sizes))) if 0 < largest < _SMALL_SHARE else 0
    return 0 if whole or largest >= 100 else max(1, small)


def _seen(size: Decimal) -> int:
    """How many decimal places show two digits of a number."""
    return 1 - size.adjusted()


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _clean(value: Decimal) -> Decimal:
    """The quotient without the digits that only the division made."""
    return value if _places(value) <= 10 else rounded(value, max(10, _HELD - value.adjusted()))


def _with_targets(
    figure: Figure, data: FigureData, desk: Desk, path: FieldPath
) -> tuple[FigureData, tuple[ReadyTargetMark, ...]]:
    """The marks of targets and levels; a target's period that lies after the data becomes a category of its own."""
    marks = []
    for index, target in enumerate(figure.targets):
        target_path: FieldPath = (*path, "targets", index)
        _check_series(target, figure, data, desk.where((*target_path, "series")))
        category = None
        series = desk.printing.text(target.series) if target.series is not None else None
        if target.period is not None:
            where = desk.where((*target_path, "period"))
            data, category = _category_of(target.period, figure, data, where)
        marks.append(ReadyTargetMark(target.value, target.name, category, series))
    for index, level in enumerate(figure.levels):
        _check_series(level, figure, data, desk.where((*path, "levels", index, "series")))
        series = desk.printing.text(level.series) if level.series is not None else None
        marks.append(ReadyTargetMark(level.value, level.name, None, series, is_level=True))
    return data, tuple(marks)


def _check_series(target: TargetMark | LevelLine, figure: Figure, data: FigureData, where: Where) -> None:
    names = [series.spec.name for series in data.series]
    if target.series is not None and target.series not in names:
        what = message("figure-without-series-of-name", figure=figure.id, series=target.series)
        raise not_among(what, target.series, names, where)


def _category_of(period: Period, figure: Figure, data: FigureData, where: Where) -> tuple[FigureData, int]:
    """The data, with a category for ``period`` if it lies after all others, and the category's index."""
    numbers = [_year_of(category, figure) for category in data.categories]
    if period.number in numbers:
        return data, numbers.index(period.number)
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or period.number < max(known):
        raise DocgenError(
            "target-at-no-category",
            where=where,
            expected=one_of(data.categories, message("some-category")),
            period=period,
            figure=figure.id,
        )
    name = _named_alike(period, data.categories[-1], known[-1])
    longer = tuple(
        with_fields(series, values=(*series.values, None), traces=(*series.traces, None), marks=(*series.marks, ""))
        for series in data.series
    )
    return with_fields(data, categories=(*data.categories, name), series=longer), len(data.categories)


def _named_alike(period: Period, last: str, year: int) -> str:
    """A later period as the last category, which is of ``year``, is written: 2030, 2030年度, 令和12年度; without a mark."""
    text = period_words(last)
    named = text.replace(str(year), str(period.number))
    if named != text:
        return named
    kind = Period.parse(text).kind
    if kind == "fiscal_year":
        return Period.for_fiscal_year(period.number).format(era=True)
    return (Period.year(period.number) if kind == "year" else period).format(era=True)


def _year_of(category: str, figure: Figure) -> int | None:
    text = period_words(category)
    for words in (text, ended(text, figure.x_suffix)):
        try:
            return Period.parse(words).number
        except ValueError:
            continue
    return None


def _check_units(figure: Figure, kind: ChartKind, data: FigureData, where: Where) -> None:
    """Raise DocgenError where series on one axis have different units."""
    units: dict[str, str] = {}
    for series in data.series:
        if not series.spec.secondary:
            units.setdefault(series.unit_in(figure), series.spec.name)
    if len(units) > 1 and not kind.separates_series:
        listed = "、".join(f"{name}（{unit or '単位なし'}）" for unit, name in units.items())
        raise DocgenError("units-on-one-axis", where=where, figure=figure.id, series=listed)
