"""Characters that nobody sees: those that turn the direction of a text, and those that show nothing.

Cells of data files are read without them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from docgen.breach import Breach
from docgen.errors import Located
from docgen.model import Compendium
from docgen.model.record import plain_values
from docgen.ready import ReadyCompendium

# Overrides, embeddings and isolates of direction (Unicode Standard Annex 9): what is read is not what is written.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Characters without a width, tags, fillers and soft hyphens; a joiner within an emoji is part of it, and so is what
# chooses the form of the character before.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)


def unseen_characters(compendium: Compendium, ready: ReadyCompendium) -> Iterator[Breach]:
    """A character that turns the direction of a text or shows nothing, in a text of the content."""
    for path, record in (((), compendium), *compendium.records):
        for inner, value in plain_values(record, path):
            if isinstance(value, str) and not value.isascii():
                yield from _unseen(value, compendium.position(inner))


def _unseen(text: str, where: Located) -> Iterator[Breach]:
    """The breach of a text; none where all of it is seen."""
    character = _first(text)
    if character is None:
        return
    shown = text.replace(character, f"[U+{ord(character):04X}]")[:60]
    name = unicodedata.name(character, "")
    if _TURNING.match(character):
        yield Breach("unseen-character.turning", where, text=shown, name=name)
    else:
        yield Breach("unseen-character", where, level="notice", text=shown, name=name)


def _first(text: str) -> str | None:
    """The first character that nobody sees, one that turns the text before any other."""
    found = _TURNING.search(text) or _INVISIBLE.search(text)
    return found[0] if found else None
