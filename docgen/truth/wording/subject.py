"""Which series of a table a word of a sentence speaks of, by the labels that are named before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.cue import is_attribute, is_limited
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.bearing.selection import is_total
from docgen.sentences.plain import plain
from docgen.truth.context import same_slide, strange_words, title_words
from docgen.truth.sentence import Sentence
from docgen.truth.wording.among import without_among, without_wholes
from docgen.truth.wording.parts import clauses_before
from docgen.truth.wording.series import BEFORE, Series, series_of
from docgen.truth.wording.vocabulary import ADVERB, DIRECTION
from docgen.value import value

# What a clause says of the cause is not what it speaks of: 円安の影響で.
_CAUSE = re.compile(
    r"[^、。はが]*(?:の影響(?:で|により|から|を受け(?:て)?)?|を背景に|に伴[いうっ](?:て)?|により|によって|を受け(?:て)?"
    r"|のため|を反映し(?:て)?|に応じて"
    r"|に加え(?:て)?|もあり|等から)"
)
_JOINING = re.compile(
    r"[」』]?(?:と|や|及び|並びに|・|、|,|/|に加え|も|の(?=[^、。]*(?:も|は|とも)$))[「『]?|[」』][「『]?|[「『]"
)
_COMPARED_WITH = re.compile("(?:の[^、。はが]{0,8})?(?:より|に比べ|と比べ|を(?:上回|下回))")
_GAP = re.compile("の(?:差|開き|格差)(?=[はがも])")
_TWO = re.compile("両(?:[国県市町村者方港校区社]|地域|地区|部門)$")
# Behind several names: what is told is of all of them together.
_TOGETHER = re.compile("(?:の[^、。はが]{0,8})?で(?:は)?(?:約|合わせ|合計|計|全体|[0-9])")
_SHARE = re.compile("割合|比率|構成比|シェア|占め")
_QUOTES = re.compile("[「」『』]")
_BLANK = "\0"
# What is not said of the present value of the table, unless the table has the word too.
_OTHER = re.compile(
    "目標|見込|予測|見通し|計画|想定|予定|推計|試算|平均|当たり|あたり|累計|累積|以外|除[くい]|上位|下位|その他|他の"
    "|うち|内訳|月(?:期|分|は|に)|半期"
    "|[春夏秋冬](?:の|は|に|季)|新たに|新規|格差|との差|の差|純増|純減|伸び率|増加率|減少率|増減率|成長率|変化率|増加幅"
    "|減少幅|伸び幅|[0-9]+月"
)


@value(frozen=True, slots=True)
class Subject:
    """What a word speaks of in a table: the labels that are named, a tuple for each side, empty where none is."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]


def spoken_of(sentence: Sentence, begin: int, at: int, table: FactTable) -> tuple[Series, ...]:
    """The series that the word at ``at``, whose part begins at ``begin``, speaks of; nothing where that is in doubt.

    Several, where several are named as one subject: 輸出と輸入は.
    """
    gap = _GAP.search(sentence.words, begin, at)
    if gap is not None:
        return _gap_of(sentence, begin, gap, table)
    subject = subject_of(sentence, begin, at, table)
    if subject is None:
        return ()
    every = series_of(table)
    found = [series for series in every if _meant(series, subject, every)]
    named = max(len(subject.rows), 1) * max(len(subject.columns), 1)
    if len(found) > named or not found or not _measured_so(sentence, at, found):
        return ()
    return tuple(found)


def _gap_of(sentence: Sentence, begin: int, gap: re.Match[str], table: FactTable) -> tuple[Series, ...]:
    """How far two series are apart, as one series: 輸出と輸入の差."""
    of_both = _TWO.search(sentence.words, begin, gap.start())
    told = replace(sentence, words=_blank(sentence.words, *of_both.span())) if of_both else sentence
    labels = _both(sentence, begin, gap.start(), table) if is_about(told, gap.start(), table) else []
    if len(labels) != 2:
        return ()
    found = [series for series in series_of(table) if series.row in labels or series.column in labels]
    if len(found) != 2 or [fact.period for fact in found[0].facts] != [fact.period for fact in found[1].facts]:
        return ()
    pairs = zip(found[0].facts, found[1].facts, strict=True)
    facts = tuple(replace(one, value=abs(one.value - other.value)) for one, other in pairs)
    return (Series(table, "", f"{'と'.join(labels)}の差", facts),) if found[0].unit == found[1].unit else ()


def _blank(words: str, start: int, end: int) -> str:
    return f"{words[:start]}{_BLANK * (end - start)}{words[end:]}"


def _both(sentence: Sentence, begin: int, at: int, table: FactTable) -> list[str]:
    """The two labels that are joined before a place, or that the sentence named before 両国の."""
    words = sentence.words
    if _TWO.search(words, begin, at):
        every = [one.label for one in mentions(words, _labels(table)) if one.end <= at and _is_whole(words, one)]
        for side in (table.rows, table.columns):
            own = list(dict.fromkeys(label for label in every if label in side))
            if len(own) > 1:
                return own
        return []
    named = named_before(sentence, begin, at, table)
    joined = named is not None and len(named) == 2 and re.fullmatch("と|及び", words[named[0].end : named[1].start])
    return [one.label for one in named] if named is not None and joined else []


def subject_of(sentence: Sentence, begin: int, at: int, table: FactTable) -> Subject | None:
    """The labels that the word at ``at`` speaks of; None where another subject may be meant than the table's."""
    if not is_about(sentence, at, table):
        return None
    found = named_before(sentence, begin, at, table)
    if found is None:
        return None
    rows = tuple(dict.fromkeys(mention.label for mention in found if mention.label in table.rows))
    columns = tuple(
        dict.fromkeys(
            mention.label for mention in found if mention.label in table.columns and mention.label not in rows
        )
    )
    if not found and not any(word in _about(sentence) for word in title_words(table)) and _names_something(sentence, at):
        return None
    return Subject(rows, columns)


def is_about(sentence: Sentence, at: int, table: FactTable) -> bool:
    """Whether what stands before ``at`` speaks of a table and its present values, and of nothing else."""
    titled = title_words(table)
    if not same_slide(sentence.statement, table) and not (titled and all(word in _about(sentence) for word in titled)):
        return False
    told = plain(" ".join((table.title, *table.labels, table.notes)))
    told += "当たり" if any("/" in fact.unit for fact in table.facts) else ""
    begin = sentence.words.rfind("。", 0, at) + 1
    words = without_wholes(without_among(_undated(sentence, table), table), sentence, table)
    if any(match.group() not in told for match in _OTHER.finditer(words, begin, at)):
        return False
    return not strange_words(quiet(sentence), at, table)


def _undated(sentence: Sentence, table: FactTable) -> str:
    """The words of a sentence without the periods that a table has."""
    words = sentence.words
    has = {fact.period for fact in table.facts}
    for claim in sentence.claims:
        if claim.kind == "period" and claim.period in has:
            words = f"{words[: claim.start]}{_BLANK * (claim.end - claim.start)}{words[claim.end :]}"
    return words


def quiet(sentence: Sentence) -> Sentence:
    """A sentence whose words of extent and causes are blank."""
    words = sentence.words
    for pattern in (_CAUSE, ADVERB, DIRECTION, _QUOTES):
        words = pattern.sub(lambda match: _BLANK * len(match.group()), words)
    return replace(sentence, words=words)


def named_before(sentence: Sentence, begin: int, at: int, table: FactTable) -> tuple[Mention, ...] | None:
    """The labels in the last clause before ``at`` that has any; none at all is (), a doubtful list is None."""
    words = _uncaused(sentence.words)
    every = [mention for mention in mentions(words, _labels(table)) if _is_whole(words, mention)]
    # What something is compared with is not what is told of: 東館 of 北館は東館より少なく.
    every = [one for one in every if not (one.end <= begin and _COMPARED_WITH.match(words, one.end))]
    limited = [one for one in every if one.end <= at and one.label.startswith("うち") and is_limited(words, one.end)]
    if limited:
        return (limited[-1],)
    for start, end in (*clauses_before(words, begin, at), *clauses_before(words, 0, begin)):
        found = [mention for mention in every if start <= mention.start and mention.end <= end]
        if any(_is_rate(words, mention, table) for mention in found):
            return None
        if len(found) > 1 and _TOGETHER.match(words, found[-1].end):
            return None
        if found:
            return _one_subject(words, found, every, table)
    return ()


def _is_rate(words: str, mention: Mention, table: FactTable) -> bool:
    """Whether a name is the beginning of that of a rate, which the table has not: 執行率, where it has 執行額."""
    longer = words[mention.start : mention.end + 1]
    return longer.endswith(("率", "比", "残")) and longer not in plain(" ".join((table.title, *table.labels)))


def _uncaused(words: str) -> str:
    return _CAUSE.sub(lambda match: _BLANK * len(match.group()), words)


def _labels(table: FactTable) -> tuple[str, ...]:
    return tuple(label for label in table.labels if not BEFORE.fullmatch(label))


def _is_whole(words: str, mention: Mention) -> bool:
    """Whether a label of one character stands alone: 海 of 海では, not of 海原市."""
    beside = words[mention.start - 1 : mention.start] + words[mention.end : mention.end + 1]
    return mention.end - mention.start > 1 or not re.search("[一-龥ァ-ヴ]", beside)


def _one_subject(
    words: str, found: Sequence[Mention], every: Sequence[Mention], table: FactTable
) -> tuple[Mention, ...] | None:
    """The labels where they are one row, one column, both, or a list of either; the list may begin a clause earlier."""
    # 計の of ロゼは計の過半 is the whole of which something is a part.
    found = _without_causes(words, without_nouns(words, found), table)
    wholes = [one for one in found if is_total(table, one.label) and words.startswith("の", one.end)]
    found = [one for one in found if one not in wholes] or found
    for side in (table.rows, table.columns):
        own = [mention for mention in found if mention.label in side]
        if any(not _JOINING.fullmatch(words[one.end : other.start]) for one, other in pairwise(own)):
            return None
    first = found[0]
    before = [mention for mention in every if mention.end <= first.start]
    while before and words[before[-1].end : first.start] == "、":
        first = before.pop()
        found = [first, *found]
    return tuple(found)


def _without_causes(words: str, found: Sequence[Mention], table: FactTable) -> list[Mention]:
    """Mentions without columns that only tell what another one, of another unit, is of: 火災 of 火災による損害額."""
    units = {one.label: {fact.unit for fact in table.facts if fact.column == one.label} for one in found}
    causes = [
        one
        for one, other in pairwise(found)
        if is_attribute(words[one.end : other.start]) and {one.label, other.label} <= set(table.columns)
        if units[one.label] and units[other.label] and units[one.label].isdisjoint(units[other.label])
    ]
    return [mention for mention in found if mention not in causes]


def without_nouns(words: str, found: Sequence[Mention]) -> list[Mention]:
    """Mentions without those that only tell what another one is: 橋梁 of 要修繕の橋梁, where the table has 橋梁数."""
    short = [
        other
        for one, other in pairwise(found)
        if words[one.end : other.start] == "の" and words[other.start : other.end] != other.label
    ]
    return [mention for mention in found if mention not in short]


def _meant(series: Series, subject: Subject, every: Sequence[Series]) -> bool:
    return _fits(series.row, subject.rows, {one.row for one in every}, series.table) and _fits(
        series.column, subject.columns, {one.column for one in every}, series.table
    )


def _fits(label: str, named: tuple[str, ...], labels: set[str], table: FactTable) -> bool:
    if named and labels & set(named):
        return label in named
    totals = {one for one in labels if is_total(table, one)}
    return not totals or label in totals


def _measured_so(sentence: Sentence, at: int, found: Sequence[Series]) -> bool:
    """Whether the sentence speaks of shares only where the series are such."""
    told = " ".join((found[0].table.title, *(series.name for series in found)))
    spoken = _SHARE.search(sentence.words, 0, at)
    return spoken is None or all(series.unit == "%" for series in found) or spoken.group() in told


def _about(sentence: Sentence) -> str:
    return f"{sentence.words} {plain(sentence.statement.page)}"


def _names_something(sentence: Sentence, at: int) -> bool:
    """Whether a topic stands before ``at`` that is no period."""
    words = sentence.words
    for claim in sentence.claims:
        words = f"{words[: claim.start]}{_BLANK * (claim.end - claim.start)}{words[claim.end :]}"
    return re.search(r"[一-龥ァ-ヴー]{2,}(?:数|額|率|量)?[はがも]", words[:at]) is not None
