"""A count beside a stretch of numbered items (①～⑤の六段階, 五つ（図1～図4）), or of all that are numbered so (全4章)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.counts.exact import counting
from docgen.truth.counts.miscount import miscount
from docgen.truth.naming.markers import Marker, markers
from docgen.truth.naming.numbering import Numbered, numbered
from docgen.truth.sentence import Sentence

_TO = re.compile(r"\s*(?:～|から|より|―)\s*")
_BEHIND = re.compile(r"[)」]?(?:まで)?の?(?:計|合わせて|全)?")
_BEFORE = re.compile(r"[はがを]?[^、。はが]{0,6}[(（]")
_WHOLE_BEFORE = re.compile("(?:全|計|合わせて)$")
_WHOLE_BEHIND = re.compile("(?:の?うち|から(?:な|成|構成)|で構成|に分)")
_FEWEST = 2


def counts_of_stretches(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count that is not that of the numbers from one to another, or of all numbers of its kind in the deck's lists."""
    known = numbered(evidence)
    for sentence in sentences if known.kinds else ():
        counted = list(counting(sentence))
        found = markers(sentence.words) if counted else ()
        for claim, number in counted:
            stretch = _stretch(sentence.words, found, claim)
            if stretch is not None and stretch[0].kind in known.kinds:
                first, last = stretch
                there = last.number[-1] - first.number[-1] + 1
                listed = _listed(known, first.kind)
                if number != there:
                    # Where the count is that of the list, the stretch is off.
                    spot = sentence.spot(first.start, last.end) if number == len(listed) else sentence.spot_of(claim)
                    yield miscount(sentence, claim, [sentence.words[first.start : last.end]], there, spot)
            elif claim.unit in known.kinds and _is_of_all(sentence.words, claim):
                listed = _listed(known, claim.unit)
                if len(listed) >= _FEWEST and number != len(listed):
                    yield miscount(sentence, claim, [f"{one}{claim.unit}" for one in listed], len(listed))


def _stretch(words: str, found: Sequence[Marker], claim: Claim) -> tuple[Marker, Marker] | None:
    """The two markers of one kind, from the one to the other, right before a count or in brackets behind it."""
    for first, last in pairwise(found):
        alike = first.kind == last.kind and first.number[:-1] == last.number[:-1] and first.number < last.number
        if not alike or not _TO.fullmatch(words, first.end, last.start):
            continue
        before = last.end <= claim.start and _BEHIND.fullmatch(words, last.end, claim.start)
        behind = claim.end <= first.start and _BEFORE.fullmatch(words, claim.end, first.start)
        if before or behind:
            return first, last
    return None


def _listed(known: Numbered, kind: str) -> Sequence[int]:
    """The numbers of a kind, where they are of one part and run from 1 on."""
    numbers = sorted(known.kinds.get(kind, ()))
    plain = [number[0] for number in numbers if len(number) == 1]
    return plain if len(plain) == len(numbers) and plain == list(range(1, len(plain) + 1)) else []


def _is_of_all(words: str, claim: Claim) -> bool:
    told = _WHOLE_BEFORE.search(words, 0, claim.start) or _WHOLE_BEHIND.match(words, claim.end)
    return told is not None or claim.text.startswith("全")
