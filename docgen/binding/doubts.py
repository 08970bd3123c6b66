"""What speaks against a reference that prints what stands at a spot: another name beside it, another topic, no change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from docgen.binding.choice import Candidate
from docgen.binding.evidence import NAMED, Context, told
from docgen.binding.labels import Labels
from docgen.binding.spot import Spot
from docgen.derive.words import Change

# Words that say that a number is a change: behind it, or right before it.
_MOVES = re.compile(
    r"[)]?(?:の|も|、)?(?:増|減|急増|急減|上昇|低下|下落|後退|改善|悪化|拡大|縮小|伸び|上回|下回|多|少な|高|低|差|開き)"
)
_MOVED = re.compile(r"(?:差|残り|増加|減少|増加数|減少数|伸び|不足|開き)(?:は|が|の|で|、|:)?(?:約|計)?$")
_OWN = 3
# So small a part of what another topic is told of is no topic.
_TOPIC = 0.3


def is_no_change(candidate: Candidate, spot: Spot, sentence: str) -> bool:
    """Whether a change is meant where the sentence speaks of none: 2社 of 日本の2社."""
    numbers = [reference.number for reference in candidate.of]
    if candidate.datum.operation != "difference" and not isinstance(numbers[0], Change):
        return False
    if spot.kind in ("change", "points"):
        return False
    return not (_MOVES.match(sentence, candidate.form.end) or _MOVED.search(sentence, 0, candidate.form.start))


def is_another(candidate: Candidate, context: Context, others: Iterable[Labels], weights: Mapping[str, float]) -> bool:
    """Whether the words beside a spot name another datum of a candidate's table or record, and not the candidate's own.

    The place nearest to the spot where one of them is named decides.
    """
    own = candidate.evidence.labels
    if all(word.isascii() for word in own.telling):
        return False
    # Of the record's own values the clause names the one that is meant, of others the words right before the number.
    places = context.places[: 2 if candidate.evidence.near == _OWN else 1]
    siblings = {(other.telling, other.own | other.shared) for other in others if own.groups & other.groups}
    mine = own.own | own.shared
    return any(
        _is_rather(telling - mine, own.telling - words, places, context.behind, weights) for telling, words in siblings
    )


def _is_rather(
    sibling: frozenset[str],
    own: frozenset[str],
    places: Iterable[frozenset[str]],
    behind: frozenset[str],
    weights: Mapping[str, float],
) -> bool:
    """Whether half of what tells a sibling stands nearer to a number than anything that tells its own datum."""
    if own & behind:
        return False
    for place in places:
        if own & place:
            return False
        named = told(sibling & place, weights)
        if named >= max(NAMED, told(sibling, weights) / 2):
            return True
    return False


def is_off_topic(candidate: Candidate, context: Context, others: Iterable[Labels], weights: Mapping[str, float]) -> bool:
    """Whether data far from a sentence is meant although the sentence tells much more of other data."""
    if candidate.evidence.near or candidate.evidence.used:
        return False
    said = context.places[0] | context.places[1] | context.places[2]
    most = max((told((other.own | other.shared) & said, weights) for other in others), default=0.0)
    return candidate.evidence.told < _TOPIC * most


def is_far_fetched(candidate: Candidate, spot: Spot, before: Candidate | None) -> bool:
    """Whether a number of one digit is computed of data other than the number that stands before it."""
    if not candidate.is_computed or spot.significant > 1 or candidate.datum.operation != "ratio":
        return False
    return before is None or before.is_computed or before.datum != candidate.of[0].datum
