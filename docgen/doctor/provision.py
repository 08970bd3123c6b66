"""Something that docgen needs or can use on a machine, whether it is there, and how to get it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from docgen.messages import Language, Message, Phrase, text_of

System = Literal["windows", "macos", "debian"]
"""A system that docgen says how to get things on; a Linux that is not Debian's counts as Debian's."""

SYSTEMS: tuple[System, ...] = ("windows", "macos", "debian")

Supply = Mapping[System, tuple[Phrase, ...]]
"""How a thing is got, on each system: commands as they are typed, and steps in words."""


def system_of(platform: str) -> System:
    """The system that ``sys.platform`` names.

    >>> system_of("win32"), system_of("darwin"), system_of("linux")
    ('windows', 'macos', 'debian')
    """
    return "windows" if platform.startswith("win") else "macos" if platform == "darwin" else "debian"


@dataclass(frozen=True, slots=True)
class Provision:
    """One thing: ``found`` is what was found, or where nothing was, what is amiss; ``purpose`` what it is for.

    Building a deck needs what is ``needed``; the rest is for some commands only.
    """

    code: str
    name: Phrase
    there: bool
    found: Phrase
    purpose: Message
    supply: Supply
    needed: bool = False

    def ways(self, platform: str = sys.platform) -> tuple[tuple[System, tuple[Phrase, ...]], ...]:
        """How to get it, on each system; on the one that docgen runs on first."""
        own = system_of(platform)
        order = sorted((system for system in SYSTEMS if system in self.supply), key=lambda system: system != own)
        return tuple((system, self.supply[system]) for system in order)

    def row(self, language: Language) -> dict[str, Any]:
        """The provision as JSON holds it, with its texts in a language."""
        return {
            "code": self.code,
            "name": text_of(self.name, language),
            "there": self.there,
            "needed": self.needed,
            "found": text_of(self.found, language),
            "purpose": self.purpose.text(language),
            "get": [
                {"system": system, "steps": [text_of(step, language) for step in steps]} for system, steps in self.ways()
            ],
        }
