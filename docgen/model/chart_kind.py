"""The kinds of figures, each with what holds for it. No other file tells kinds apart by their words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from docgen.model.words import words
from docgen.placed.chart import Grouping, SeriesKind

# What stands at a height of the plot, or at a place between its categories; what is drawn in beside the data.
_ON_A_SCALE = ("targets", "levels", "forecast_from", "breaks")
_DRAWN_IN = ("shaded", "changes", "remarks")


class ChartKind(StrEnum):
    """A kind of figure, by its word in YAML.

    Each line of the table gives the word, the name in Japanese, the kind of series where these state none
    (``drawn_as``), and how the series of a category stand to each other (``grouping``).

    >>> ChartKind("stacked_bar").is_stacked, ChartKind("stacked_bar").is_horizontal
    (True, True)
    """

    LINE = "line", "折れ線グラフ", "line", "standard"
    COLUMN = "column", "縦棒グラフ", "column", "clustered"
    STACKED_COLUMN = "stacked_column", "積み上げ縦棒グラフ", "column", "stacked"
    PERCENT_COLUMN = "percent_column", "100%積み上げ縦棒グラフ", "column", "percent"
    BAR = "bar", "横棒グラフ", "bar", "clustered"
    STACKED_BAR = "stacked_bar", "積み上げ横棒グラフ", "bar", "stacked"
    PERCENT_BAR = "percent_bar", "100%積み上げ横棒グラフ", "bar", "percent"
    PIE = "pie", "円グラフ", "pie", "pie"
    DONUT = "donut", "ドーナツグラフ", "pie", "donut"
    COLUMN_LINE = "column_line", "縦棒と折れ線の複合グラフ", "column", "clustered"
    SLOPE = "slope", "2時点の比較グラフ", "line", "standard"
    SMALL_MULTIPLES = "small_multiples", "系列ごとの小型グラフ", "line", "standard"
    SPARKLINE = "sparkline", "推移を示す小型グラフ", "line", "standard"
    NUMBERS = "numbers", "数値とその差", "column", "clustered"
    SHARE_BAR = "share_bar", "帯グラフ", "bar", "percent"
    AREA = "area", "面グラフ", "area", "stacked"
    STACKED_AREA = "stacked_area", "積み上げ面グラフ", "area", "stacked"
    SCATTER = "scatter", "散布図", "point", "scatter"
    DUMBBELL = "dumbbell", "2時点の差のグラフ", "point", "dumbbell"
    WATERFALL = "waterfall", "ウォーターフォールグラフ", "column", "stacked"
    HEAT_TABLE = "heat_table", "濃淡で示す表", "column", "clustered"

    japanese: str
    drawn_as: SeriesKind
    grouping: Grouping

    # Without the defaults mypy would not take ChartKind("pie"), which looks a kind up by its word.
    def __new__(
        cls, word: str, japanese: str = "", drawn_as: SeriesKind = "line", grouping: Grouping = "standard"
    ) -> ChartKind:
        """The kind of one line of the table."""
        kind = str.__new__(cls, word)
        kind._value_ = word
        kind.japanese, kind.drawn_as, kind.grouping = japanese, drawn_as, grouping
        return kind

    @property
    def is_stacked(self) -> bool:
        """Whether the series of a category stand on each other."""
        return self.grouping in ("stacked", "percent")

    @property
    def is_in_percent(self) -> bool:
        """Whether every stack is as high as 100 %."""
        return self.grouping == "percent"

    @property
    def is_horizontal(self) -> bool:
        """Whether the categories stand one below the other, with lying bars."""
        return self.drawn_as == "bar"

    @property
    def is_round(self) -> bool:
        """Whether one series is drawn as the slices of a circle."""
        return self.drawn_as == "pie"

    @property
    def is_area(self) -> bool:
        """Whether the room under its lines is filled, which says that no point is missing."""
        return self.drawn_as == "area"

    @property
    def is_of_one_series(self) -> bool:
        """Whether it shows the parts of one whole, its one series."""
        return self.is_round or self is ChartKind.SHARE_BAR

    @property
    def shows_shares(self) -> bool:
        """Whether the numbers are parts of a whole, so that none may be negative."""
        return self.is_round or self.is_in_percent

    @property
    def has_value_axis(self) -> bool:
        """Whether the numbers of a value axis are printed beside the plot."""
        return not self.is_round and self not in (ChartKind.SLOPE, ChartKind.SPARKLINE)

    @property
    def starts_at_zero(self) -> bool:
        """Whether lengths are compared, so that the value axis must hold the zero."""
        return self.drawn_as in ("column", "bar", "area")

    @property
    def combines_columns_and_lines(self) -> bool:
        """Whether some series are columns and others lines."""
        return self is ChartKind.COLUMN_LINE

    @property
    def separates_series(self) -> bool:
        """Whether each series has a scale and a unit of its own, which others do not share."""
        small = (ChartKind.SMALL_MULTIPLES, ChartKind.SPARKLINE)
        return self in (*small, ChartKind.NUMBERS, ChartKind.HEAT_TABLE, ChartKind.SCATTER)

    @property
    def shows_points(self) -> bool:
        """Whether two series place points on a plane."""
        return self.drawn_as == "point"

    @property
    def cannot_show(self) -> tuple[str, ...]:
        """The keys of a figure that ask for what has no place in its plot."""
        if self.is_area:
            return ("forecast_from", "breaks", "highlights")
        if self in (ChartKind.SMALL_MULTIPLES, ChartKind.SPARKLINE):
            return _DRAWN_IN
        has_no_scale = self.is_of_one_series or self.separates_series or self.shows_points
        return (*_ON_A_SCALE, *_DRAWN_IN) if has_no_scale or self is ChartKind.WATERFALL else ()

    @property
    def stands_alone(self) -> bool:
        """Whether its plot shares no edges with those of charts beside it."""
        return self.is_round or self.is_horizontal or self.separates_series or self.shows_points or self is ChartKind.SLOPE


# Shorter words than the kinds' names, which may be written as well.
_SHORT = {
    "line": ("折れ線",),
    "column": ("縦棒", "棒"),
    "stacked_column": ("積み上げ縦棒", "積上げ縦棒", "積み上げ棒"),
    "percent_column": ("100%積み上げ縦棒", "100%縦棒"),
    "bar": ("横棒",),
    "stacked_bar": ("積み上げ横棒", "積上げ横棒"),
    "percent_bar": ("100%積み上げ横棒", "100%横棒"),
    "pie": ("円",),
    "donut": ("ドーナツ",),
    "column_line": ("縦棒と折れ線", "複合", "複合グラフ"),
    "slope": ("2時点の比較", "2時点"),
    "small_multiples": ("系列ごと", "小型グラフ"),
    "sparkline": ("推移", "スパークライン"),
    "numbers": ("数値",),
    "share_bar": ("帯",),
    "area": ("面",),
    "stacked_area": ("積み上げ面", "積上げ面"),
    "scatter": (),
    "dumbbell": ("ダンベルグラフ", "ダンベル"),
    "waterfall": ("ウォーターフォール", "滝グラフ"),
    "heat_table": ("ヒートマップ",),
}
ChartKindWord = Annotated[ChartKind, words({kind.value: (kind.japanese, *_SHORT[kind.value]) for kind in ChartKind})]
"""A kind of figure as files and scripts write it: ``line``, or 折れ線グラフ."""
