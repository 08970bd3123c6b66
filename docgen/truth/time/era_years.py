"""A year by its two names that are two years: 令和3年（2022年）, 2018年度（平成31年度）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claims import claims
from docgen.truth.sentence import Sentence

_ERA = r"(?P<era>令和|平成|昭和|(?<![A-Za-z])[RHS](?=\d{1,2}(?:年|\((?:19|20))))(?P<number>元|\d{1,2})"
_UNIT = "(?:年度末?|年末?)?"
_DAY = r"(?:\d{1,2}月(?:\d{1,2}日|末)?)?"
_WESTERN = r"(?P<western>(?:19|20)\d\d)(?!\d)"
_TWICE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ERA}{_UNIT}{_DAY}\s*(?:\(|/|=|\[)\s*(?:西暦)?{_WESTERN}(?P<unit>{_UNIT}){_DAY}[)\]]?",
        rf"(?<!\d){_WESTERN}{_UNIT}{_DAY}\s*(?:\(|/|=|\[)\s*{_ERA}(?P<unit>{_UNIT}){_DAY}[)\]]?",
    )
)

_DATES = frozenset({"month", "day", "year_end", "fiscal_year_end"})


def years_by_two_names(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A year that is called by its era and in the western way, but the two are not one year."""
    for sentence in sentences:
        for pattern in _TWICE:
            for match in pattern.finditer(sentence.words):
                era, western = f"{match['era']}{match['number']}", int(match["western"])
                right = Period.parse(f"{era}年").number
                if right != western and not _dates_meet(match.group()):
                    yield sentence.breach(
                        "two-names-two-years",
                        sentence.spot(*match.span()),
                        words=sentence.spot(*match.span()).words,
                        era=f"{era}年",
                        right=str(right),
                    )


def _dates_meet(words: str) -> bool:
    """Whether both names are of days or months that meet: 令和4年度末（2023年3月31日）."""
    periods = [claim.period for claim in claims(words) if claim.kind == "period" and claim.period]
    if len(periods) != 2 or not any(period.kind in _DATES for period in periods):
        return False
    return periods[0].start <= periods[1].end and periods[1].start <= periods[0].end
