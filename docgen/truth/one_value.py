"""One fact with two values: in two tables, or in two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from docgen.bearing.bearer import Bearer
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable, same_unit
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.context import WORD, title_words
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

_SUBJECT = re.compile(r"(?P<name>[^、。()「」は]{4,30})は、?(?P<between>[^、。]*)$")
_ALIKE = 2
"""How many other values two tables must share for one that differs to be an error."""

Key = tuple[frozenset[str], str, Period]


def tables_agree(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The same labels, unit and period with two values in two tables that agree on others."""
    keyed = [(table, _keyed(table)) for table in evidence.tables]
    for (first, facts), (second, others) in combinations(keyed, 2):
        shared = [(fact, others[key]) for key, fact in facts.items() if key in others]
        differing = [(fact, other) for fact, other in shared if not _meet(fact, other)]
        alike = len(shared) - len(differing)
        same = first.title == second.title and bool(title_words(first))
        if differing and alike >= len(differing) and (alike >= _ALIKE or (same and alike)):
            yield from (_of_tables(fact, other) for fact, other in differing)


def _keyed(table: FactTable) -> dict[Key, Fact]:
    """The facts of a table that its labels, units and periods tell apart from all others of it."""
    found: dict[Key, list[Fact]] = {}
    for fact in table.facts:
        labels = frozenset(plain(label).strip() for label in (fact.row, fact.column) if label)
        if fact.period is not None and labels:
            found.setdefault((labels, fact.unit, fact.period), []).append(fact)
    return {key: facts[0] for key, facts in found.items() if len(facts) == 1}


def _meet(first: Fact, second: Fact) -> bool:
    return first.low <= second.high and second.low <= first.high


def _of_tables(first: Fact, second: Fact) -> Breach:
    return Breach(
        "one-fact-two-values.tables",
        second.where or second.place,
        label=" ".join(filter(None, (second.row, second.column, str(second.period)))),
        value=spelled(second.value, second.unit),
        other=spelled(first.value, first.unit),
        place=first.place,
    )


@dataclass(frozen=True, slots=True)
class Said:
    """A number that a sentence gives for what it calls by a name."""

    name: str
    claim: Claim
    sentence: Sentence


def sentences_agree(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Two sentences that give two numbers for what both call by the same words, at the same period.

    Each names it in at least two words, the first of which stands in the title of a slide: 月見港 of
    月見港の輸出.
    """
    first: dict[tuple[str, str, str, Period], Said] = {}
    for sentence in sentences:
        for said in _said(sentence):
            claim = said.claim
            if claim.period is None:
                continue
            earlier = first.setdefault((said.name, claim.unit, claim.kind, claim.period), said)
            if earlier is not said and not _may_be_same(earlier.claim, claim) and _known_by(said, earlier):
                yield _of_sentences(earlier, said)


def _said(sentence: Sentence) -> Iterator[Said]:
    for claim in sentence.numbers:
        if claim.kind in ("number", "share") and (name := _name(sentence, claim)):
            yield Said(name, claim, sentence)


def _name(sentence: Sentence, claim: Claim) -> str:
    """What a number is said of, where the sentence says it plainly: 月見港の輸出は2022年に1,953千トン."""
    words = sentence.words
    for other in sentence.claims:
        if other.kind == "period" and other.end <= claim.start:
            words = words[: other.start] + "\0" * (other.end - other.start) + words[other.end :]
    match = _SUBJECT.search(words, 0, claim.start)
    if match is None or re.sub("\0|[にの]", "", match["between"]):
        return ""
    # What stands before the name must be a period or nothing, else the name may be told apart by it.
    if words[: match.start()].replace("\0", "").strip("、の におけ"):
        return ""
    return match["name"].replace("\0", "").strip("の、に ")


def _may_be_same(first: Claim, second: Claim) -> bool:
    if second.low is None or second.high is None or not same_unit(first.unit, second.unit):
        return True
    return Bearer("statement", (), second.low, second.high).bears(first)


def _known_by(said: Said, other: Said) -> bool:
    words = WORD.findall(said.name)
    titles = plain(f"{said.sentence.statement.page} {other.sentence.statement.page}")
    same_page = said.sentence.statement.page == other.sentence.statement.page != ""
    return same_page or (len(words) > 1 and words[0] in titles)


def _of_sentences(first: Said, second: Said) -> Breach:
    return Breach(
        "one-fact-two-values.sentences",
        second.sentence.where,
        spot=second.sentence.spot_of(second.claim),
        label=second.name,
        value=second.claim.text,
        other=first.claim.text,
        place=str(first.sentence.where),
        sentence=second.sentence.printed,
    )
