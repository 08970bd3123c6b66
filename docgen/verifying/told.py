"""What a deck says of itself: whether docgen built it, its title, year and pages."""

from __future__ import annotations

from pathlib import Path

from docgen.errors import DocgenError
from docgen.fingerprint.part import FORMAT, fingerprint_in, open_deck
from docgen.messages import Message, message
from docgen.model.manifest import Manifest


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


def told_of_manifest(manifest: Manifest) -> Message:
    """What a deck's manifest says, in a line: of how many files, what was found, how many pages are signed."""
    built = manifest.built
    stated = message("verify-built", by=built.by or "－", at=built.at or "－") if built else message("verify-built-unsaid")
    return message(
        "verify-manifest",
        built=stated,
        version=manifest.program.version,
        files=len(manifest.content),
        errors=manifest.findings.errors,
        notices=manifest.findings.notices,
        accepted=len(manifest.accepted),
        signed=sum(page.state == "signed" for page in manifest.signed),
        unsigned=len(manifest.unsigned),
    )
