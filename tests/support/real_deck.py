"""The FY2023 compendium in every layout pack, built once for all tests."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from docgen.compose.shown_pages import shown_pages
from docgen.derive import derive
from docgen.layout.load import PACK_FILE, load_pack
from docgen.model import Compendium
from docgen.model.printing import PLAIN, Printing
from docgen.pipeline import BuiltDeck, load, place
from docgen.placed import PlacedSlide, Run, ShapeMark, TableMark, TextBody, TextMark
from docgen.ready import ReadyCompendium
from support.often import often

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content" / "fy2023"


def pack_folders() -> tuple[Path, ...]:
    """Every layout pack of the project: those it ships and those of the tests. A new folder is found."""
    folders = (ROOT / "layouts", ROOT / "tests" / "layouts")
    return tuple(file.parent for folder in folders for file in sorted(folder.glob(f"*/{PACK_FILE}")))


PACKS = pack_folders()
"""Rules hold for every pack, also for one that was added a minute ago."""

pack_in = functools.cache(load_pack)
"""The layout pack in a folder, read once for all tests."""

GOLDEN_PACKS = tuple(folder for folder in PACKS if folder.name in ("cabinet_office", "wide"))
"""Packs that differ in all they can: what their pages look like is kept in goldens."""


def pack_name(folder: Path) -> str:
    """A pack's name, for the ids of tests and the files of goldens."""
    return folder.name


@functools.cache
def fy2023() -> Compendium:
    """The real content, loaded."""
    return load(CONTENT)


@functools.cache
def ready_fy2023(printing: Printing = PLAIN) -> ReadyCompendium:
    """The real content, derived for packs that print years and numbers so."""
    return derive(fy2023(), printing=printing)


@functools.cache
def built(folder: Path) -> BuiltDeck:
    """The real deck in the pack of that folder."""
    pack = pack_in(folder)
    return place(shown_pages(ready_fy2023(pack.printing), pack.pages), pack)


@functools.cache
def drawn_deck(folder: Path) -> BuiltDeck:
    """The deck that is drawn for a pack: its fullest page of each kind, or, where tests try often, the whole one.

    Every pack's whole deck is composed and checked; drawing all of it takes long. The packs that do not differ in all
    they can share the kinds among them: each kind is drawn in one of them, and all where tests try often.
    """
    deck = built(folder)
    if folder in GOLDEN_PACKS and often(1) > 1:
        return deck
    others = [pack for pack in PACKS if pack not in GOLDEN_PACKS]
    fullest: dict[str, tuple[int, str]] = {}
    for slide in deck.placed.slides:
        amount = sum(len(run.text) for run in runs(slide))
        fullest[slide.kind] = max(fullest.get(slide.kind, (0, "")), (amount, slide.record))
    kinds = sorted(fullest)
    if folder in others and often(1) == 1:
        kinds = kinds[others.index(folder) :: len(others)]
    wanted = {fullest[kind][1] for kind in kinds}
    ready = shown_pages(ready_fy2023(deck.pack.printing), deck.pack.pages)
    return place(replace(ready, pages=tuple(page for page in ready.pages if page.id in wanted)), deck.pack)


@functools.cache
def deck_bytes(folder: Path) -> bytes:
    """The .pptx of the real deck in the pack of that folder."""
    return built(folder).to_bytes()


def bodies(slide: PlacedSlide) -> Iterator[TextBody]:
    """Every text of a slide: in boxes, shapes and cells."""
    for mark in slide.marks:
        if isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None:
            yield mark.body
        elif isinstance(mark, TableMark):
            yield from (cell.body for row in mark.rows for cell in row.cells if not cell.covered)


def runs(slide: PlacedSlide) -> Iterator[Run]:
    """Every run of a slide's texts."""
    for body in bodies(slide):
        for paragraph in body.paragraphs:
            yield from paragraph.runs


def words(body: TextBody) -> str:
    """A body's plain text, paragraph by paragraph."""
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in body.paragraphs)
