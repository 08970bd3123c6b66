"""ONLYOFFICE as a program of its own: the Python of an environment that has ``document-builder`` draws a deck as a PDF."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

NAMED_BY = "DOCGEN_DOCUMENT_BUILDER"
MISSING = f"{NAMED_BY} names no Python that has ONLYOFFICE's document-builder (pip install document-builder, in an environment of its own)"
_SECONDS = 900
_DRAW = (
    "import docbuilder, sys\n"
    "builder = docbuilder.CDocBuilder()\n"
    "builder.OpenFile(sys.argv[1], '')\n"
    "builder.SaveFile('pdf', sys.argv[2])\n"
    "builder.CloseFile()\n"
)


def document_builder() -> str | None:
    """The Python that has it; None where none is named."""
    named = os.environ.get(NAMED_BY, "")
    return named if named and Path(named).is_file() else None


def drawn_by_onlyoffice(python: str, deck: bytes) -> bytes:
    """The PDF of a deck, with the words that the unregistered program lays over each page."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "deck.pptx", Path(folder) / "deck.pdf"
        source.write_bytes(deck)
        command = [python, "-c", _DRAW, str(source), str(target)]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        return target.read_bytes()
