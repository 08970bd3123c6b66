"""What the title of a figure or table says that its data show: shares, by what they are divided."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.base_units import base_unit, same_unit
from docgen.bearing.fact import FactTable, unit_in
from docgen.bearing.mentions import mentions
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain

_SHARE = re.compile("割合|構成比|比率|シェア")
_PART = re.compile("うち|内(?=[^一-龥])|[(（]うち")
_CLASS = re.compile(r"(?P<by>[一-龥ァ-ヴー]{1,6})別")
_RATE_OF_UNIT = re.compile(r"(?<=[一-龥])率(?![一-龥]*(?:指数|順位|[金件人回日台本戸隻校機総]?[数量額]))")
_PER = re.compile("%|％|‰|対|当たり|あたり|ポイント|倍|/|順位")
_TOTAL = re.compile("計|総数|全体|その他|平均")

Amiss = tuple[int, int, str]
"""The characters of the title that are amiss, and what would be right."""


def shown_otherwise(title: str, table: FactTable) -> Iterator[Amiss]:
    """What a title says of the shape of a table's data that they do not have."""
    yield from _rate(title, table)
    yield from _classes(title, table)
    yield from _divided(title, table)


def _rate(title: str, table: FactTable) -> Iterator[Amiss]:
    """A share in the title of a table of amounts, which names none."""
    match = _SHARE.search(title)
    units = {fact.unit for fact in table.facts}
    amounts = units and not units & {"", "%", "ポイント", "倍", "位"}
    # What is a part of another column (うち活用済み), or told in the title itself, is a share.
    told = any(_PART.match(label) for label in table.labels) or any(one.kind == "share" for one in claims(title))
    own = unit_in(title)
    rate = _RATE_OF_UNIT.search(title) if own and amounts and not _PER.search(title) else None
    if rate is not None and any(same_unit(base_unit(own)[0], unit) for unit in units):
        yield rate.start(), rate.end(), "、".join(sorted(units))
    if match is not None and amounts and not told and not _SHARE.search(plain(" ".join((table.title, *table.labels)))):
        yield match.start(), match.end(), "、".join(sorted(units))


def _classes(title: str, table: FactTable) -> Iterator[Amiss]:
    """By what the data are divided: 地域別, where the table's title has 時期別, and no label knows of 地域."""
    theirs = [match.group() for match in _CLASS.finditer(plain(table.title))]
    told = plain(" ".join((table.title, *table.labels, table.notes, table.head)))
    for match in _CLASS.finditer(title):
        if theirs and theirs[0] not in title and not set(match["by"]) & set(told):
            yield match.start(), match.end(), theirs[0]


def _divided(title: str, table: FactTable) -> Iterator[Amiss]:
    """One row of a table, said to be divided by what the rows are: 南部の地区別人口 of a table by 地区."""
    head = plain(table.head)
    named = mentions(title, table.rows) if len(head) > 1 and f"{head}別" in title else ()
    if len(named) == 1 and not _TOTAL.search(named[0].label):
        [one] = named
        match = re.compile(rf"(?P<whole>[一-龥]{{0,4}}?)(?:の|における|、)?{re.escape(head)}別").match(title, one.end)
        if match is not None:
            yield one.start, match.end("whole"), plain(table.title)
