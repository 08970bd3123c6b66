"""A row or column of a table over its periods, and the one that a sentence speaks of."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.cue import Cue, cue
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.context import same_slide, strange_words, title_words
from docgen.truth.nearly import has_digits
from docgen.truth.sentence import Sentence

# What is not the value that a series states: unless the table has the word too, a number of it is another's.
_OTHERWISE = re.compile(
    "目標|見込|予測|見通し|計画|想定|予定|推計|試算|仮に|平均|当たり|あたり|累計|累積|以外|除[くい]|内訳|不足|差は|の差|換算|速報|"
    "暫定|改定|補正|それぞれ|各々|順に|合わせ|半期"
)
# Behind a number, or before it: it is a part of another, or what a part is of.
_AMOUNTS_TO = re.compile("[余強弱り程度]{0,2}に(?:当たる|相当)")
# Behind a number: what it is of, that another is held against (8,940千円の予算に対し).
_AGAINST = re.compile("の[一-龥]{1,6}(?:に対し|のうち|に比べ)")
_IS = re.compile("数?[はがも]?約?")
_SURE = 3
"""Digits of a number that is none of another thing by chance."""


def meant(sentence: Sentence, claim: Claim, table: FactTable) -> tuple[Fact, ...]:
    """The facts of the one series that a number is said of, at all its periods; () where the sentence leaves it open."""
    if claim.low is None or claim.high is None or not speaks_of(sentence, claim, table):
        return ()
    return _of_cue(cue(sentence.words, sentence.claims, claim, table))


def _of_cue(own: Cue) -> tuple[Fact, ...]:
    """The facts of the one series that the labels and the unit leave; () for none or several."""
    facts = tuple(fact for fact in own.table.facts if fact.period and counts_as(own, fact) and own.fits(fact))
    return facts if len({(fact.row, fact.column) for fact in facts}) == 1 else ()


def counts_as(own: Cue, fact: Fact) -> bool:
    """Whether a number is of a fact's unit; a unit that no grammar knows is read as it stands behind the number."""
    if not fact.unit:
        return False
    if not own.claim.unit:
        return own.sentence.startswith(fact.unit, own.claim.end)
    return same_unit(own.claim.unit, fact.unit)


def speaks_of(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a sentence may speak of a table: it stands on its slide, or names its subject and nothing else."""
    otherwise = [match.group() for match in _OTHERWISE.finditer(undated(sentence))]
    told = plain(" ".join((table.title, *table.labels, table.notes))) if otherwise else ""
    if any(word not in told for word in otherwise):
        return False
    behind = _AMOUNTS_TO.match(sentence.words, claim.end) or _AGAINST.match(sentence.words, claim.end)
    if behind or _AMOUNTS_TO.search(sentence.words, 0, claim.start):
        return False
    if same_slide(sentence.statement, table):
        sure = has_digits(claim, _SURE) and _stands_behind(sentence, claim, table)
        return sure or not strange_words(sentence, claim.start, table)
    about = f"{sentence.words} {plain(sentence.statement.page)}"
    titled = title_words(table)
    return bool(titled) and all(word in about for word in titled) and not strange_words(sentence, claim.start, table)


def _stands_behind(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a number stands right behind a label, whatever stands before that: 基幹的農業従事者は33,100人."""
    return any(_IS.fullmatch(sentence.words, one.end, claim.start) for one in mentions(sentence.words, table.labels))


def undated(sentence: Sentence) -> str:
    """The words of a sentence, a space for each of its periods."""
    words = sentence.words
    for claim in sentence.claims:
        if claim.kind == "period":
            words = f"{words[: claim.start]}{' ' * (claim.end - claim.start)}{words[claim.end :]}"
    return words


def one_label(facts: Sequence[Fact]) -> str:
    """What a series is called: the labels of its row and column."""
    return " ".join(filter(None, (facts[0].row, facts[0].column))) if facts else ""
