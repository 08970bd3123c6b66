"""Reasons that nothing else in the deck tells of: what a survey did not ask, an event of a year that no text has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.context import WORD
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_REASON = re.compile(
    "(?:多く|大半|ほとんど|大部分)(?:は|が)、?(?P<what>[^、。]{2,30})"
    "(?:を(?:主な)?理由に|を(?:主な)?理由と|が(?:主な)?理由|と(?:答え|回答し))"
)
_CAUSE = re.compile("によるもの|が(?:主な)?(?:原因|要因|理由)で|に起因")


def reasons_are_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A reason that most of a table's answers gave, or a dated event as the cause, of which nothing else tells."""
    tables = near(evidence.tables)
    for sentence in sentences:
        asked = tables.on_page(sentence)
        spot = (_reason(sentence, evidence) or _cause(sentence, evidence)) if asked else None
        if spot is not None:
            yield sentence.breach(
                "reason-not-told",
                sentence.spot(*spot),
                level="notice",
                words=sentence.spot(*spot).words,
                place=str(asked[0].where) if asked[0].where is not None else asked[0].title,
            )


def _reason(sentence: Sentence, evidence: Evidence) -> tuple[int, int] | None:
    match = _REASON.search(sentence.words)
    words = WORD.findall(match["what"]) if match else []
    if match is None or not words or any(word in text for word in words for text in _texts(sentence, evidence)):
        return None
    return match.span()


def _cause(sentence: Sentence, evidence: Evidence) -> tuple[int, int] | None:
    """A cause with a year that no table and no other text has."""
    cause = _CAUSE.search(sentence.words)
    periods = [claim for claim in sentence.claims if claim.kind == "period" and claim.period]
    dated = [claim for claim in periods if cause and claim.end < cause.start()]
    if cause is None or not dated:
        return None
    event = dated[-1]
    told = any(fact.period == event.period for table in evidence.tables for fact in table.facts)
    told = told or any(claim.period == event.period for text in _texts(sentence, evidence) for claim in claims(text))
    return None if told else (event.start, cause.end())


def _texts(sentence: Sentence, evidence: Evidence) -> Iterator[str]:
    for table in evidence.tables:
        yield plain(" ".join((table.title, table.notes, *table.labels)))
    for statement in evidence.statements:
        if statement.text != sentence.statement.text:
            yield plain(statement.text)
