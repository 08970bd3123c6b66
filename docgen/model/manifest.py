"""A manifest: what a deck was made of, what was found and accepted in it, and who has signed which page."""

from __future__ import annotations

from typing import Literal

from docgen.model.acceptance import Acceptance
from docgen.model.edition import Edition
from docgen.model.record import Record

FORMAT = 1
"""Counts up whenever a manifest changes its form; one of a later format needs a later docgen."""


class InputFile(Record):
    """A file that a deck was made of, by its path in its folder.

    {path: data/deaths.csv, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}
    """

    path: str
    sha256: str


class ContentOfYear(Record):
    """The files of a content folder of a year before."""

    fiscal_year: int
    files: tuple[InputFile, ...] = ()


class PackFiles(Record):
    """A layout pack: its files and those of the packs that it extends, and a digest of all of them."""

    name: str
    sha256: str
    files: tuple[InputFile, ...] = ()


class ManifestFont(Record):
    """A font of a deck, and the digest of its file where the pack brings one for its widths."""

    role: str
    name: str
    sha256: str = ""


class Program(Record):
    """docgen's version, and a digest of its own files, which tells apart what lies between two versions."""

    version: str
    sha256: str


class Built(Record):
    """Who built a deck, and when: only where it is stated."""

    by: str = ""
    at: str = ""


class RuleCount(Record):
    """How many findings of a code and a level there were."""

    code: str
    level: Literal["error", "notice"]
    count: int


class Findings(Record):
    """What a check found beside what was accepted."""

    errors: int = 0
    notices: int = 0
    rules: tuple[RuleCount, ...] = ()


class SignedPage(Record):
    """A page that somebody has signed: as it is now, or as it was before what it rests on changed."""

    page: str
    name: str
    date: str = ""
    state: Literal["signed", "expired"]


class DeckState(Record):
    """The file of a deck as it was written. It stands in the manifest beside the deck, not in the one inside of it."""

    file: str
    sha256: str


class Manifest(Record):
    """What a deck was made of. Paths are those in the content folder or the pack; no place on a machine is in it.

    ``build`` tells the build from others: a digest of what the deck shows. ``allowed`` are digests of the further folders
    from which content could take files.
    """

    format: int = FORMAT
    title: str
    fiscal_year: int
    build: str
    slides: int
    part: str = ""
    edition: Edition = "final"
    program: Program
    built: Built | None = None
    deck: DeckState | None = None
    content: tuple[InputFile, ...]
    previous: tuple[ContentOfYear, ...] = ()
    allowed: tuple[str, ...] = ()
    layout: PackFiles
    fonts: tuple[ManifestFont, ...] = ()
    findings: Findings = Findings()
    accepted: tuple[Acceptance, ...] = ()
    signed: tuple[SignedPage, ...] = ()
    unsigned: tuple[str, ...] = ()
