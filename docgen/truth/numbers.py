"""Numbers of sentences that contradict the table which their sentence speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import cue, same_period
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import same_unit
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.named import Named, named
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled


def numbers_borne_out(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number that a sentence gives for a fact of a table, and that the table has otherwise.

    The sentence names the fact: its labels, its unit and its period, and nothing that the table does not know. Where any
    table that it names so bears the number out, as a cell or computed of its cells, there is no breach.
    """
    for sentence in sentences:
        for claim in sentence.numbers:
            judged = [one for table in evidence.tables if (one := named(sentence, claim, table)) is not None]
            if judged and all(one.contradicts for one in judged) and not _stands_elsewhere(sentence, claim, evidence):
                yield _breach(sentence, claim, judged[0])


def _stands_elsewhere(sentence: Sentence, claim: Claim, evidence: Evidence) -> bool:
    """Whether a cell of another table, of which the sentence names a label, has the number."""
    for table in evidence.tables:
        if not any(label and label in sentence.words for label in (*table.labels, table.title)):
            continue
        own = cue(sentence.words, sentence.claims, claim, table)
        for fact in table.facts:
            meets = Bearer("cell", (), fact.low, fact.high).bears(claim) and same_unit(claim.unit, fact.unit)
            if meets and own.fits(fact) and same_period(claim.period, fact.period):
                return True
    return False


def _breach(sentence: Sentence, claim: Claim, one: Named) -> Breach:
    bearer = one.expected[0]
    return Breach(
        "number-not-borne-out.cell" if bearer.how == "cell" else "number-not-borne-out.computed",
        sentence.where,
        spot=sentence.spot_of(claim),
        sentence=sentence.printed,
        number=claim.text,
        right=spelled((bearer.low + bearer.high) / 2, claim.unit),
        place="、".join(dict.fromkeys(bearer.of)),
    )
