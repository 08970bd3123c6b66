"""The ready compendium: its pages and sections, and what waits for a person.

Of the pages' records here are those that are a page by themselves, and cover, contents and dividers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from docgen.errors import FieldPath
from docgen.model import AnalysisItem, Edition, Page, Period, Precedent
from docgen.ready.figure import ReadyFigure, ReadyTable
from docgen.ready.gap import ReadyGap, ReadyStatus
from docgen.ready.value import Trace
from docgen.value import value


@value(frozen=True, slots=True)
class ReadyPageRecord:
    """A record that is a page by itself: its sentences rendered, its figures and tables ready.

    ``record`` has final prose; ``figures`` and ``tables`` are by the ids that they have in it. ``names``
    are the printed names of sections, items and logic elements by id, empty for a record of a script. ``first_note``
    is the number of the page's first note, after those of its figures and tables.
    """

    record: Page | Precedent
    figures: Mapping[str, ReadyFigure]
    tables: Mapping[str, ReadyTable]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    first_note: int = 1


@value(frozen=True, slots=True)
class ReadyRepeat:
    """A page shown again: the page as it is there, and the title that it has here."""

    page: ReadyPage
    title: str


@value(frozen=True, slots=True)
class ReadyPage:
    """A page to be built: its kind (which picks the slide builder), its stable id and its record.

    ``running`` is the section's running title, ``footer`` its short name at the foot; ``item`` the
    analysis item of its tag, and ``overview`` the id of the page that sums this one up, to which the tag
    leads. ``traces`` are where its numbers were read and ``sources`` what it cites, for the speaker notes;
    ``rests_on`` are the ids of the records that the page as a whole is made from, ``grounds`` what the notes print
    of them. ``status`` is what the final edition shows of a page that has nothing else to show.
    """

    id: str
    kind: str
    record: object
    section: str = ""
    running: str = ""
    footer: str = ""
    item: AnalysisItem | None = None
    path: FieldPath = ()
    traces: tuple[Trace, ...] = ()
    sources: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    overview: str | None = None
    carried_over: bool = False
    status: ReadyStatus | None = None


@value(frozen=True, slots=True)
class ReadyCover:
    """The cover: title, 発行時期, document type, organisation."""

    title: str
    document_type: str
    published: Period | None
    organisation: str = ""


@value(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents page; ``slide`` is the id of the page it leads to."""

    level: int
    text: str
    slide: str


@value(frozen=True, slots=True)
class ReadyContents:
    """The contents page; its page numbers are filled in when the pages are counted."""

    entries: tuple[ContentsEntry, ...]


@value(frozen=True, slots=True)
class ReadyDivider:
    """The start of a section; level 1 or 2. ``pages`` are those that follow in it, filled in when they are composed."""

    level: int
    title: str
    subtitle: str = ""
    mark: str = ""
    pages: tuple[ContentsEntry, ...] = ()


OpenKind = Literal["value", "figure", "measure", "budget", "text", "note", "front"]


@value(frozen=True, slots=True)
class OpenItem:
    """An open item: its id in carried_over.yaml, and the path of what it means; a budget's ends in its year."""

    kind: OpenKind
    id: str
    path: FieldPath


@value(frozen=True, slots=True)
class ReadySection:
    """A section of the deck with the ids of its pages, in order."""

    id: str
    name: str
    pages: tuple[str, ...]


@value(frozen=True, slots=True)
class ReadyCompendium:
    """The compendium ready to be composed.

    ``open_items`` wait for a person; ``words`` are its own words, which go before those of a layout pack;
    ``without_pages`` are the paths of entries of the deck plan that add no page; ``renamed`` the names that records
    had in years before, each with those that they have now. ``gaps`` are the parts without data: an ``edition`` draws
    them or leaves them out.
    """

    title: str
    document_type: str
    fiscal_year: int
    published: Period | None
    organisation: str
    pages: tuple[ReadyPage, ...]
    sections: tuple[ReadySection, ...] = ()
    warnings: tuple[str, ...] = ()
    open_items: tuple[OpenItem, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    without_pages: tuple[FieldPath, ...] = ()
    renamed: tuple[tuple[str, ...], ...] = ()
    edition: Edition = "final"
    gaps: tuple[ReadyGap, ...] = ()

    @property
    def left_out(self) -> int:
        """How many parts without data this edition leaves out."""
        return len(self.gaps) if self.edition == "final" else 0
