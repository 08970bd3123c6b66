"""Figures (charts), tables and pictures: what they show, from which data, with their notes and source."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, Field, field_validator

from docgen.errors import DocgenError, WrongValue
from docgen.model.annotation import ChangeArrow, LevelLine, PointNote, ShadedPeriod
from docgen.model.chart_kind import ChartKindWord
from docgen.model.data import CellText, Data, Note, Number, WrittenCell
from docgen.model.period import Period
from docgen.model.quantity import Places, Unit
from docgen.model.record import Identifier, Named, Prose, Record
from docgen.model.words import Flag, words
from docgen.outside.picture_files import picture_file
from docgen.outside.pictures import taken_picture
from docgen.outside.svg import must_be_quiet_svg

# Fixed, so that the same drawing gives the same bytes: matplotlib writes the time, its version and random
# ids otherwise.
_SALT = "docgen"
_NO_PNG_METADATA = {"Software": None}
_NO_SVG_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_POINTS_AN_INCH = 72.0

DrawnAs = Annotated[Literal["line", "column"], words(line=("折れ線", "線"), column=("縦棒", "棒"))]
Labels = Annotated[
    Literal["none", "ends", "last", "all"],
    words(none="なし", ends=("両端", "最初と最後"), last=("最後", "最新"), all=("すべて", "全て", "全部")),
]
CategoryOrder = Annotated[Literal["auto", "given"], words(auto="自動", given=("データ順", "データの順"))]
SeriesLabels = Annotated[
    Literal["auto", "legend", "direct"], words(auto="自動", legend="凡例", direct=("直接", "系列の横"))
]
DataTablePlace = Annotated[
    Literal["none", "below", "notes"], words(none="なし", below=("図の下", "下"), notes=("ノート", "発表者ノート"))
]
ColumnAlign = Annotated[
    Literal["left", "center", "right", "decimal"],
    words(left=("左", "左寄せ"), center=("中央", "中央寄せ"), right=("右", "右寄せ"), decimal=("小数点", "小数点揃え")),
]


class SeriesSpec(Record):
    """One series: a column of the data, or in long data the rows where ``by`` has the value ``key``.

    ``low`` and ``high`` are the columns of a band around its line, such as a confidence interval.

        {name: カロリーベース, column: calorie_base_percent}
    """

    name: str
    column: str | None = None
    key: str | None = None
    colour: str | None = None
    highlighted: Flag = False
    drawn_as: DrawnAs | None = None
    secondary: Flag = False
    unit: Unit | None = None
    low: str | None = None
    high: str | None = None


class TargetMark(Record):
    """A target drawn into a figure: a line, or a point where ``period`` is given.

        {value: 45, period: 2030年度, series: カロリーベース}
    """

    value: Number
    name: str = "目標"
    period: Period | None = None
    series: str | None = None


class Figure(Named):
    """A chart from a data file (or a DataFrame in a script).

    ``data`` is a dataset's id, a pandas DataFrame or a mapping of columns; ``x`` the column of the
    categories. Wide data names its ``series`` by column; long data by ``by`` (the column that tells
    the series apart), ``value`` (the column of the numbers) and each series' ``key``. ``where`` keeps
    the rows whose cells have the given values (a list means any of them); ``x_from`` and ``x_to``
    keep a range. Bars of categories that have no order of their own stand the longest first, unless ``order``
    keeps that of the data. ``highlights`` names the categories that stand out, ``totals``
    those of a waterfall that are levels, not changes. Without ``kind`` it is chosen by the data.
    ``levels``, ``shaded``, ``changes`` and ``remarks`` are drawn in beside the data.
    With ``index`` each series is 100 at that category.
    Numbers are divided by ``divide`` before they are drawn. A figure with ``missing``
    has no data yet: in a draft its place says so, with that text; the final edition leaves it out.
    """

    title: Prose = ""
    kind: ChartKindWord | None = None
    data: Data | None = None
    x: str | None = None
    x_name: str | None = None
    x_suffix: str = ""
    by: str | None = None
    value: str | None = None
    series: tuple[SeriesSpec, ...] = ()
    where: Mapping[str, CellText | tuple[CellText, ...]] = {}
    x_from: str | int | None = None
    x_to: str | int | None = None
    x_order: tuple[str, ...] = ()
    order: CategoryOrder = "auto"
    unit: Unit = ""
    divide: Number = Decimal(1)
    decimals: Places | None = None
    labels: Labels = "ends"
    series_labels: SeriesLabels = "auto"
    forecast_from: str | int | None = None
    targets: tuple[TargetMark, ...] = ()
    index: str | int | None = None
    levels: tuple[LevelLine, ...] = ()
    shaded: tuple[ShadedPeriod, ...] = ()
    changes: tuple[ChangeArrow, ...] = ()
    remarks: tuple[PointNote, ...] = ()
    breaks: tuple[str | int, ...] = ()
    highlights: tuple[str | int, ...] = ()
    totals: tuple[str | int, ...] = ()
    reversed: Flag = False
    minimum: Number | None = None
    maximum: Number | None = None
    era: Flag = False
    data_table: DataTablePlace = "none"
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    source_text: Prose | None = None
    alt: str | None = None
    missing: Prose | None = None


class TableColumn(Record):
    """A column of a table: its heading, the data column it shows, and how.

    In a ``merged`` column equal cells one below the other become one.

        {heading: 死者数, column: deaths_persons, align: decimal, unit: 人}
    """

    heading: str = ""
    column: str | None = None
    align: ColumnAlign | None = None
    unit: Unit = ""
    decimals: Places | None = None
    width: float | None = None
    merged: Flag = False


class Table(Named):
    """A table from a data file, or with its ``rows`` written out.

    ``totals`` are the names of total rows: what stands in their first cell that is not empty.
    ``sparklines`` are small charts at the table's side: a figure with a series for each row but total rows,
    in their order, whose title heads the charts' column.

        id: deaths
        data: traffic-deaths
        columns: [{heading: 年, column: year}, {heading: 死者数, column: deaths_persons}]
    """

    title: Prose = ""
    columns: tuple[TableColumn, ...] = Field(default=())
    data: Data | None = None
    where: Mapping[str, CellText] = {}
    rows: tuple[tuple[WrittenCell, ...], ...] = ()
    totals: tuple[str, ...] = ()
    sparklines: Figure | None = None
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()


def _taken(data: object) -> bytes:
    """The bytes of a picture as a deck holds it. WrongValue for what is none, such as the name of a file."""
    if not isinstance(data, bytes | bytearray):
        raise WrongValue("no-picture")
    return taken_picture(bytes(data)).image


class Picture(Named):
    """A picture with its alternative text: the bytes of a PNG, JPEG, GIF or WebP, and SVG bytes that stay sharp.

    A JPEG is turned upright, a GIF or WebP becomes a PNG; what a file says of who made it stays behind.
    ``width`` and ``height`` are the picture's own size in points; on a page it is scaled and never distorted.
    """

    title: Prose = ""
    alt: str = Field(min_length=1)
    image: Annotated[bytes, BeforeValidator(_taken)] = Field(repr=False, validation_alias=AliasChoices("image", "png"))
    svg: bytes | None = Field(default=None, repr=False)
    width: float = Field(ge=0.1, le=20_000)
    height: float = Field(ge=0.1, le=20_000)
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    source_text: Prose | None = None

    @field_validator("svg")
    @classmethod
    def _is_quiet(cls, data: bytes | None) -> bytes | None:
        if data is not None:
            must_be_quiet_svg(data)
        return data

    @classmethod
    def from_file(
        cls, path: str | PathLike[str], *, alt: str, id: str = "picture", dpi: float = 96, **more: Any
    ) -> Picture:
        """The picture of a file: PNG, JPEG, GIF, WebP, or an SVG with a PNG of the same name beside it.

            docgen.Picture.from_file("写真.jpg", alt="会議の様子")

        ``dpi`` is how many of its pixels are an inch; ``more`` are further fields: title, notes, sources, source_text.
        Raises DocgenError for a file that cannot be read, an SVG without its PNG, and an empty ``alt``.
        """
        try:
            picture = picture_file(Path(path))
        except WrongValue as error:
            raise DocgenError("picture-unusable", where=Path(path).name, reason=error.message) from error
        size = {"width": picture.width * _POINTS_AN_INCH / dpi, "height": picture.height * _POINTS_AN_INCH / dpi}
        return cls(id=id, alt=alt, image=picture.image, svg=picture.svg, **size, **more)

    @classmethod
    def from_matplotlib(
        cls, figure: Any, *, alt: str, id: str = "picture", dpi: int = 200, **more: Any
    ) -> Picture:
        """A matplotlib figure as a picture; the same figure gives the same bytes.

        ``more`` are further fields: title, notes, sources, source_text. Raises DocgenError for an
        empty ``alt``.
        """
        width, height = figure.get_size_inches()
        return cls(
            id=id,
            alt=alt,
            image=_drawn(figure, "png", dpi),
            svg=_drawn(figure, "svg", dpi),
            width=float(width) * _POINTS_AN_INCH,
            height=float(height) * _POINTS_AN_INCH,
            **more,
        )


def _drawn(figure: Any, form: str, dpi: int) -> bytes:
    import matplotlib

    stream = BytesIO()
    metadata = _NO_PNG_METADATA if form == "png" else _NO_SVG_METADATA
    # Letters as outlines: the drawing looks the same where the font is missing.
    with matplotlib.rc_context({"svg.hashsalt": _SALT, "svg.fonttype": "path"}):
        figure.savefig(stream, format=form, dpi=dpi, metadata=metadata)
    return stream.getvalue()
