"""What stands before the pages: cover, contents, dividers."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.model import Period


@dataclass(frozen=True, slots=True)
class ReadyCover:
    """The cover: title, 発行時期, document type, organisation."""

    title: str
    document_type: str
    published: Period | None
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents page; ``slide`` is the id of the page it leads to."""

    level: int
    text: str
    slide: str


@dataclass(frozen=True, slots=True)
class ReadyContents:
    """The contents page; its page numbers are filled in when the pages are counted."""

    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class ReadyDivider:
    """The start of a section; level 1 or 2."""

    level: int
    title: str
    subtitle: str = ""
    mark: str = ""
