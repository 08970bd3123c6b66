"""Reading a text: every number, period and name with digits in it becomes a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache

import docgen.patterns as re
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.identifiers import identifiers
from docgen.sentences.numbers import numbers
from docgen.sentences.periods import ABSOLUTE, RELATIVE, absolute, relative
from docgen.sentences.plain import plain
from docgen.sentences.when import dated

# One of these stands in all that is read: a digit, a numeral, 同年, 前期, 現在, 半数, 倍増, an address.
_SIGN = re.compile(r"[\d一二三四五六七八九○十百千万億兆元年期半①-⑳㉑-㊿❶-❿⓪@]|現在|倍増|://|www")
# One of these stands in each period that is named by its year, or its month and day.
_OF_A_YEAR = re.compile(r"[\d元]")
_DIGITS = re.compile(r"[0-9]+")
_FROM_LAST = re.compile("(?:その|更に|さらに)$")
# What may be counted from a year that is named behind it: 前年を上回り、2021年に.
_AHEAD = re.compile("前年(?!度?末?[比差同増減])|第[1-4一二三四]四半期|[上下]半?期")
# Behind such a year: it is none that things are told of.
_NOT_TOLD = re.compile("(?:から|より|以降|以来|に比べ|と比べ|比|の水準|を|まで)|[^。]*(?:目標|見込|予測|計画|予定)")
# Behind a year: its number, which a later one is held against (2019年の64か所から6か所減った).
_BASE = re.compile(
    r"の?約?[\d.,]+[^、。\d()は]{1,5}(?:から|より|に比べ|と比べ)(?!の|\d{4}年)[^、。]*\d[^、。]*[減増上下低高多少縮伸]"
)
# Behind the period in brackets at the end of a sentence, which is that of all that it tells.
_AT_END = re.compile(r"\)。?\s*$")
_SENTENCE = re.compile(r"[^。\n]*[。\n]?")


def claims(text: str) -> list[Claim]:
    """What ``text`` claims, in its order: numbers, periods, and names with digits; they do not overlap.

    Full-width and half-width letters count alike. Every digit of the text lies in one of the claims. A text that has no
    claims, or half of one, gives what can be read of it; there are no errors.

    >>> [(claim.text, claim.kind) for claim in claims("I-1065は2022年に2,610人と、前年から1.0％減。")]
    [('I-1065', 'identifier'), ('2022年', 'period'), ('2,610人', 'number'), ('前年', 'period'), ('1.0％', 'change')]
    """
    return list(_claims(text))


# Rules read a text again and again, and decks repeat theirs.
@lru_cache(maxsize=16384)
def _claims(text: str) -> tuple[Claim, ...]:
    words = plain(text)
    found: list[Claim] = []
    for match in _SENTENCE.finditer(words):
        sentence = match.group()
        if _SIGN.search(sentence):
            found += (claim.moved(match.start()) for claim in _of_sentence(sentence, _last_period(found)))
    return tuple(found) if words == text else tuple(_printed(claim, text) for claim in found)


def _of_sentence(sentence: str, before: Period | None) -> Sequence[Claim]:
    names = [_name(match) for match in identifiers(sentence)]
    taken = _places(names)
    periods = _free(_periods(sentence), taken)
    periods = list(_counted_on(sentence, sorted(periods, key=_start), before))
    taken |= _places(periods)
    counted = _free(numbers(sentence, taken), taken)
    taken |= _places(counted)
    # What no pattern reads, such as the last digit of 0A0, is a name.
    rest = _free([_name(match) for match in _DIGITS.finditer(sentence) if match.start() not in taken], taken)
    return dated(sentence, sorted([*names, *periods, *counted, *rest], key=_start))


def _name(match: re.Match[str]) -> Claim:
    return Claim(match.group(), match.start(), match.end(), None, None, "", "identifier")


def _periods(sentence: str) -> Iterator[Claim]:
    for pattern in (ABSOLUTE, RELATIVE) if _OF_A_YEAR.search(sentence) else (RELATIVE,):
        for match in pattern.finditer(sentence):
            period = absolute(match) if pattern is ABSOLUTE else None
            yield Claim(match.group(), match.start(), match.end(), None, None, "", "period", period)


def _counted_on(sentence: str, mentions: Iterable[Claim], before: Period | None) -> Iterator[Claim]:
    """The mentions, each relative one (翌年度) counted from the year that was last named.

    Where none was, 前年 and 第3四半期 are counted from the year that is named next: 前年を上回り、2021年に.
    """
    mentions = tuple(mentions)
    last = part = before
    for mention in mentions:
        match = RELATIVE.fullmatch(sentence, mention.start, mention.end)
        if match is None:
            # Behind 2023年第3四半期 the 第4四半期 is one of that year.
            if before is None or not _is_base(sentence, mention, before):
                before = _year_of(mention) or before
            last = part = mention.period or before
            yield mention
            continue
        # その翌年 is counted from the year before it, be that counted too.
        base = last if _FROM_LAST.search(sentence, 0, mention.start) else before
        base = part if _is_within(match, part) else base
        if base is None and _AHEAD.match(sentence, mention.start) and not _in_brackets(sentence, mention):
            base = _named_next(sentence, mention, mentions)
        period = relative(match, base)
        last = period or last
        part = period if match["ordinal"] or match["half"] else part
        yield mention.holding_at(period)


def _is_base(sentence: str, mention: Claim, told: Period) -> bool:
    """Whether an older year is only what the one told of is held against: 2019年 of 2022年は2019年の64か所から6か所減り."""
    older = mention.period is not None and mention.period.kind == told.kind and mention.period.end < told.end
    return older and _BASE.match(sentence, mention.end) is not None


def _year_of(mention: Claim) -> Period | None:
    """The period that others are counted from: of a quarter of a calendar year the year."""
    return Period.year(mention.period.end.year) if mention.period and "年第" in mention.text else mention.period


def _is_within(match: re.Match[str], last: Period | None) -> bool:
    """Whether a mention is counted from the last part of a year: 前四半期, 前年同期 of 2023年度第3四半期."""
    counted = bool(match["quarter"]) or match.group().endswith(("同期", "同月", "同月末", "同日"))
    return counted and last is not None and (last.end - last.start).days < _HALF_YEAR


_HALF_YEAR = 185


def _in_brackets(sentence: str, mention: Claim) -> bool:
    return sentence.count("(", 0, mention.start) > sentence.count(")", 0, mention.start)


def _named_next(sentence: str, mention: Claim, mentions: Iterable[Claim]) -> Period | None:
    """The first year that is named behind a mention, where things are told of it."""
    behind = [one for one in mentions if one.start >= mention.end and one.period is not None]
    last = next((one for one in behind[-1:] if _AT_END.match(sentence, one.end) and _in_brackets(sentence, one)), None)
    ahead = last or next(iter(behind), None)
    if ahead is None or _NOT_TOLD.match(sentence, ahead.end):
        return None
    return ahead.period


def _places(claims: Iterable[Claim]) -> set[int]:
    """The places of the characters of some claims."""
    return {place for claim in claims for place in range(claim.start, claim.end)}


def _free(candidates: Iterable[Claim], taken: Set[int]) -> list[Claim]:
    """The candidates that have no character at a place that is ``taken``, and none of a longer or earlier candidate."""
    kept: list[Claim] = []
    in_order = sorted(candidates, key=lambda claim: (claim.start, -claim.end))
    if not in_order:
        return kept
    used = set(taken)
    for claim in in_order:
        places = range(claim.start, claim.end)
        if used.isdisjoint(places):
            kept.append(claim)
            used.update(places)
    return kept


def _start(claim: Claim) -> int:
    return claim.start


def _printed(claim: Claim, text: str) -> Claim:
    """A claim in the letters of the text that it was read from."""
    return replace(claim, text=text[claim.start : claim.end])


def _last_period(found: Sequence[Claim]) -> Period | None:
    return next((claim.period for claim in reversed(found) if claim.kind == "period" and claim.period), None)
