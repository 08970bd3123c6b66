"""The periods of a sentence that belong to its bound numbers: （2022年） behind one, 2018年の before one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.binding.choice import Candidate
from docgen.binding.passage import Passage
from docgen.binding.reference import Reference
from docgen.derive.words import DatedNumber, TargetNumber
from docgen.model.printing import Printing
from docgen.model.short_names import NamedValue
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain

Replacement = tuple[int, int, str]
"""The characters of a text that become an expression, without its braces."""
NameOf = Callable[[Reference], str | None]
"""The expression by which a text names a reference."""
OBSERVED = frozenset({".past", ".latest", ".forecast", ".target"})

_FROM = re.compile("(?:実績|予測|見込み)?(?:から|より|と比べ|に比べ|に対し)")


def replacements(passage: Passage, printing: Printing, name: NameOf) -> list[Replacement]:
    """What becomes of a passage's bound numbers and of their periods, in the order of the text."""
    numbers = [_with_period(candidate, passage.sentence) for _, candidate in sorted(passage.meant.items())]
    periods = [
        found
        for claim in passage.claims
        if claim.kind == "period" and not any(start <= claim.start < end for start, end, _ in numbers)
        for found in _period(claim, passage, printing, name)
    ]
    return sorted([*numbers, *periods])


def _with_period(candidate: Candidate, sentence: str) -> Replacement:
    """A number's expression, with the period in parentheses behind it where these are its own."""
    form, number = candidate.form, candidate.of[0].number
    if not candidate.is_computed and not form.suffix and isinstance(number, DatedNumber) and number.period is not None:
        behind = plain(f"（{number.when}）")
        if sentence.startswith(behind, form.end):
            return form.start, form.end + len(behind), f"{candidate.expression}.dated"
    return form.start, form.end, candidate.expression


def _period(claim: Claim, passage: Passage, printing: Printing, name: NameOf) -> Iterator[Replacement]:
    """What becomes of a period that names the time of the number behind it, or of the one that this is compared with."""
    behind = _number_of(claim, passage)
    if behind is None:
        return
    compared = _FROM.match(passage.sentence, claim.end) is not None
    for reference in _times(behind, compared, passage):
        number, expression = reference.number, name(reference)
        if not isinstance(number, DatedNumber) or number.period is None or expression is None:
            continue
        word = "due" if isinstance(number, TargetNumber) else "period"
        for spelled, last in ((number.when, "when"), (printing.period(number.period), word)):
            if (last != "when" or number.label) and _stands(plain(spelled), claim, passage.sentence):
                yield claim.start, claim.start + len(spelled), f"{expression}.{last}"
                return


def _stands(printed: str, claim: Claim, sentence: str) -> bool:
    return sentence.startswith(printed, claim.start) and claim.start + len(printed) >= claim.end


def _number_of(claim: Claim, passage: Passage) -> Candidate | None:
    """The first bound number behind a period in its sentence; None where another number or time stands between them."""
    stop = passage.sentence.find("。", claim.end)
    for place, spot in enumerate(passage.spots):
        if spot.start < claim.end or spot.kind in ("period", "base"):
            continue
        meant = passage.meant.get(place)
        return meant if (stop < 0 or spot.start < stop) and meant is not None and not meant.is_computed else None
    return None


def _times(candidate: Candidate, compared: bool, passage: Passage) -> list[Reference]:
    """The data whose time a period before a bound number may be: its own; that which it is compared with goes first."""
    [reference] = candidate.of
    if not isinstance(reference.meaning, NamedValue) or reference.words not in OBSERVED:
        return [] if reference.words else [reference]
    path = reference.meaning.path
    others = [one for one in passage.known if one.meaning is not None and one.meaning.path == path and one.words == ".past"]
    return [*others, reference] if compared and reference.words == ".latest" else [reference]
