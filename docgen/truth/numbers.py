"""Numbers of sentences that contradict the table which their sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import cue
from docgen.bearing.elsewhere import goals
from docgen.bearing.evidence import Evidence
from docgen.bearing.mentions import mentions
from docgen.breach import Breach, Spot
from docgen.sentences.claim import Claim
from docgen.truth.context import is_mark, same_slide
from docgen.truth.named import Named, named
from docgen.truth.nearly import is_opposite, nearly
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled

# Behind 以上, を超え: the end of what is said, and no name of what is so many.
_SAYS = re.compile(
    r"(?:る|た|て(?:いる|い?た)?|と(?:なった|なる|なり)|に(?:達|上)[しりっるた]+|で(?:ある)?|を占め[るた]?)?(?:[、。()]|$)"
)
_WHOLE = re.compile(r"[^、。はがをもで\s]+の$")


def numbers_borne_out(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A number that a sentence gives for what a table has, and that the table has otherwise.

    The sentence names the facts by their labels, unit and period, and its words tell what is computed of them; or the
    number is nearly what the table gives. Where any table that the sentence names bears the number out, as a cell or
    computed of its cells, there is no breach.
    """
    for sentence in sentences:
        for claim in sentence.numbers:
            if _is_value(sentence, claim):
                one = _judged(sentence, claim, evidence)
                if one is not None:
                    yield _breach(sentence, claim, one)


def _is_value(sentence: Sentence, claim: Claim) -> bool:
    """Whether a claim says what something is: not what it is held against, such as 10万人 of 10万人を超える市町."""
    if is_mark(sentence, claim):
        return False
    bounded = claim.low is not None and claim.high is not None
    return bounded or _SAYS.match(sentence.words, claim.end) is not None


def _judged(sentence: Sentence, claim: Claim, evidence: Evidence) -> Named | None:
    """What a claim should be by one of the tables; None where one bears it out, or none tells."""
    cues = [
        cue(sentence.words, sentence.claims, claim, table)
        for table in evidence.tables
        if same_slide(sentence.statement, table) or mentions(sentence.words, table.labels)
    ]
    judged = [one for own in cues if (one := named(sentence, own)) is not None]
    if not judged or any(one.borne for one in judged):
        return None
    if any(bearer.bears(claim) for bearer in goals(sentence.words, claim, cues, evidence)):
        return None
    return max(judged, key=lambda one: one.sure)


def _spot(sentence: Sentence, claim: Claim, bearer: Bearer) -> Spot:
    """A number's characters; of a share with what it is a share of (県全体の12.5%), of a wrong sign with its word."""
    if is_opposite(claim, bearer):
        return sentence.spot_with_direction(claim)
    whole = _WHOLE.search(sentence.words, 0, claim.start) if claim.kind == "share" else None
    return sentence.spot(whole.start() if whole is not None else claim.start, claim.end)


def _breach(sentence: Sentence, claim: Claim, one: Named) -> Breach:
    bearer = next((bearer for bearer in one.expected if nearly(claim, bearer)), one.expected[0])
    right = spelled((bearer.low + bearer.high) / 2, one.unit)
    place = "、".join(dict.fromkeys(bearer.of))
    if bearer.how == "cell":
        return Breach(
            "number-not-borne-out.cell",
            sentence.where,
            spot=_spot(sentence, claim, bearer),
            sentence=sentence.printed,
            number=claim.text,
            right=right,
            place=place,
        )
    return Breach(
        "number-not-borne-out.computed",
        sentence.where,
        spot=_spot(sentence, claim, bearer),
        sentence=sentence.printed,
        number=claim.text,
        right=right,
        place=place,
    )
