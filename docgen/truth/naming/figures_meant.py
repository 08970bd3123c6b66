"""A figure that a sentence refers to, and whose title has nothing of the sentence, while another's has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Titled
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.naming.markers import Key, markers
from docgen.truth.sentence import Sentence

_OTHER = re.compile(r"[0-9\s、。・()「」～年度月日]|の$|^の")
_FEWEST = 2


def figures_are_those_meant(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The one figure that a sentence refers to, where its title shares nothing with the sentence that other titles do
    not have, and that of one other figure does: 寄り合いの少ない集落が目立つ（図4参照）.
    """
    titled = _by_number(evidence.titles)
    for sentence in sentences if len(titled) > 1 else ():
        named = [marker for marker in markers(sentence.words) if marker.key in titled]
        if len(named) != 1 or sentence.statement.where is not None:
            continue
        own = titled[named[0].key]
        said = _pairs(sentence.words)
        meant = [one for one in titled.values() if len(said & (_pairs(one.title) - _pairs(own.title))) >= _FEWEST]
        if len(meant) == 1 and not said & (_pairs(own.title) - _pairs(meant[0].title)):
            yield sentence.breach(
                "title-not-fitting",
                sentence.spot(named[0].start, named[0].end),
                written=sentence.words[named[0].start : named[0].end],
                right=f"{own.title}（{meant[0].number}: {meant[0].title}）",
            )


def _by_number(titles: Sequence[Titled]) -> Mapping[Key, Titled]:
    return {marker.key: one for one in titles if one.number for marker in markers(one.number)}


def _pairs(text: str) -> frozenset[str]:
    """The pairs of letters in a text, numbers and signs left out."""
    return frozenset(pair for pair in map("".join, pairwise(plain(text))) if not _OTHER.search(pair))
