"""One fact with two values in two sentences: of a deck, or of a deck and another text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import docgen.patterns as re
from docgen.bearing.base_units import base_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import same_period
from docgen.bearing.evidence import Evidence, Statement
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.context import are_numbered_apart, is_to_go, telling_words, words_behind
from docgen.truth.nearly import is_opposite, nearly
from docgen.truth.sentence import Sentence, sentences
from docgen.truth.spoken_of import SpokenOf
from docgen.value import value

# Behind a number: no value but a mark that a value is held against.
_COMPARED = re.compile("を?(?:上回|下回|超え|割)|に(?:満た|届|達しな|及ばな)|以上|以下|未満")
_LONG = 3  # digits
_COMPUTED = re.compile("合わせ|合計|平均|差|含め|除|当たり|うち|最[一-龥]|ない|未|以外|残り|目標|見込|計画|予定")
_CHANGES = frozenset({"change", "points", "multiple"})
_KINDS = frozenset({"number", "share", "change", "points", "multiple"})
_AGAIN = re.compile("再掲")
_SUMMARY = re.compile("まとめ|要約|概要|総括|ポイント|再掲|要点|結論")
# What tells no two subjects apart.
_WIDE = frozenset(
    {"対象", "調査", "既存", "先行調査", "県内", "県内全域", "全県", "全域"}
)


@value(frozen=True, slots=True)
class Said:
    """A number of a sentence, and the words that tell what it is of: those ``before`` it and ``behind`` it."""

    claim: Claim
    sentence: Sentence
    before: frozenset[str]
    behind: frozenset[str]

    @property
    def text(self) -> str:
        """The words of the sentence and of the title of its slide."""
        return plain(f"{self.sentence.words} {self.sentence.statement.page}")

    @property
    def bearer(self) -> Bearer | None:
        """The number as what bears out another; None where an end is open."""
        low, high = self.claim.low, self.claim.high
        return None if low is None or high is None else Bearer("statement", (self.sentence.printed,), low, high)


def statements_agree(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A sentence that gives another number than an earlier one for what both call by the same words, at one period.

    Where the words are not quite the same, the number must be nearly that of the other, or be marked as repeated (再掲).
    """
    seen: SpokenOf[Said] = SpokenOf()
    read = {sentence.statement for sentence in sentences}
    for said in _said(_sentences(statement for statement in evidence.statements if statement not in read)):
        seen.add(_key(said.claim), said.before, said.text, said)
    for said in _said(sentences):
        known = seen.near(_key(said.claim), said.before, said.text)
        others = [one for one in known if one.sentence.statement != said.sentence.statement]
        other = _contradicted(said, [one for one in others if _is_of_one(one, said)])
        if other is not None:
            yield _breach(other, said)
        elif (then := _of_another_period(said, others)) is not None:
            yield _of_periods(then, said)
        seen.add(_key(said.claim), said.before, said.text, said)


def _sentences(statements: Iterable[Statement]) -> Iterator[Sentence]:
    return (sentence for statement in statements for sentence in sentences(statement))


def _said(read: Iterable[Sentence]) -> Iterator[Said]:
    for sentence in read:
        for claim in sentence.numbers:
            compared = _COMPARED.match(sentence.words, claim.end) is not None or is_to_go(sentence, claim)
            before = telling_words(sentence, claim) - _WIDE
            if claim.kind in _KINDS and claim.unit and before and not compared and not sentence.is_aside(claim):
                yield Said(claim, sentence, before, words_behind(sentence, claim))


def _key(claim: Claim) -> tuple[str, str]:
    return claim.kind, base_unit(claim.unit)[0]


def _is_of_one(first: Said, second: Said) -> bool:
    """Whether two numbers may be of one thing: at one period, and by words of which one side has all."""
    told = first.claim.period is not None and second.claim.period is not None
    if not same_period(first.claim.period, second.claim.period) or not (told or _is_again(second)):
        return False
    if first.claim.kind in _CHANGES and _ends(first) != _ends(second):
        return False
    if set(_COMPUTED.findall(first.sentence.words)) != set(_COMPUTED.findall(second.sentence.words)):
        return False
    if first.behind and second.behind and not first.behind & second.behind:
        return False
    if are_numbered_apart(first.text, second.text):
        return False
    return _covers(first, second) or _covers(second, first)


def _is_again(said: Said) -> bool:
    """Whether a text repeats another, or stands on no slide."""
    return said.sentence.statement.where is None or _AGAIN.search(said.sentence.words) is not None


def _ends(said: Said) -> tuple[date, date] | None:
    """The first and the last day of the periods that a sentence names; None where it names none."""
    named = [claim.period for claim in said.sentence.claims if claim.kind == "period" and claim.period is not None]
    return (min(period.start for period in named), max(period.end for period in named)) if named else None


def _covers(first: Said, second: Said) -> bool:
    """Whether the words of the one, or its page, have all of the other's."""
    words = first.text
    return all(word in words for word in second.before)


def _contradicted(said: Said, alike: Sequence[Said]) -> Said | None:
    """The one of some numbers of one thing that a number should meet; None where it meets any, or may be another's."""
    bearers = [(one, bearer) for one in alike if (bearer := one.bearer) is not None]
    if not bearers or any(bearer.bears(said.claim) for _, bearer in bearers):
        return None
    slips = [one for one, bearer in bearers if nearly(said.claim, bearer) and _are_known(one, said)]
    same = [one for one, _ in bearers if one.before == said.before and _are_known(one, said)]
    again = [one for one, _ in bearers if _AGAIN.search(said.sentence.words)]
    return next(iter((*slips, *same, *again)), None)


def _of_another_period(said: Said, others: Sequence[Said]) -> Said | None:
    """The one of some numbers that has the same digits, of the same thing, at another period; None where none has."""
    if said.claim.period is None or not _is_again(said):
        return None
    same = [one for one in others if one.claim.period and _digits(one) == _digits(said) and _is_like(one, said)]
    here = [one for one in same if same_period(one.claim.period, said.claim.period)]
    return next(iter(same), None) if not here else None


def _is_like(first: Said, second: Said) -> bool:
    again = _AGAIN.search(second.sentence.words) is not None
    sure = len(_digits(second)) > _LONG or again or first.before == second.before
    computed = set(_COMPUTED.findall(first.sentence.words)) == set(_COMPUTED.findall(second.sentence.words))
    return sure and computed and (_covers(first, second) or _covers(second, first)) and second.claim.kind not in _CHANGES


def _digits(said: Said) -> str:
    return "".join(re.findall(r"\d", plain(said.claim.text)))


def _are_known(first: Said, second: Said) -> bool:
    """Whether the words that two sentences share tell one thing from all others of a deck."""
    pages = (first.sentence.statement.page, second.sentence.statement.page)
    if second.sentence.statement.where is None or "" != pages[0] == pages[1]:
        return True
    shared = {word for word in first.before if any(word in other or other in word for other in second.before)}
    if len(shared) < 2:
        return False
    return any(map(_SUMMARY.search, pages)) or any(word in page for word in shared for page in pages)


def _label(said: Said) -> str:
    return "、".join(sorted(said.before, key=said.sentence.words.find))


def _of_periods(first: Said, second: Said) -> Breach:
    claims = second.sentence.claims
    named = [claim for claim in claims if claim.kind == "period" and claim.period == second.claim.period]
    start = min((claim.start for claim in named), default=second.claim.start)
    return second.sentence.breach(
        "one-fact-two-values.periods",
        second.sentence.spot(min(start, second.claim.start), max([second.claim.end, *(claim.end for claim in named)])),
        label=_label(second),
        value=second.claim.text,
        period=str(second.claim.period),
        other=str(first.claim.period),
        place=str(first.sentence.where),
    )


def _breach(first: Said, second: Said) -> Breach:
    turned = (bearer := first.bearer) is not None and is_opposite(second.claim, bearer)
    sentence = second.sentence
    return second.sentence.breach(
        "one-fact-two-values.sentences",
        sentence.spot_with_direction(second.claim) if turned else sentence.spot_of(second.claim),
        label=_label(second),
        value=second.claim.text,
        other=first.claim.text,
        place=str(first.sentence.where),
    )
