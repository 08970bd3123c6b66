"""Rows or years in which one column is above or below another: 輸出が輸入を下回ったのは2020年だけ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.counts.exact import REST, counting
from docgen.truth.counts.lines import Member
from docgen.truth.counts.miscount import miscount_of_rows
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.value import value

_NAME = "[」』]?[一-龥ァ-ヴー]{0,4}"
_SUBJECT = re.compile(rf"{_NAME}(?:の方)?(?:が|は)、?[「『]?")
_WAY = re.compile(
    rf"{_NAME}(?:(?P<above>を(?:大きく)?(?:上回(?:る|った|って(?:いる|いた))|超え(?:る|た|て(?:いる|いた))))"
    r"|を(?:大きく)?下回(?:る|った|って(?:いる|いた)))"
)
_COUNTED = re.compile(
    "(?:の|[一-龥ァ-ヴー]{1,6})(?:数)?(?:は|が)、?(?:[0-9一二三四五六七八九]+[^、。0-9]{1,4}(?:の?うち|中)、?)?(?:計|全部で|わずか|僅か)?"
)
_COUNT_FIRST = re.compile("(?:の[一-龥]{1,6})?(?:で(?:は)?|において)、?[「『]?")
_ONE = re.compile("(?<=[はが])一つ(?=で|だ|のみ|に[とす限]|。|、|$)")
_NOT_ALL = re.compile("連続|以外|除[くいき]")
_TIMES = re.compile("か?年度?|か?月|回|度|期")
_ANY = frozenset({"つ", "件", "回"})


@value(frozen=True, slots=True)
class Compared:
    """That one column is above, or below, another, as a sentence tells it: its characters, and what meets it of what."""

    start: int
    end: int
    side: str
    meeting: frozenset[Member]
    known: frozenset[Member]


def columns_compared(sentence: Sentence, table: FactTable) -> Iterator[Compared]:
    """What a sentence tells of two columns of a table, at the one time that it names or the table has."""
    named = mentions(sentence.words, table.columns) if "回" in sentence.words or "超え" in sentence.words else ()
    for first, second in pairwise(named):
        told = first.label != second.label and _SUBJECT.fullmatch(sentence.words, first.end, second.start)
        way = _WAY.match(sentence.words, second.end) if told else None
        found = _pairs(sentence, first.label, second.label, table) if way is not None else None
        if way is not None and found is not None:
            above = bool(way["above"])
            meeting = frozenset(name for name, (one, other) in found.items() if one != other and (one > other) == above)
            side = "period" if any(isinstance(name, Period) for name in found) else "row"
            yield Compared(first.start, way.end(), side, meeting, frozenset(found))


def counts_by_columns(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of the rows or years in which one column is above another, where another number of them is."""
    tables = near(evidence)
    for sentence in sentences:
        compares = "回" in sentence.words or "超え" in sentence.words
        counts = [*counting(sentence), *_ones(sentence)] if compares else []
        for table in tables.on_page(sentence) if counts else ():
            for one in columns_compared(sentence, table):
                for claim, number in counts:
                    if _is_counted(sentence, claim, one, table) and number != len(one.meeting):
                        words = sentence.words[one.start : one.end]
                        yield miscount_of_rows(sentence, claim, words, len(one.meeting), table)


def _ones(sentence: Sentence) -> Iterator[tuple[Claim, int]]:
    """一つ where it counts, which else is a word for one of several."""
    for match in _ONE.finditer(sentence.words):
        yield Claim(match.group(), *match.span(), Decimal("0.5"), Decimal("1.5"), "つ", "number"), 1


def _is_counted(sentence: Sentence, claim: Claim, one: Compared, table: FactTable) -> bool:
    """Whether a count right behind, or right before, a comparison tells of how many rows or years it is so."""
    words = sentence.words
    behind = _COUNTED.fullmatch(words, one.end, claim.start) is not None and not words.startswith(("の", "中"), claim.end)
    before = _COUNT_FIRST.fullmatch(words, claim.end, one.start) is not None
    if not (behind or before) or _NOT_ALL.search(words, 0, claim.start):
        return False
    of_times = _TIMES.fullmatch(claim.unit) is not None
    kind = claim.unit in _ANY or of_times == (one.side == "period")
    return kind and (claim.unit in _ANY or not table.measures(claim.unit))


def _pairs(
    sentence: Sentence, first: str, second: str, table: FactTable
) -> dict[Member, tuple[Decimal, Decimal]] | None:
    """The two values of each row, or of each time, but for totals; None where the time is left open."""
    values = {
        (fact.row, fact.period, fact.column): fact.value for fact in table.facts if fact.column in (first, second)
    }
    units = {fact.unit for fact in table.facts if fact.column in (first, second)}
    keys = [(row, at) for row, at, column in values if column == first and (row, at, second) in values]
    rows = {row for row, _ in keys}
    periods = {at for _, at in keys}
    if len(units) != 1 or (len(rows) > 1 and len(periods) > 1):
        return None
    dated = [one.period for one in sentence.claims if one.kind == "period"]
    if len(rows) > 1:
        keys = [(row, at) for row, at in keys if not is_total(table, row) and row not in REST]
        return None if dated and set(dated) != periods else _of(values, keys, first, second, by_row=True)
    if any(one is not None and one.kind == "span" for one in dated) or None in periods:
        return None
    return _of(values, keys, first, second, by_row=False)


def _of(
    values: dict[tuple[str, Period | None, str], Decimal],
    keys: Sequence[tuple[str, Period | None]],
    first: str,
    second: str,
    by_row: bool,
) -> dict[Member, tuple[Decimal, Decimal]] | None:
    found: dict[Member, tuple[Decimal, Decimal]] = {}
    for row, at in keys:
        name = row if by_row else at
        if name is not None:
            found[name] = (values[row, at, first], values[row, at, second])
    return found if len(found) > 1 else None
