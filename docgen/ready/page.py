"""Pages to be built, and the ready form of the records that are a page by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.errors import FieldPath
from docgen.model import AnalysisItem, Page, Precedent
from docgen.ready.figure import ReadyFigure
from docgen.ready.table import ReadyTable
from docgen.ready.value import Trace


@dataclass(frozen=True, slots=True)
class ReadyPageRecord:
    """A record that is a page by itself: its sentences rendered, its figures and tables ready.

    ``record`` has final prose; ``figures`` and ``tables`` are by the ids that they have in it. ``names``
    are the printed names of sections, items and logic elements by id, empty for a record of a script.
    """

    record: Page | Precedent
    figures: Mapping[str, ReadyFigure]
    tables: Mapping[str, ReadyTable]
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadyRepeat:
    """A page shown again: the page as it is there, and the title that it has here."""

    page: ReadyPage
    title: str


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """A page to be built: its kind (which picks the slide builder), its stable id and its record.

    ``running`` is the section's running title, ``footer`` its short name at the foot; ``item`` the
    analysis item of its tag, and ``overview`` the id of the page that sums this one up, to which the tag
    leads. ``traces`` are where its numbers were read and ``sources`` what it cites, for the speaker notes;
    ``rests_on`` names the records that the page as a whole is made from.
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
    overview: str | None = None
    carried_over: bool = False
