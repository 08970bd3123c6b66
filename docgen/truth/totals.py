"""Totals of tables that are not the sum of what they total, and shares that are not 100 % together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.selection import grouped
from docgen.breach import Breach
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.value import value

_TOTAL = re.compile(r"(?:.{0,8}(?<![累統設推会家])(?:合計|総計|計)|総数|総額|全体)(?:[(（].*[)）])?")
_PLAIN_TOTAL = re.compile(r".{0,6}(?<![累統設推会家])(?:合計|総計|計)(?:[(（].*[)）])?")
_SUBTOTAL = re.compile("小計|中計")
_INNER = re.compile("うち|内数|再掲|^[(（]|別掲|参考|平均|前年|増減|差|目標|比")
# What is no amount: its total, where a table has one, is no sum.
_RATE = re.compile("率|割合|比|シェア|平均|当たり|あたり|指数|順位|密度|偏差|単価|年齢|倍率|スコア|満足度|伸び")
_RATES = frozenset({"%", "位", "歳", "倍", "ポイント", "点", "℃", "度"})
_OVERLAP = re.compile("複数回答|重複|延べ|一部|抜粋|主な|上位|除く|含まない|含まれない|非公表|秘匿")
_SHARES = re.compile("構成比|内訳|シェア|構成割合")
_HUNDRED = Decimal(100)


@value(frozen=True, slots=True)
class Line:
    """Facts that one total sums up: those of a column, or of a row; ``label`` tells a fact's name along the line."""

    total: Fact
    parts: tuple[Fact, ...]
    subtotals: tuple[Fact, ...]

    @property
    def holds(self) -> bool:
        """Whether the total meets the sum of its parts, with or without what stands between subtotals."""
        return any(_meets(self.total, parts) for parts in (self.parts, self.subtotals) if len(parts) > 1)


def totals_add_up(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The total of a row or column that is not the sum of the others.

    Rounding has its room. Rates, tables with parts left out or counted twice, and lines with gaps are not judged. A total
    by another name than 計 (総数, 全体) is judged where other totals of its table hold.
    """
    for table in evidence.tables:
        by_column = list(_lines(table, _row, lambda fact: (fact.column, fact.period if fact.column or fact.row else None)))
        by_row = list(_lines(table, _column, lambda fact: (fact.row, fact.period)))
        for lines in (by_column, by_row):
            holding = sum(line.holds for line in lines)
            broken = [line for line in lines if not line.holds]
            if holding >= len(broken) or (not holding and len(broken) == 1):
                for line in broken:
                    if holding or _near(line):
                        yield _breach(line)


def shares_add_up(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Shares of a whole, called 構成比 or 内訳, that are not 100 % together."""
    for table in evidence.tables:
        if _OVERLAP.search(_told(table)):
            continue
        facts = [fact for fact in table.facts if fact.unit == "%" and not _INNER.search(fact.row)]
        for group in grouped(facts, lambda fact: (fact.column, fact.period)):
            named = _SHARES.search(table.title) or _SHARES.search(group[0].column)
            parts = [fact for fact in group if not _TOTAL.fullmatch(fact.row)]
            rows = sum(1 for row in table.rows if not _TOTAL.fullmatch(row) and not _INNER.search(row))
            if named and len(parts) > 2 and len(parts) == rows and not _meets(_whole(parts[0]), parts):
                total = sum((fact.value for fact in parts), Decimal(0))
                if abs(total - _HUNDRED) <= 30:
                    yield Breach(
                        "shares-not-whole",
                        parts[0].where or parts[0].place,
                        place=f"{parts[0].place}～{parts[-1].place.rpartition('!')[2]}",
                        total=spelled(total, "%"),
                        label=parts[0].column or table.title,
                    )


def _whole(part: Fact) -> Fact:
    return replace(part, value=_HUNDRED, step=Decimal(0))


def _lines(table: FactTable, label: Callable[[Fact], str], key: Callable[[Fact], object]) -> Iterator[Line]:
    """The lines of a table that have a total, without those that cannot be judged."""
    if _OVERLAP.search(_told(table)):
        return
    full = {label(fact) for fact in table.facts}
    for group in grouped(table.facts, key):
        totals = [fact for fact in group if _TOTAL.fullmatch(label(fact)) and not _SUBTOTAL.search(label(fact))]
        others = [fact for fact in group if fact not in totals and not _INNER.search(label(fact))]
        subtotals = tuple(fact for fact in others if _SUBTOTAL.search(label(fact)))
        parts = tuple(fact for fact in others if fact not in subtotals)
        whole = {name for name in full if not _INNER.search(name)} == {label(fact) for fact in (*totals, *others)}
        alike = len({fact.unit for fact in (*totals, *parts)}) == 1
        if len(totals) == 1 and len(parts) > 1 and whole and alike and not _is_rate(totals[0]):
            yield Line(totals[0], parts, subtotals)


def _row(fact: Fact) -> str:
    return fact.row


def _column(fact: Fact) -> str:
    return fact.column


def _is_rate(fact: Fact) -> bool:
    return fact.unit in _RATES or bool(_RATE.search(fact.row) or _RATE.search(fact.column))


def _near(line: Line) -> bool:
    """Whether a lone total is meant as the sum: it is called so, and is not far from it."""
    label = line.total.row if _PLAIN_TOTAL.fullmatch(line.total.row) else line.total.column
    total = sum((fact.value for fact in line.parts), Decimal(0))
    return bool(_PLAIN_TOTAL.fullmatch(label)) and abs(total - line.total.value) <= abs(line.total.value) / 2


def _meets(total: Fact, parts: Sequence[Fact]) -> bool:
    summed = sum((fact.value for fact in parts), Decimal(0))
    slack = sum((fact.slack for fact in parts), total.slack) / 2
    return abs(total.value - summed) <= slack


def _told(table: FactTable) -> str:
    return " ".join((table.title, *table.labels, table.notes))


def _breach(line: Line) -> Breach:
    total = line.total
    summed = sum((fact.value for fact in line.parts), Decimal(0))
    return Breach(
        "total-not-sum",
        total.where or total.place,
        total=spelled(total.value, total.unit),
        label=" ".join(filter(None, (total.row, total.column, str(total.period or "")))),
        right=spelled(summed, total.unit),
        parts=tuple(fact.place.rpartition("!")[2] for fact in line.parts),
    )
