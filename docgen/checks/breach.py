"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.errors import Position


@dataclass(frozen=True, slots=True)
class Breach:
    """One finding of a check: the rule, where, what, and what to do.

    An ``error`` must be mended before the deck is handed in; a ``notice`` is worth knowing (data that
    is not provided yet).
    """

    rule: str
    where: Position | str
    what: str
    hint: str = ""
    level: Literal["error", "notice"] = "error"

    def __str__(self) -> str:
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{self.where}: {self.level}: {self.what} [{self.rule}]{hint}"
