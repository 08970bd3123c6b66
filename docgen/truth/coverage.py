"""How many numbers of a deck's sentences were judged, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable
from docgen.bearing.ledger import Entry, ledger
from docgen.bearing.mentions import mentions
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.context import same_slide

_AS_IT_STANDS = frozenset({"cell", "extreme", "label", "base", "statement", "target"})


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the numbers that sentences give (``read``): how many a cell or another sentence has too (``borne_out``), how many
    are computed of cells (``derived``), and how many have nothing that bears them out (``without_bearer``).
    """

    read: int
    borne_out: int
    derived: int
    without_bearer: int

    def row(self) -> dict[str, int]:
        """The counts by their names, for programs."""
        return {
            "read": self.read,
            "borne_out": self.borne_out,
            "derived": self.derived,
            "without_bearer": self.without_bearer,
        }


def coverage(texts: Sequence[Statement], evidence: Evidence) -> Coverage:
    """What of the numbers of ``texts`` their tables bear out: those of the slide, and those whose labels a text names."""
    counted = Counter(map(_how, _entries(texts, evidence)))
    return Coverage(counted.total(), counted["borne_out"], counted["derived"], counted["without_bearer"])


def _entries(texts: Sequence[Statement], evidence: Evidence) -> Iterator[Entry]:
    for text in texts:
        if any(claim.kind not in ("period", "identifier") for claim in claims(text.text)):
            yield from ledger(text.text, Evidence(tables=tuple(_tables(text, evidence.tables))))


def _tables(text: Statement, tables: Sequence[FactTable]) -> Iterator[FactTable]:
    words = plain(text.text)
    return (table for table in tables if same_slide(text, table) or mentions(words, table.labels))


def _how(entry: Entry) -> str:
    if entry.bearer is None:
        return "without_bearer"
    return "borne_out" if entry.bearer.how in _AS_IT_STANDS else "derived"
