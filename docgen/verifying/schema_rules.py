"""What Microsoft's Open XML SDK finds in a deck, where it is installed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from docgen.breach import Breach
from docgen.verifying.deck_file import DeckFile
from docgen.verifying.validator import find_validator, validated


def schemas_hold(deck: DeckFile, data: bytes) -> Iterator[Breach]:
    """A deck is as Office's schemas have it, by the Open XML SDK where that is installed."""
    program = find_validator(os.environ, Path())
    found = validated(program, data) if program is not None else ()
    if found is None:
        yield Breach("schema.silent", deck.name, level="notice", program=str(program))
        return
    for error in found:
        what, path, part = (str(error.get(key) or "") for key in ("description", "xPath", "path"))
        yield Breach("schema.found", deck.where(part), what=what, path=path)
