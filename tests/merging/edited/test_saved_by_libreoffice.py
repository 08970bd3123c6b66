"""A deck that LibreOffice saved after it was edited: it renames, reorders and spells everything anew."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest
from support.hand_edits import SHAPE_EDITS, SLIDE_EDITS, Edit, package_of
from support.small_decks import built, built_bytes, merged_deck

from docgen.fingerprint.part import fingerprint_in, open_deck
from docgen.fingerprint.values import DeckShape, Frame, GridCell
from docgen.merging.edited.deck import EditedDeck, read_deck
from docgen.merging.edited.value_comparison import same_colour, same_frame
from docgen.merging.merged_deck import merge

pytestmark = pytest.mark.libreoffice

_TARGETS = {
    "text": "precedents/study-1",
    "move": "measures/measures-1",
    "resize": "I-1065/traffic",
    "recolour": "measures/measures-1",
    "add": "overview/strategy",
    "delete": "I-1070/share",
    "cell": "I-1065/traffic",
    "point": "I-1065/traffic",
}


def saved(soffice: str, folder: Path, deck: bytes) -> bytes:
    """The deck as LibreOffice saves it."""
    source, target = folder / "deck.pptx", folder / "saved"
    source.write_bytes(deck)
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pptx", "--outdir"]
    subprocess.run([*command, str(target), str(source)], capture_output=True, timeout=240, check=True)
    return (target / "deck.pptx").read_bytes()


def edited() -> tuple[bytes, list[Edit]]:
    """The small deck with one edit of each kind, a slide moved and a slide deleted."""
    package, chance = package_of(built_bytes()), random.Random(5)
    slides = {slide.name: slide for slide in read_deck(package).slides}
    edits = [
        made
        for number, (kind, slide) in enumerate(_TARGETS.items())
        if (made := SHAPE_EDITS[kind](package, slides[slide], chance, number)) is not None
    ]
    SLIDE_EDITS["notes"](package, slides["I-1065/traffic"], 1)
    SLIDE_EDITS["delete_slide"](package, slides["divider/a3"], 2)
    SLIDE_EDITS["move_slide"](package, slides["indicators/strategy"], 3)
    return package.to_bytes(), edits


def shape_of(deck: EditedDeck, slide: str, name: str) -> DeckShape | None:
    found = next(each for each in deck.slides if each.name == slide)
    return next((each.shape for each in found.shapes if each.shape.name == name), None)


def same(one: object, other: object) -> bool:
    if isinstance(one, Frame) and isinstance(other, Frame):
        return same_frame(one, other)
    if isinstance(one, str) and isinstance(other, str) and len(one) == len(other) == 6:
        return same_colour(one, other)
    return one == other


def test_edits_saved_by_libreoffice_are_kept_with_the_new_content(soffice: str, tmp_path: Path) -> None:
    data, edits = edited()
    assert len(edits) == len(_TARGETS)
    from_libreoffice = tmp_path / "edited.pptx"
    from_libreoffice.write_bytes(saved(soffice, tmp_path, data))
    with open_deck(from_libreoffice) as package:
        assert fingerprint_in(package, "edited.pptx").summary == built(0).placed.summary
    merged = merge(from_libreoffice, built(1), conflicts="both")
    plain = merged_deck(data, 1, "both", tmp_path)
    assert {(each.slide, each.shape) for each in merged.conflicts} == {(each.slide, each.shape) for each in plain.conflicts}
    by_hand, result = read_deck(package_of(data)), read_deck(package_of(merged.data))
    told = {(each.slide, each.shape) for each in merged.conflicts}
    for edit in edits:
        hand, now = (edit.value(shape_of(deck, edit.slide, edit.shape)) for deck in (by_hand, result))
        assert same(hand, now) or (edit.slide, edit.shape) in told, (edit, hand, now)
    names = [slide.name for slide in result.slides]
    assert "divider/a3" not in names
    assert names[-1] == "indicators/strategy"
    assert "手による注1" in next(slide.notes for slide in result.slides if slide.name == "I-1065/traffic")
    assert any("2,636人" in cell.text for row in _values(result) for cell in row)


def _values(deck: EditedDeck) -> tuple[tuple[GridCell, ...], ...]:
    shape = shape_of(deck, "I-1065/traffic", "I-1065/traffic/values")
    assert shape is not None
    assert shape.grid is not None
    return shape.grid.rows
