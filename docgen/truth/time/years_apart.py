"""A year that is told by how far it is from another, and by its number: 3年後の2022年度, behind 2020年度."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

_DISTANCE = re.compile(
    "(?<![0-9一二三四五六七八九十])(?P<years>[0-9]{1,2}|[一二三四五六七八九])(?:か|ヶ)?年度?(?P<half>半)?(?P<way>前|後)(?:の|に[当あ]たる|である|、)"
)
# What the years are counted from, where that is none of the years named: 開館から20年後の.
_SINCE = re.compile("(?:から|より|以来|以降|の)(?:数えて)?、?$")
_KANJI = str.maketrans("一二三四五六七八九", "123456789")
_ENDS = frozenset({"year", "fiscal_year", "year_end", "fiscal_year_end", "day", "month"})
_HALF_YEARS = 2


def years_as_far_apart(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A year so many years before or after another (3年後の2022年度) that is as far from none named before it."""
    for sentence in sentences:
        for match in _DISTANCE.finditer(sentence.words) if "年" in sentence.words else ():
            years = [one for one in sentence.claims if one.kind == "period" and one.start == match.end()]
            before = [one for one in sentence.claims if one.kind == "period" and one.end <= match.start() and one.period]
            if years and before and not _is_since(sentence, match.start()):
                halves = _HALF_YEARS * int(match["years"].translate(_KANJI)) + bool(match["half"])
                if not _is_so_far(years[0], before, -halves if match["way"] == "前" else halves, bool(match["half"])):
                    yield sentence.breach(
                        "told-twice",
                        sentence.spot(match.start(), years[0].end),
                        words=sentence.spot(match.start(), years[0].end).words,
                        right=str(years[0].period),
                    )


def _is_since(sentence: Sentence, start: int) -> bool:
    """Whether the years are counted from what is no year or number of the sentence."""
    since = _SINCE.search(sentence.words, 0, start)
    return since is not None and not any(one.end == since.start() for one in sentence.claims)


def _is_so_far(year: Claim, before: Sequence[Claim], halves: int, fine: bool) -> bool:
    """Whether a period lies so many half years from one of those named before it, or is no one time."""
    at = year.period
    if at is None or at.kind not in _ENDS:
        return True
    others = [one.period for one in before if one.period is not None and one.period.kind in _ENDS]
    return not others or any(halves in _apart(at, one, fine) for one in others)


def _apart(at: Period, other: Period, fine: bool) -> tuple[int, ...]:
    """How many half years two times are apart: by their months where half a year counts, else by their years."""
    if not fine:
        return (_HALF_YEARS * (at.number - other.number), _HALF_YEARS * (at.fiscal_year - other.fiscal_year))
    return (round(((at.end.year - other.end.year) * 12 + at.end.month - other.end.month) / 6),)
