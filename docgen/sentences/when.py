"""When the numbers of a sentence hold: the period in the parentheses behind them, or the one that was named before."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.model.period import Period
from docgen.sentences.claim import Claim

_COMPARISONS = frozenset({"change", "points", "multiple"})
_UNDATED = frozenset({"period", "identifier", "duration"})
# Behind a period in parentheses: the number before these, of that period, is what changes: 41%(2020年度)から.
_IS_OF = re.compile(r"\)(?:から|より)")
# Behind a period: what is told of it, two numbers against each other: 2021年は、9人に対し.
_OF_ALL = re.compile("に?は、")
_AGAINST = re.compile("に対し")
# Between two numbers that one pair of parentheses dates: 55か国・174件(2008～2023年).
_JOINED = re.compile(r"[・、と/]|及び|並びに|\s")
# Behind a period, or behind its number: what follows is compared with it, and holds later.
_COMPARED_WITH = re.compile(
    r"\)?(?:比|から|より|に比べ|と(?:比べ|同[じ数額程値率水]|ほぼ同|変わら|並[びん])|に対し|以降|以来|を|並み"
    r"|の(?:半分|半数|水準(?!\()|約?[\d.]+(?:倍|(?:割|%|分の\d)(?:[余強弱近]く?|ほど|程度)?(?:に(?:当た|相当)|の水準)"
    r"|(?:割|%|分の\d)(?:以下|以上|未満|程度|近く|[弱強]|余り|[をに][^、。\d]{2,6}[るい])の?(?=約?\d))))"
)
# In parentheses before a change: it is of the period that is told before them.
_BEFORE_IT = re.compile(r"対?(?:前年度?|前期|前回)(?:同期|同月)?比?[^、0-9]{0,3}")
# Between a period and a number: the number is of another time that is not told.
_ANOTHER_TIME = re.compile(
    r"前回|次回|当初|従来|以前|ピーク|その後|[ただの]後、|年を経て|最新|直近|かつて|当時|目標|暦年|(?<![年月])(?:年度末|年末|期末|期首|年初)"
    r"|(?<![\d元年一-龥])年度(?:値|で|は|ベース)"
)
# Behind a period in parentheses: a number of its own.
_OWN_NUMBER = re.compile(r"(?:は|に|には|の|:)?\s*約?\d|[一-龥]{1,6}\d")
# Between a number and a period: the clause of the number tells of that period.
_DESCRIBES = re.compile(r"[^、。()]{0,14}[たる]")
# Behind a number: what it was before it changed. Between it and its own period.
_BEGINS = re.compile(r"(?:\([^)]*\))?(?:から|より)")
# Behind a period in parentheses: all that follows is told of it.
_TOPIC_BEHIND = re.compile(r"\)(?:を[見み]ると|について|では|は、|[\s　::])")
_LEVEL = re.compile("の(?:水準|値|実績|規模)")
_RIGHT_BEFORE = re.compile(r"の[^、。は]{0,12}")
_SUBJECT = re.compile(r"\)[はがも]、?約?")
# The end of a sentence that names two periods, and what stands between them.
_END = re.compile(r"\)。?\s*$")
_AND = re.compile("、|,|と|及び|・|→")


def dated(sentence: str, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of one sentence, in their order, each number with the period at which it holds, where one is named."""
    return tuple(
        claim
        if claim.kind in _UNDATED or (period := _period(sentence, claims, index)) is None
        else claim.holding_at(period)
        for index, claim in enumerate(claims)
    )


def _period(sentence: str, claims: Sequence[Claim], index: int) -> Period | None:
    claim = claims[index]
    latest = claim.kind in _COMPARISONS
    if not latest and (of_pair := _of_pair(sentence, claims, claim)) is not None:
        return of_pair
    own = _in_parentheses_behind(sentence, claims, index) or _beside(sentence, claims, index)
    if own:
        return max(own) if latest else own[0]
    if not latest and (beside := _of_subject(sentence, claims, claim)) is not None:
        return beside
    before = [n for n in claims[:index] if n.kind == "period" and not _in_parentheses(sentence, n) and n.text != "現在"]
    after = [named for named in claims[index:] if named.kind == "period" and _in_parentheses(sentence, named)]
    bracketed = [named.period for named in after if not _COMPARED_WITH.match(sentence, named.end)]
    later = next((period for period in bracketed if period), None)
    if latest:
        return later or max((named.period for named in before if named.period), default=None)
    if _BEGINS.match(sentence, claim.end):
        # 2021年には25位から30位: of when the 25 is, nothing tells but a period right before it.
        before = [named for named in before if not any(named.end <= other.start < claim.start for other in claims)]
        before = [named for named in before if _RIGHT_BEFORE.fullmatch(sentence, named.end, claim.start)]
        later = None
    own_time = next((named for named in reversed(before) if not _compared_with(sentence, claims, named, claim)), None)
    if (told := _told_behind(sentence, claims, index)) is not None:
        return told
    if own_time is not None and _date_between(sentence, claims, own_time, claim):
        return None
    if own_time is not None and _ANOTHER_TIME.search(sentence, own_time.end, claim.start):
        return None
    if own_time is None and later is None:
        return _headed(sentence, claims[:index])
    return later if own_time is None else own_time.period


def _of_subject(sentence: str, claims: Sequence[Claim], claim: Claim) -> Period | None:
    """The period in the parentheses behind the subject that a number is told of: 出生数(2021年)は9,320人."""
    named = [one for one in claims if one.kind == "period" and one.end <= claim.start]
    if not named or not sentence.startswith("(", named[-1].start - 1):
        return None
    return named[-1].period if _SUBJECT.fullmatch(sentence, named[-1].end, claim.start) else None


def _of_pair(sentence: str, claims: Sequence[Claim], claim: Claim) -> Period | None:
    """The period of one of two like numbers, where the sentence ends with the only two that it names: of 9円から10円に
    上がった(2018年度、2022年度) the first and the second."""
    pair = [named for named in claims if named.kind == "period"]
    if len(pair) != 2 or claim.start > pair[0].start or _END.match(sentence, pair[1].end) is None:
        return None
    bracketed = sentence.startswith("(", pair[0].start - 1)
    if not bracketed or _AND.fullmatch(sentence, pair[0].end, pair[1].start) is None:
        return None
    alike = [one for one in claims if (one.kind, one.unit) == (claim.kind, claim.unit)]
    return pair[alike.index(claim)].period if len(alike) == 2 else None


def is_compared_with(words: str, end: int) -> bool:
    """Whether what follows a period that ends at ``end`` is compared with it, or counted from it, and holds later.

    >>> [is_compared_with(words, 6) for words in ("2019年度から3件増えて", "2019年度の10倍の", "2019年度の値は")]
    [True, True, False]
    """
    return _COMPARED_WITH.match(words, end) is not None


def _headed(sentence: str, before: Sequence[Claim]) -> Period | None:
    """The period in parentheses behind the heading or topic of a sentence: 出願件数(2023年)をみると、."""
    named = [one for one in before if one.kind == "period" and _in_parentheses(sentence, one)]
    headed = [one for one in named if _TOPIC_BEHIND.match(sentence, one.end) and "(" + one.text in sentence]
    return headed[0].period if len(named) == 1 and headed else None


def _told_behind(sentence: str, claims: Sequence[Claim], index: int) -> Period | None:
    """The period that the clause of a number describes: 2021年度 of 企画展を5回に増やした2021年度."""
    following = next(iter(claims[index + 1 : index + 2]), None)
    described = following is not None and _DESCRIBES.fullmatch(sentence, claims[index].end, following.start)
    return following.period if following is not None and described and following.kind == "period" else None


def _date_between(sentence: str, claims: Sequence[Claim], named: Claim, claim: Claim) -> bool:
    """Whether a bare date in parentheses, that of another number, stands between a period and a number."""
    inside = [other for other in claims if named.end <= other.start < claim.start and other.kind == "period"]
    return any(
        sentence.startswith("(", other.start - 1) and sentence.startswith(")", other.end) and other.period != named.period
        for other in inside
    )


def _in_parentheses_behind(sentence: str, claims: Sequence[Claim], index: int) -> list[Period]:
    """The periods in the parentheses right behind a number, or behind the numbers that are joined to it."""
    end = claims[index].end
    for claim in claims[index + 1 :]:
        between = sentence[end : claim.start]
        if between.startswith("(") and ")" not in between:
            close = sentence.find(")", end)
            close = len(sentence) if close < 0 else close
            inside = [named for named in claims if named.kind == "period" and end < named.start < close]
            if any(_OWN_NUMBER.match(sentence, named.end) for named in inside):
                # 297人(2021年は203人): the date is that of the number behind it.
                return []
            return [
                n.period
                for n in inside
                if n.period
                and (_IS_OF.match(sentence, n.end) or not _COMPARED_WITH.match(sentence, n.end))
                and not _is_against(sentence, n)
            ]
        if not _JOINED.fullmatch(between) or claim.kind in _UNDATED:
            return []
        end = claim.end
    return []


def _beside(sentence: str, claims: Sequence[Claim], index: int) -> list[Period]:
    """The last period named before a number within the parentheses that both stand in."""
    if not _in_parentheses(sentence, claims[index]):
        return []
    start = sentence.rfind("(", 0, claims[index].start)
    if sentence[start + 1 : claims[index].start] == "同" and (last := _last_bracketed(sentence, claims, start)):
        return [last]
    named = [claim for claim in claims[:index] if claim.kind == "period" and claim.start > start]
    if not named and (level := [one for one in claims[:index] if one.kind == "period" and one.end <= start]):
        # 10年前の水準(3,820億円)を上回る: what a year's level is.
        alone = not any(level[-1].end <= one.start for one in claims[:index])
        return [level[-1].period] if alone and level[-1].period and _LEVEL.fullmatch(sentence, level[-1].end, start) else []
    compared = claims[index].kind in _COMPARISONS and len(named) == 1
    if compared and _BEFORE_IT.fullmatch(sentence, start + 1, claims[index].start):
        return []
    return [claim.period for claim in named[-1:] if claim.period]


def _last_bracketed(sentence: str, claims: Sequence[Claim], end: int) -> Period | None:
    """The period of the number in the parentheses before: 前年 of 米が9トン(前年8トン)、麦が5トン(同4トン)."""
    before = [at for at, claim in enumerate(claims) if claim.end <= end and _in_parentheses(sentence, claim)]
    numbers = [at for at in before if claims[at].kind not in _UNDATED]
    return next(iter(_beside(sentence, claims, numbers[-1])), None) if numbers else None


def _in_parentheses(sentence: str, claim: Claim) -> bool:
    return sentence.count("(", 0, claim.start) > sentence.count(")", 0, claim.start)


def _is_against(sentence: str, named: Claim) -> bool:
    """Whether a period is what a rate right behind it is held against: 対前年 of 対前年33.3%増."""
    return sentence[named.start - 1 : named.start] == "対"


def _compared_with(sentence: str, claims: Sequence[Claim], named: Claim, claim: Claim) -> bool:
    """Whether ``claim`` is compared with the period ``named``: 前年度から 5件増, 2018年の240万kWから288万kW."""
    first = next(other for other in claims if other.start >= named.end and other.kind not in _UNDATED)
    own = not any(other.kind == "period" for other in claims if named.end <= other.start < first.start)
    against = _OF_ALL.match(sentence, named.end) and _AGAINST.match(sentence, first.end)
    ends = [named.end, first.end] if first is not claim and own and not against else [named.end]
    return _is_against(sentence, named) or any(_COMPARED_WITH.match(sentence, end) for end in ends)
