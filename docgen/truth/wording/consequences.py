"""What follows from a mark, as a text says: 評価がSの課題は増額、Aは継続、Bは減額とする."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Legend
from docgen.sentences.plain import plain
from docgen.truth.wording.marks import meanings

_FEWEST = 2


def consequences(evidence: Evidence) -> Iterator[Legend]:
    """What the texts of a deck say that follows from the marks of its legends, as legends of the same marks."""
    for legend in evidence.legends:
        marks = "|".join(map(re.escape, sorted(meanings(legend), key=len, reverse=True)))
        told = re.compile(rf"(?P<mark>{marks})(?:の[一-龥]{{1,4}})?は(?P<word>[一-龥]{{2,4}})(?=、|と|。|$)")
        for statement in evidence.statements:
            found = {match["mark"]: match["word"] for match in told.finditer(plain(statement.text))}
            if len(found) >= _FEWEST and len(set(found.values())) == len(found):
                yield Legend(legend.of, found, legend.where)
