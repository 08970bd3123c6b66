"""Two labels of one side that are one name (女性の研究者): a number may be told of either."""

from __future__ import annotations

from itertools import pairwise

from docgen.bearing.cue import Cue, cue, is_attribute
from docgen.bearing.mentions import mentions
from docgen.bearing.selection import is_total
from docgen.truth.sentence import Sentence


def either_label(sentence: Sentence, own: Cue) -> tuple[Cue, ...]:
    """Where two labels of one side and unit are one name (女性の研究者), a cue for each of them; () for no such name."""
    for side in (own.table.rows, own.table.columns):
        before = [one for one in mentions(own.sentence, side) if one.end <= own.claim.start]
        for one, other in pairwise(before):
            joined = is_attribute(own.sentence[one.end : other.start]) and not _is_class(own, one.label, other.label)
            if joined and _units(own, one.label) == _units(own, other.label):
                words = (_blank(own.sentence, one.end, other.end), _blank(own.sentence, one.start, other.start))
                return tuple(cue(text, sentence.claims, own.claim, own.table) for text in words)
    return ()


def _is_class(own: Cue, name: str, label: str) -> bool:
    """Whether a label only tells what the one before it is of: a total, or the subject of the table."""
    subject = label in own.table.title and name not in own.table.title
    return is_total(own.table, label) or label.endswith("計") or subject


def _units(own: Cue, label: str) -> frozenset[str]:
    return frozenset(fact.unit for fact in own.table.facts if label in (fact.row, fact.column))


def _blank(words: str, start: int, end: int) -> str:
    return words[:start] + "\0" * (end - start) + words[end:]
