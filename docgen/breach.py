"""What a check returns: content, a page, a file or a layout pack that breaks a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from docgen.errors import Located, place_in_order


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that is broken, and where.

    ``code`` names the rule ("overflow"). ``where`` is the place in a file or workbook, or the id of the slide. ``what``
    says what is amiss, ``hint`` what to do. An ``error`` must be mended before the deck is handed in; a ``notice`` is worth
    knowing, such as data that is still to come.

    >>> print(Breach("overflow", "I-1065/traffic", "the text of table row 3 needs 48.0 pt, has 20.0 pt"))
    I-1065/traffic: error: the text of table row 3 needs 48.0 pt, has 20.0 pt [overflow]
    """

    code: str
    where: Located
    what: str
    hint: str = ""
    level: Literal["error", "notice"] = "error"

    def __str__(self) -> str:
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{self.where}: {self.level}: {self.what} [{self.code}]{hint}"


def by_place(breaches: Iterable[Breach]) -> tuple[Breach, ...]:
    """Breaches in the order of their files and lines."""
    return tuple(sorted(breaches, key=lambda breach: place_in_order(breach.where)))
