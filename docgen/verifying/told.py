"""What a deck says of itself: whether docgen built it, its title, year and pages."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import DocgenError
from docgen.fingerprint.part import FORMAT, fingerprint_in, open_deck
from docgen.messages import Message, message


def told_of_itself(path: Path) -> Message:
    """What the deck in a file says of itself, in a line. DocgenError where there is no such file, or it is no deck."""
    try:
        with open_deck(path) as package:
            own = fingerprint_in(package, str(path))
    except DocgenError as error:
        if error.code == "no-fingerprint":
            return message("verify-untold.none", file=path.name)
        if error.code not in ("fingerprint-damaged", "fingerprint-newer", "zip-damaged", "zip-entry-twice"):
            raise
        return message("verify-untold.damaged", file=path.name, reason=error.message)
    summary = own.summary
    return message(
        "verify-told",
        file=path.name,
        version=FORMAT,
        title=summary.title,
        year=summary.fiscal_year,
        pages=len(summary.pages),
        slides=len(own.slides),
    )
