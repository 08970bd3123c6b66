"""Pictures of the pages that changed, as they were and as they are, where something on this machine draws them."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from docgen.fingerprint.renamed import naming
from docgen.merging.hand_edits import shown_deck
from docgen.pipeline import BuiltDeck
from docgen.render.alone import alone
from docgen.render.engine import Asked, is_there
from docgen.render.pages import render, small_page

Side = BuiltDeck | Path
"""What is drawn: a built deck, or a deck's file."""

Pictures = Mapping[str, tuple[bytes, ...]]
"""The slides of pages as PNG, by the ids of the pages."""

_MOST_SLIDES = 4
"""Of a page that goes on over more slides, only so many are drawn."""


@dataclass(frozen=True, slots=True)
class BothSides:
    """The pictures of pages before and after; of a page that one side does not have, those of the other alone."""

    before: Pictures
    after: Pictures


def can_draw() -> bool:
    """Whether something on this machine draws decks."""
    return is_there("libreoffice") or is_there("betteroffice")


def pictures(old: Side, new: Side, pages: Collection[str], engine: Asked) -> BothSides:
    """The pictures of pages, which are named as the new deck has them.

    DocgenError where the ``engine`` that is asked for is not there, or cannot draw a deck.
    """
    told = _shown(new)
    now = naming(told.renamed)
    before = tuple(now(record) for record in _shown(old).records)
    return BothSides(_drawn(old, before, pages, engine), _drawn(new, told.records, pages, engine))


class _Shown(NamedTuple):
    """The page of each slide of a deck, and what of before is called otherwise in it."""

    records: tuple[str, ...]
    renamed: tuple[tuple[str, ...], ...]


def _shown(side: Side) -> _Shown:
    shown = side.placed if isinstance(side, BuiltDeck) else shown_deck(side)[0]
    return _Shown(tuple(slide.record for slide in shown.slides), shown.summary.renamed)


def _drawn(side: Side, records: Sequence[str], pages: Collection[str], engine: Asked) -> Pictures:
    """The pictures of the slides of ``pages``; ``records`` are the pages of all slides."""
    numbers: dict[str, list[int]] = {}
    for number, record in enumerate(records, start=1):
        if record in pages and len(numbers.setdefault(record, [])) < _MOST_SLIDES:
            numbers[record].append(number)
    wanted = sorted(number for own in numbers.values() for number in own)
    if not wanted:
        return {}
    with tempfile.TemporaryDirectory() as place:
        drawn = dict(zip(wanted, map(small_page, _files(side, wanted, engine, Path(place))), strict=True))
    return {page: tuple(drawn[number] for number in own) for page, own in numbers.items()}


def _files(side: Side, wanted: Sequence[int], engine: Asked, folder: Path) -> Sequence[Path]:
    """The pictures of slides as files in a folder; of a deck that is not a file yet, only these slides are made."""
    if not isinstance(side, BuiltDeck):
        return render(side, folder / "pages", wanted, engine).pages
    slides = [side.placed.slides[number - 1] for number in wanted]
    file = BuiltDeck(alone(side.placed, *slides), side.pack).save(folder / "deck.pptx")
    assert file is not None
    return render(file, folder / "pages", engine=engine).pages
