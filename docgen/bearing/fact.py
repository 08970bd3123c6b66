"""A number of a table or chart with its labels, unit and period; and a table of such facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.bare_years import in_years, tells_years
from docgen.bearing.base_units import base_unit, is_counted, same_unit
from docgen.bearing.heads import in_calendar_of, is_unit, summing_row, words_of
from docgen.bearing.interval import Interval
from docgen.errors import Located, SlidePosition
from docgen.model.cells.number import read_number
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.periods import shifted
from docgen.sentences.plain import plain
from docgen.sentences.units import COUNT, POINTS, RANK, SHARE
from docgen.value import value


@value(frozen=True, slots=True)
class Fact(Interval):
    """One number of a table: ``value`` in its base ``unit`` (円, not 億円), exact to ``step``: from ``low`` to ``high``.

    ``row`` and ``column`` are its labels, "" where that side of the table names periods. ``place`` names the cell,
    ``where`` is its place in a deck that was opened, or in the content.
    """

    value: Decimal
    step: Decimal
    unit: str
    period: Period | None
    row: str
    column: str
    place: str
    where: Located | None = None
    low: Decimal = field(init=False, repr=False, compare=False)
    high: Decimal = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the least and the greatest value that are printed so, which each number is held against."""
        object.__setattr__(self, "low", self.value - self.step / 2)
        object.__setattr__(self, "high", self.value + self.step / 2)

    @property
    def slack(self) -> Decimal:
        """How much of it may be rounding: ``step``, or nothing where single persons or things are counted."""
        return Decimal(0) if self.step == 1 and is_counted(self.unit) else self.step


@value(frozen=True, slots=True)
class FactTable:
    """A table or chart: its facts, and its words (``texts``, row by row, the first cell being the row's name).

    ``rows`` and ``columns`` are the names that are no periods, ``total`` is the row that sums up the others, ``notes`` all
    that is printed about the table, ``where`` its place in a deck that was opened, or in the content. ``on`` is the id of
    its page where its place is none on a slide, ``head`` is what the names of the rows are called (国, 年度). All rules ask
    for the ``labels``, which are the names of rows and columns, and for the ``units`` of the facts.
    """

    name: str
    title: str
    facts: tuple[Fact, ...] = field(hash=False)
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    texts: tuple[tuple[str, ...], ...] = field(default=(), hash=False)
    total: str = ""
    notes: str = ""
    where: Located | None = None
    on: str = ""
    head: str = ""
    labels: tuple[str, ...] = field(init=False, repr=False, compare=False)
    units: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep what is told of the rows, the columns and the facts."""
        object.__setattr__(self, "labels", tuple(dict.fromkeys((*self.rows, *self.columns))))
        object.__setattr__(self, "units", frozenset([fact.unit for fact in self.facts]))

    def measures(self, unit: str) -> bool:
        """Whether any of its facts counts the same as a unit."""
        return unit in self.units or any(same_unit(unit, own) for own in self.units)


TOTALS = frozenset({"計", "合計", "総計", "総数", "全体", "小計"})
"""What the row or column of a total is called."""


def fact_table(
    name: str,
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    unit: str | Mapping[str, str] = "",
    total: str = "",
    notes: str = "",
    where: SlidePosition | None = None,
    places: Places | None = None,
    on: str = "",
) -> FactTable:
    """A table of facts from a table as printed; ``unit`` is that of all columns, or of each by its name.

    ``where`` is the place of the table in a deck; where it names a cell, that is the first cell of ``rows``, and each fact
    is placed by its cell. ``places`` gives each cell a place of its own, by its row and column in ``rows``; ``on`` is the
    page that the table stands on, where its place does not tell.

    Cells that are no numbers are words. Rows or columns that are called by a period give their facts that period; else the
    title's holds for all.

    >>> table = fact_table("deaths", "交通事故死者数", ["年", "死者数"], [["2021年", "2,636"], ["2022年", "2,610"]], "人")
    >>> [(str(fact.period), fact.column, str(fact.value)) for fact in table.facts]
    [('2021年', '死者数', '2636'), ('2022年', '死者数', '2610')]
    """
    lines = [tuple(row) for row in rows if row]
    head = columns[0] if columns else ""
    columns = [head, *in_years(columns[1:], title)]
    dated = [(*in_years(line[:1], head), *line[1:]) for line in lines] if tells_years(head) else lines
    at = _period_named(title)
    facts = [
        _fact(
            f"{name}/{lines[below][0]}/{column}",
            places(below, right) if places is not None else _cell_of(where, below, right),
            (line[0], column),
            number,
            _unit_of(unit, line, column) or unit_in(title),
            at,
        )
        for below, line in enumerate(dated)
        for right, (column, cell) in list(enumerate(zip(columns, line, strict=False)))[1:]
        if (number := _number_in(cell)) is not None
    ]
    return FactTable(
        name,
        title,
        tuple(facts),
        tuple(name for line in dated if (name := dated_label(line[0])[1])),
        tuple(dict.fromkeys(name for column in columns[1:] if (name := dated_label(column)[1]))),
        tuple(lines),
        total or next((line[0] for line in lines if line[0] in TOTALS), "") or summing_row(columns, lines),
        notes,
        where,
        on,
        head=head,
    )


Places = Callable[[int, int], Located | None]
"""The place of a cell, by its row and column from 0."""


def _cell_of(where: SlidePosition | None, below: int, right: int) -> SlidePosition | None:
    """The place of a cell, counted from the first cell of the rows, where the table's cells have places."""
    if where is None or not where.row:
        return where
    return replace(where, row=where.row + below, column=where.column + right)


@lru_cache(maxsize=4096)
def dated_label(label: str) -> tuple[Period | None, str]:
    """The period that a label of a row or column names, and what is left of the label; "" where nothing is.

    >>> [(str(period), name) for period, name in map(dated_label, ("令和4年", "2022年度 予算額", "目標値（2025年度）"))]
    [('2022年', ''), ('2022年度', '予算額'), ('2025年度', '目標値')]
    >>> dated_label("2025年博覧会の会場")
    (None, '2025年博覧会の会場')
    """
    named = [claim for claim in claims(label) if claim.kind == "period" and claim.period]
    if len(named) != 1:
        return None, label
    before, after = label[: named[0].start].rstrip(), label[named[0].end :]
    if _OF_A_YEAR.match(after) or (before and _IN_BRACKETS.search(before)):
        name = _EMPTY.sub("", before + after).strip()
        return named[0].period, "" if _SAYS_NOTHING.fullmatch(name) else name
    return None, label


_LAST_YEAR = re.compile("前年度?(?!.*(?:比|増減|差|同))")
# Behind a period: the end, a second head, a unit, or what is said of a year.
_OF_A_YEAR = re.compile(
    r"\s*$|\s+\S|[(（【\[]|(?:の|当初)?(?:予算|決算|実績|見込|要求|目標|基準)(?:額|値|数)?(?:\s*[(（].*)?$"
)
_IN_BRACKETS = re.compile(r"[(（【\[\s]$")
_SAYS_NOTHING = re.compile(r"(?:現在|時点|実績値?)?(?:[(（【\[][^)）】\]]*[)）】\]])?")
_EMPTY = re.compile(r"[(（【\[]\s*[)）】\]]")
_MEASURED = frozenset({"number", "share", "rank", "points", "ratio", "multiple", "change"})
_ALONE = re.compile(r"[\s()（）【】\[\]［］]*(?:実績|予測|見込み|現在|時点|調査)?[\s()（）【】\[\]［］]*")
_BRACKETED = re.compile(
    rf"[(、【\[](?:単位[::])?\s*(?P<unit>(?:十|百|千|万|十万|百万|千万|億|十億|百億|兆)?(?:{SHARE}|{POINTS}|{RANK}|{COUNT}))[)】\]]?$"
)


def _period_named(text: str) -> Period | None:
    """The one period that a title names: 2022年度 of 月見市の人口（2022年度）; None for none, or several."""
    named = {claim.period for claim in claims(text) if claim.kind == "period" and claim.period}
    return named.pop() if len(named) == 1 else None


def _unit_of(unit: str | Mapping[str, str], line: Sequence[str], column: str) -> str:
    stated = unit if isinstance(unit, str) else unit.get(column) or next((unit[n] for n in unit if n in column), "")
    own = unit_in(column) or unit_in(line[0])
    if not own and not is_unit(stated):
        return next((found for cell in words_of(line) if (found := unit_in(cell))), "")
    return own or stated


# All cells of a column or a row are asked for its own.
@lru_cache(maxsize=4096)
def unit_in(label: str) -> str:
    """The unit that a label or a title states in brackets at its end: 百万円 of 予算額（百万円）; "" for none.

    >>> unit_in("予算額（百万円）"), unit_in("港の貨物量（2022年度、単位：千トン）"), unit_in("医師（人口当たり）")
    ('百万円', '千トン', '')
    """
    match = _BRACKETED.search(plain(label))
    return match["unit"] if match and match["unit"] != "案" else ""  # 予算（案） is a draft


@value(frozen=True, slots=True)
class _Number:
    """A number as a cell has it, exact to ``step``; with its ``unit`` and ``period`` where the cell states them."""

    value: Decimal
    step: Decimal
    unit: str | None = None
    period: Period | None = None


def _fact(
    name: str, where: Located | None, labels: tuple[str, str], number: _Number, unit: str, at: Period | None
) -> Fact:
    """The fact in a cell, of the row and the column that ``labels`` name."""
    row, column = labels
    place = name if where is None or (isinstance(where, SlidePosition) and not where.row) else str(where)
    (row_period, row_name), (column_period, column_name) = dated_label(row), dated_label(column)
    own = in_calendar_of(row_period or column_period, column)
    period = number.period or own or (shifted(at, -1) if at and _LAST_YEAR.match(column) else at)
    base, scale = base_unit(unit) if number.unit is None else (number.unit, Decimal(1))
    return Fact(number.value * scale, number.step * scale, base, period, row_name, column_name, place, where)


def _number_in(cell: str) -> _Number | None:
    """The number that a cell is, or states with its unit, and perhaps its period: 1兆3,184億円, 25位【2018年】."""
    try:
        number = read_number(cell)
    except ValueError:
        number = None
    if number is None:
        return _stated(cell)
    exponent = number.as_tuple().exponent
    return _Number(number, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0))


def _stated(cell: str) -> _Number | None:
    found = claims(cell)
    numbers = [claim for claim in found if claim.kind in _MEASURED]
    if len(numbers) != 1 or not _ALONE.fullmatch("".join(_rest(cell, found))):
        return None
    [claim] = numbers
    if claim.low is None or claim.high is None:
        return None
    told = next((other.period for other in found if other.kind == "period" and other.period), None)
    return _Number((claim.low + claim.high) / 2, claim.high - claim.low, base_unit(claim.unit)[0], told)


def _rest(cell: str, found: Sequence[Claim]) -> Iterator[str]:
    """What of a cell is no claim."""
    end = 0
    for claim in found:
        yield cell[end : claim.start]
        end = claim.end
    yield cell[end:]
