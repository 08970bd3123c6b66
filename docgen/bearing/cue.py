"""Which facts of a table a claim can speak of, by the labels and periods that its sentence names near it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.deeds import is_deed, without_deeds
from docgen.bearing.fact import TOTALS, Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.wholes import whole_of
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.letters import is_kanji
from docgen.value import value


@value(frozen=True, slots=True)
class Cue:
    """What a sentence says about the facts that one of its claims can mean in one table.

    ``rows`` and ``columns`` hold the labels, the nearest first; empty where the sentence names none on that side. ``whole``
    is the label of what a share is a part of, ``of_all`` tells that it is a part of all (全体の). ``periods`` are all that
    the sentence names; ``own_period`` tells whether one stands in the claim's clause. ``others`` are its other claims,
    ``words`` the claim's own characters.
    """

    table: FactTable
    claim: Claim
    sentence: str
    clause: str
    words: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    whole: str
    of_all: bool
    periods: tuple[Period, ...]
    own_period: bool
    others: tuple[Claim, ...]

    @property
    def bases(self) -> tuple[Claim, ...]:
        """The other claims that something is counted of."""
        return tuple(other for other in self.others if other.kind == "base")

    def fits(self, fact: Fact, row: str | None = None, column: str | None = None) -> bool:
        """Whether the labels of ``fact`` are those that are meant; ``row`` and ``column`` state others."""
        rows = (row,) if row is not None else self.rows[:1]
        columns = (column,) if column is not None else self.columns[:1]
        return (not rows or fact.row in rows) and (not columns or fact.column in columns)

    def at(self, period: Period | None) -> bool:
        """Whether the claim can hold at ``period``: at its own, or at any named where its clause names none."""
        own = self.claim.period
        if own is None or same_period(own, period):
            return True
        return not self.own_period and any(same_period(named, period) for named in self.periods)


def cue(sentence: str, claims: Sequence[Claim], claim: Claim, table: FactTable) -> Cue:
    """What ``sentence`` (half-width) says about ``claim``, one of its ``claims``, in ``table``."""
    start, end = _clause(sentence, claim)
    named = _named(sentence, claims, table)
    rows, columns = _sides(sentence, claims, claim, named, table) if named else ((), ())
    claims = [other for other in claims if other is claim or not (named and _is_label(other, named))]
    periods = [other for other in claims if other.kind == "period"]
    whole, of_all = whole_of(sentence, claim, named)
    return Cue(
        table,
        claim,
        sentence,
        sentence[start:end],
        sentence[claim.start : claim.end],
        rows,
        columns,
        whole,
        of_all,
        tuple(dict.fromkeys(other.period for other in periods if other.period)),
        any(start <= other.start <= end for other in periods),
        tuple(other for other in claims if other is not claim),
    )


def _sides(
    sentence: str, claims: Sequence[Claim], claim: Claim, named: Sequence[Mention], table: FactTable
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rows and the columns that are named, the nearest to a claim first."""
    rows = [mention for mention in named if mention.label in table.rows and not _is_column(sentence, mention, named, table)]
    columns = [mention for mention in named if mention.label in table.columns and mention not in rows]
    columns = [mention for mention in columns if not _is_measured_otherwise(sentence, mention, claim, claims, table)]
    counted = {fact.column for fact in table.facts} if columns else ()
    columns = [one for one in columns if one.label in counted]
    columns = without_deeds(sentence, columns)
    columns = [one for one in columns if not _is_measure(sentence, claim, one, columns, table)]
    return _nearest(sentence, claim, rows, claims), _nearest(sentence, claim, columns, claims)


def _is_measure(
    sentence: str, claim: Claim, mention: Mention, columns: Sequence[Mention], table: FactTable
) -> bool:
    """Whether a name only tells what is measured of the column before it, of another unit: 消費量 of 電力の消費量は2%減."""
    owner = next((one for one in columns if one.end + 1 == mention.start and sentence[one.end] == "の"), None)
    if owner is None or claim.kind not in ("change", "multiple", "number"):
        return False
    own, others = ({fact.unit for fact in table.facts if fact.column == one.label} for one in (mention, owner))
    measured = any(same_unit(claim.unit, unit) for unit in own)
    return not own & others and not (measured or "%" in own | others)


def _named(sentence: str, claims: Sequence[Claim], table: FactTable) -> list[Mention]:
    """Where a sentence names labels of a table: not within a number (12路線) or a word of the title (農林水産物), and not
    what a label before it is of (林産物の輸出額, where 輸出額計 is a total; 女性の就業率 in a table of 就業率).
    """
    named = [
        mention
        for mention in mentions(sentence, table.labels)
        if not _is_denied(sentence, mention)
        and not _within(sentence, mention, claims)
        and not _is_part(sentence, mention, table.title)
    ]
    return without_whole(sentence, named, table)


def without_whole(sentence: str, named: Sequence[Mention], table: FactTable) -> list[Mention]:
    """The names of a sentence without that of what the name before it is a part of: 出動 of 軽症による出動."""
    of = [
        one
        for before, one in pairwise(named)
        if _tells(sentence, before, one)
        and sentence[one.start : one.end] not in TOTALS
        and (one.label.endswith("計") or _is_part_of(before, one, table))
    ]
    return [mention for mention in named if mention not in of]


def is_attribute(between: str) -> bool:
    """Whether what stands between two names makes the first tell which the second is: の, and を要する.

    >>> [is_attribute(words) for words in ("の", "を要する", "に就く", "は", "が減り、")]
    [True, True, True, False, False]
    """
    return _ATTRIBUTE.fullmatch(between) is not None


def _is_label(claim: Claim, named: Sequence[Mention]) -> bool:
    """Whether a number, or a period without a year, is in the name of a row: 6月 in a table of months, 75歳以上."""
    bare = (claim.kind == "period" and claim.period is None) or claim.kind in ("number", "base")
    return bare and any(one.start <= claim.start and claim.end <= one.end for one in named)


def is_limited(sentence: str, end: int) -> bool:
    """Whether what follows a name at ``end`` limits what is told next to it.

    >>> is_limited("高齢者に限ると、死者は29人", 3), is_limited("高齢者の死者は29人", 3)
    (True, False)
    """
    return _LIMITED.match(sentence, end) is not None


def _tells(sentence: str, before: Mention, one: Mention) -> bool:
    """Whether a name tells what part of the next is meant: 女性の教員; of うち女性 also 女性教員 and 女性に限ると."""
    if is_attribute(sentence[before.end : one.start]):
        return True
    limited = before.end == one.start or is_limited(sentence, before.end)
    return limited and before.label.startswith("うち")


def _is_part_of(before: Mention, one: Mention, table: FactTable) -> bool:
    """Whether a column is told to be a part of another: of the subject of the table, or by its own name (うち通信販売)."""
    if not {before.label, one.label} <= set(table.columns) or before.label in table.title:
        return False
    return one.label in table.title or before.label.startswith("うち")


def _is_denied(sentence: str, mention: Mention) -> bool:
    """Whether a word says that it is not so: 執行 of 未執行, 完了 of 完了に至らなかった."""
    before = sentence[max(0, mention.start - 1) : mention.start]
    return before in ("未", "非", "不") or _NOT_SO.match(sentence, mention.end) is not None


def _within(sentence: str, mention: Mention, claims: Sequence[Claim]) -> bool:
    """Whether a mention is part of a number: 路線 of 12路線 names no 路線数, but 上位20港 is a name with its digits."""
    digits = any(letter.isdigit() for letter in sentence[mention.start : mention.end])
    return not digits and any(other.start <= mention.start and mention.end <= other.end for other in claims)


def _is_part(sentence: str, mention: Mention, title: str) -> bool:
    longer = sentence[max(0, mention.start - 1) : mention.end]
    kanji = is_kanji(longer) or longer.startswith("々")
    return kanji and mention.start > 0 and f"{longer}の" in title


def same_period(first: Period | None, second: Period | None) -> bool:
    """Whether two periods are the same; 2022年度末 and 2023年3月末 are, and what has no period holds at any."""
    if first is None or second is None or first == second:
        return True
    return first.end == second.end and first.kind in _POINTS and second.kind in _POINTS


_CLAUSE = "、。;"
_POINTS = frozenset({"year_end", "fiscal_year_end", "month", "day"})
_NOT_SO = re.compile("に(?:は|も)?至ら|でき(?:ず|な)|しな(?:い|かった)")
_ATTRIBUTE = re.compile(
    "(?:へ|から|で|における|向け)?の|に(?:よる|ついての)|[をにで][一-龥]{1,3}(?:する|した|[けげせてねべめれ]?[るた]|[くぐすつぬぶむうい])"
)
_LIMITED = re.compile("に(?:限|絞)[ぁ-ん]{1,4}、")
# Of what the claim is a part: 研究者の13.0%に当たる117人.
_WHOLE_OF = re.compile(
    r"(?:[一-龥ァ-ヴー]{0,6})?の(?:約|ほぼ)?[\d.]+(?:%|割|倍|分の\d)[余強弱り近く]{0,2}"
    r"(?:に(?:当た|相当す|上|達す)る|を占める|となる|の)約?"
)
# 中部は全体より7.0ポイント高い21.6%.
_THAN = re.compile(r"(?:を|より|に比べ|と比べ)約?[\d.,]+[^\s、。\d]{1,5}(?:[高低多長短]い|少ない|[上下]回る)約?")
_AGAINST = re.compile(r"値?[のはがを:(]?約?[0-9][0-9,.]*(?!年)[^\s、。0-9]{1,4}に(?:対し|比べ)て?、?")
_EXTREME = re.compile("(?:で|と)最も[一-龥]{1,2}(?:い|かった|な)")


def _clause(sentence: str, claim: Claim) -> tuple[int, int]:
    starts = [sentence.rfind(mark, 0, claim.start) + 1 for mark in _CLAUSE]
    ends = [end for mark in _CLAUSE if (end := sentence.find(mark, claim.end)) >= 0]
    return max(starts), min(ends, default=len(sentence))


def _is_column(sentence: str, mention: Mention, named: Sequence[Mention], table: FactTable) -> bool:
    """Whether a name of a row and of a column means the column: 計 of 医療の計, behind another row."""
    if mention.label not in table.columns:
        return False
    before = [other for other in named if other.end <= mention.start and other.label in table.rows]
    if any(sentence[other.end : mention.start] in ("の", "") for other in before):
        return True
    # 男性1,710人、女性890人の計: of more columns than rows, it is their total.
    parts = {other.label for other in named if other.end <= mention.start and other.label not in TOTALS}
    return mention.label in TOTALS and len(parts.intersection(table.columns)) > len(parts.intersection(table.rows))


def _nearest(sentence: str, claim: Claim, named: Sequence[Mention], claims: Sequence[Claim]) -> tuple[str, ...]:
    """The labels mentioned, from the one that the claim most likely means to the least."""
    behind = [mention for mention in named if mention.start >= claim.end]
    before = [mention for mention in named if mention.end <= claim.start and not _contrasted(sentence, mention, claim)]
    ends = [one.end for one in claims if one.kind != "period"]
    before = [one for one in before if not any(is_of_number_before(sentence, one, end) for end in ends)]
    if len(before) > 1 and before[-1].end == claim.start and before[-2].label not in TOTALS:
        # 人材育成の予算は計666億円: 計 is no row, but how the number is computed.
        before = before[:-1] if sentence[before[-1].start : before[-1].end] in TOTALS else before
    owned = [
        m
        for m in behind
        if (_is_owned(sentence[claim.end : m.start], claim) or is_of_number_before(sentence, m, claim.end))
        and m.label not in TOTALS
    ]
    return tuple(dict.fromkeys(mention.label for mention in (*owned[:1], *reversed(before), *behind)))


def is_of_number_before(sentence: str, mention: Mention, end: int) -> bool:
    """Whether a name stands alone in brackets right behind a number that ends at ``end``: 3.9%(南雲県)から5.3%(北星県)."""
    return mention.start - 1 == end and sentence[end] == "(" and sentence.startswith(")", mention.end)


def _is_owned(between: str, claim: Claim) -> bool:
    """Whether what stands between a number and a name makes the number that of the name: 14日で最も多い6月."""
    return between in owned_by(claim) or _EXTREME.fullmatch(between) is not None


def owned_by(claim: Claim) -> tuple[str, ...]:
    """What may stand between a number and the name of what is so much: 3分の2は森林整備に."""
    return ("を", "が", "の", "は") if claim.kind == "share" else ("を", "が", "の")


def _contrasted(sentence: str, mention: Mention, claim: Claim) -> bool:
    """Whether a label is that of what ``claim`` is held against, or a part of: 目標 of 目標の500人に対し540人."""
    return any(words.fullmatch(sentence, mention.end, claim.start) for words in (_AGAINST, _WHOLE_OF, _THAN))


def _is_measured_otherwise(
    sentence: str, mention: Mention, claim: Claim, claims: Sequence[Claim], table: FactTable
) -> bool:
    """Whether a column is of another unit than a number, and stands behind it (世帯数 of 18,460人、世帯数は7,560世帯),
    behind one that tells of it (展覧会 of 9回の展覧会に14万人), or is what was done (交付 of 交付した80件).
    """
    if claim.kind != "number" or not claim.unit or claim.unit not in table.units:
        return False
    counted = {fact.unit for fact in table.facts if fact.column == mention.label}
    others = {fact.unit for fact in table.facts if fact.column != mention.label}
    if any(same_unit(claim.unit, unit) for unit in counted) or claim.unit not in others:
        return False
    if is_deed(sentence, mention):
        return True
    told = [one for one in claims if one.end <= mention.start and any(same_unit(one.unit, unit) for unit in counted)]
    return mention.start >= claim.end or bool(told)
