"""The editions of a deck, and what a record says of data that is not there yet.

A draft shows each missing part, so that everybody sees what is awaited. The final edition prints nothing of it.
"""

from __future__ import annotations

import functools
from typing import Annotated, Literal

from docgen.model.period import Period
from docgen.model.record import Names, Prose, Record
from docgen.model.words import words

Edition = Annotated[
    Literal["draft", "final"],
    words(draft=("案", "素案", "下書き", "草稿", "検討用"), final=("確定版", "最終版", "確定", "公表用")),
]
"""What a deck is for: a draft shows what is missing, the final edition leaves it out."""


class _OfMissing:
    """Marks the fields of a record that speak of a missing part."""

    def __repr__(self) -> str:
        return "OF_MISSING"


OF_MISSING = _OfMissing()

MissingText = Annotated[Prose | None, OF_MISSING]
"""What a record says of a part that it does not have yet. The final edition leaves it out, in every kind of page.

    class SiteMap(Page):
        missing: MissingText = None
"""


class Gap(Record):
    """Why there is no data yet, for the card that the final edition shows in the page's place.

    ``reason`` says why nothing is measured, ``expected`` when the first data is expected; ``see`` names the pages of the
    deck that come nearest.

        {reason: 調査を実施していないため, expected: 2025年度, see: [standards-5-ip-income]}
    """

    reason: Prose | None = None
    expected: Period | None = None
    see: Names = ()


@functools.cache
def missing_fields(kind: type[Record]) -> frozenset[str]:
    """The fields of a kind of record that speak of a missing part."""
    return frozenset(name for name, field in kind.model_fields.items() if OF_MISSING in field.metadata)
