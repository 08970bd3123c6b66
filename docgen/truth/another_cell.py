"""A number that a table has, but in another row or column than the sentence names: 上位50港 for 上位20港."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue, cue, same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import Mention, mentions
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.time.series import counts_as, speaks_of

_PLAIN = frozenset({"number", "share", "ratio"})
_SHORT = 3
_LINK = re.compile("値?[のはがを:(]?約?")


def numbers_in_their_cell(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number for a row and a column that the sentence names, which the table has for another column, or row.

    The sentence names one row and one column of a table of its slide, and no cell of them has the number.
    """
    tables = near(evidence)
    for sentence in sentences:
        for claim in sentence.numbers if sentence.numbers else ():
            for table in tables.on_page(sentence) if claim.kind in _PLAIN else ():
                breach = _judged(sentence, claim, table)
                if breach is not None:
                    yield breach
                    break


def _judged(sentence: Sentence, claim: Claim, table: FactTable) -> Breach | None:
    own = cue(sentence.words, sentence.claims, claim, table)
    if claim.low is None or claim.high is None or not (own.rows and own.columns) or not _named_once(own):
        return None
    if not speaks_of(sentence, claim, table):
        return None
    facts = [fact for fact in table.facts if counts_as(own, fact) and same_period(claim.period, fact.period)]
    row, column = own.rows[0], own.columns[0]
    meant = [fact for fact in facts if (fact.row, fact.column) == (row, column)]
    if any(fact.row == row and fact.column in own.columns and _bears(fact, claim) for fact in facts):
        return None
    other = [fact for fact in facts if (fact.row == row) != (fact.column == column) and _bears(fact, claim)]
    if any(_is_called(sentence.words[: claim.start], fact.column) for fact in other):
        return None
    if len(meant) != 1 or _bears(meant[0], claim) or not other:
        return None
    return sentence.breach(
        "another-cell",
        sentence.spot_of(claim),
        number=claim.text,
        label=f"{row} {column}",
        right=spelled(meant[0].value, meant[0].unit),
        place=other[0].place,
    )


def _is_called(before: str, column: str) -> bool:
    """Whether the beginning of a column's name stands right before a number: 前年度 for 前年度予算額."""
    name = plain(column)
    return any(re.search(f"{re.escape(name[:end])}(?:{_LINK.pattern})$", before) for end in range(_SHORT, len(name)))


def _named_once(own: Cue) -> bool:
    """Whether one row is named, before the number, and one column: 赤国の港は、上位50港では15港 names them so."""
    before = mentions(own.sentence[: own.claim.start], own.table.labels)
    rows = {mention.label for mention in before if mention.label in own.table.rows}
    columns = {mention.label for mention in before if mention.label in own.table.columns and not _is_taken(own, mention)}
    return len(rows) == 1 and bool(columns)


def _is_taken(own: Cue, mention: Mention) -> bool:
    """Whether another number follows a label and is its own: 目標 of 目標の500人に対し540人."""
    return any(
        _LINK.fullmatch(own.sentence, mention.end, other.start)
        for other in own.others
        if other.kind in _PLAIN and mention.end <= other.start and other.end <= own.claim.start
    )


def _bears(fact: Fact, claim: Claim) -> bool:
    return Bearer("cell", (), fact.low, fact.high).bears(claim)
