"""One set of elements: what a sentence quotes beside items of a list is an item of it, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.truth.naming.alike import bare
from docgen.truth.naming.markers import items
from docgen.truth.sentence import Sentence

_FEWEST = 3
_SERIES = re.compile(
    r"[「『][^」』]+[」』](?:\s*(?:[(（][^()（）]*[)）])?(?:、|と|及び|並びに|・|,|、及び)?\s*[「『][^」』]+[」』])+"
)
_QUOTED = re.compile(r"[「『]([^」』]+)[」』]")


def one_set_of_elements(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """In a series of three or more 「…」, one that is no item of the list of which the others are."""
    lists = [{bare(one.label): one.label for one in items(listed)} for listed in evidence.lists]
    if not lists:
        return
    for sentence in sentences:
        for series in _SERIES.finditer(sentence.words):
            quoted = [(series.start() + match.start(1), match.group(1)) for match in _QUOTED.finditer(series.group())]
            for labels in lists:
                others = [(start, text) for start, text in quoted if bare(text) not in labels]
                if len(quoted) >= _FEWEST and len(others) == 1:
                    [(start, text)] = others
                    missing = [label for key, label in labels.items() if key not in {bare(one) for _, one in quoted}]
                    yield Breach(
                        "one-set-of-elements",
                        sentence.where,
                        spot=sentence.spot(start, start + len(text)),
                        written=text,
                        right="、".join(missing),
                        sentence=sentence.printed,
                    )
