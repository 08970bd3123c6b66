"""What a rate that stands right behind an amount must be: 92ha（21.9％）, 688件、率にして13.2％の増加."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.bearer import Bearer, exactly
from docgen.bearing.computations import bearers
from docgen.bearing.cue import Cue, cue
from docgen.bearing.fact import Fact
from docgen.bearing.selection import is_total
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence

_BEHIND = re.compile(r"(?:の)?(?:増加?|減少?|増え|減り)?(?:\(|、率にして|、率では|、割合にして|、)")
_OF_ALL = re.compile(
    r"(?:で(?:あり)?|と(?:なり|なって)?|に達し|に上り)?[、(](?:これは)?(?:全体|総額|総数|合計|計|総[一-龥]{1,2})の約?"
)
# Of a whole by its name: 合計は386万トンで、総生産量の98.6％.
_OF_NAMED = re.compile(r"(?:で(?:あり)?|と(?:なり|なって)?|に達し|に上り)?[、(](?:これは)?[^、。0-9はがをで]{2,16}の約?")
_CHANGED = re.compile("増|減|多い|少な|上回|下回|伸び")
_PARTS = frozenset({"cell", "sum", "complement"})


def rates_behind(sentence: Sentence, own: Cue) -> tuple[Bearer, ...] | None:
    """What a rate must be by the amount before it and the facts that bear this out; () where it stands behind none.

    Behind a difference it is the change in %, behind a part of a total its share. None where nothing bears the amount out:
    then the rate is not judged.
    """
    claim = own.claim
    if claim.unit != "%" or claim.kind not in ("share", "change") or claim.low is None or claim.high is None:
        return ()
    amount = next((other for other in reversed(sentence.numbers) if other.end <= claim.start), None)
    if amount is None or amount.unit in ("", "%") or amount.kind not in ("number", "change"):
        return ()
    between = sentence.words[amount.end : claim.start]
    of_named = bool(own.whole) and _OF_NAMED.fullmatch(between) is not None and claim.kind == "share"
    of_all = of_named or _OF_ALL.fullmatch(between) is not None
    if not of_all and not _BEHIND.fullmatch(between):
        return ()
    amount_of = cue(sentence.words, sentence.claims, amount, own.table)
    facts = {fact.place: fact for fact in own.table.facts}
    borne = [bearer for bearer in bearers(amount_of, ()) if bearer.bears(amount)]
    if not borne:
        return None
    parts = [bearer for bearer in borne if bearer.how in _PARTS]
    if not of_all and (not parts or _is_change(own, amount, between)):
        told = [bearer for bearer in borne if bearer.how == "difference"]
        return tuple(_changes(claim, [[facts[place] for place in bearer.of] for bearer in told]))
    if claim.kind == "share" and amount.kind == "number" and (of_all or "率" not in between):
        whole = own.whole if of_named else ""
        return tuple(_shares(own, amount, [facts[bearer.of[0]] for bearer in parts if bearer.of[0] in facts], whole))
    return ()


def _is_change(own: Cue, amount: Claim, between: str) -> bool:
    """Whether an amount is what something gained or lost: by its own word of direction, or by that behind the rate."""
    if amount.kind == "change" or _CHANGED.search(between):
        return True
    if own.claim.kind != "change":
        return False
    return "率" in between or between == "、"


def _changes(claim: Claim, pairs: Sequence[Sequence[Fact]]) -> Iterator[Bearer]:
    for new, old in pairs:
        if old.value and new.unit != "%":
            change = 100 * (new.value - old.value) / old.value
            yield exactly("percent_change", abs(change) if claim.kind == "share" else change, new, old)


def _shares(own: Cue, amount: Claim, facts: Sequence[Fact], named: str) -> Iterator[Bearer]:
    """The shares of an amount in the totals of the lines of its facts, or in the whole that is named."""
    if amount.low is None or amount.high is None:
        return
    value = (amount.low + amount.high) / 2
    for part in facts:
        for whole in own.table.facts:
            of_column = whole.column == part.column and _is_whole(own, whole.row, named)
            of_row = whole.row == part.row and _is_whole(own, whole.column, named)
            alike = whole.period == part.period and whole.unit == part.unit
            if (of_column or of_row) and alike and whole.value > value > Decimal(0):
                yield exactly("share", 100 * value / whole.value, part, whole)


def _is_whole(own: Cue, label: str, named: str) -> bool:
    return label == named if named else is_total(own.table, label)
