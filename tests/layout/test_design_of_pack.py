"""From a pack to the design that theme, master and slide layouts are made from."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_in, pack_name

from docgen.layout.colours import palette_colour, readable_on
from docgen.layout.design import design
from docgen.layout.pack import Colour
from docgen.layout.rgb import contrast

COLOURS = {
    "navy": Colour(rgb="1F3A5F", slot="dk2"),
    "pale": Colour(base="navy", lum_mod=20, lum_off=80),
    "loose": Colour(rgb="336699"),
    "loose_pale": Colour(base="loose", lum_mod=40, lum_off=60),
    "paper": Colour(rgb="FFFFFF"),
}


def test_a_tint_keeps_its_theme_slot_and_knows_the_colour_it_comes_to() -> None:
    # Luminance of 1F3A5F is 0.2471; × 0.2 + 0.8 = 0.8494, with hue and saturation as they were.
    tint = palette_colour("pale", COLOURS)
    assert (tint.slot, tint.lum_mod, tint.lum_off, tint.rgb) == ("dk2", 20, 80, "C5D6EC")


def test_a_tint_of_a_tint_is_one_tint_of_the_themes_colour() -> None:
    # (0.2471 × 0.2 + 0.8) × 0.5 = 0.2471 × 0.1 + 0.4
    colours = {**COLOURS, "half": Colour(base="pale", lum_mod=50)}
    tint = palette_colour("half", colours)
    assert (tint.slot, tint.lum_mod, tint.lum_off) == ("dk2", 10, 40)
    assert tint.rgb == palette_colour("same", {**COLOURS, "same": Colour(base="navy", lum_mod=10, lum_off=40)}).rgb


def test_a_tint_of_a_colour_outside_the_theme_is_an_rgb_colour() -> None:
    tint = palette_colour("loose_pale", COLOURS)
    assert (tint.slot, tint.rgb) == (None, "A3C2E0")


@pytest.mark.parametrize(
    ("first", "second", "ratio"), [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("777777", "FFFFFF", 4.48)]
)
def test_contrast_is_that_of_the_guidelines(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005) == contrast(second, first)


def test_text_on_a_dark_ground_is_light() -> None:
    assert readable_on("navy", ("navy", "paper"), COLOURS) == "paper"
    assert readable_on("pale", ("navy", "paper"), COLOURS) == "navy"


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_every_slide_layout_has_a_title_and_those_with_slots_a_number(folder: Path) -> None:
    pack = pack_in(folder)
    for layout in design(pack).layouts:
        kinds = [placeholder.kind for placeholder in layout.placeholders]
        assert kinds.count("title") == 1
        assert "slide_number" in kinds or not pack.slide_layouts[layout.name].slots


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_placeholders_of_a_slide_layout_have_indices_of_their_own(folder: Path) -> None:
    for layout in design(pack_in(folder)).layouts:
        indices = [placeholder.index for placeholder in layout.placeholders]
        assert len(set(indices)) == len(indices)


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_series_colours_can_be_told_apart_in_greyscale_and_from_the_paper(folder: Path) -> None:
    made = design(pack_in(folder))
    colours = [made.palette[name].rgb for name in made.series_colours]
    assert len(set(colours)) == len(colours) >= 4
    # The first three are what most charts have; they are neighbours in a legend and in a stack.
    steps = [contrast(first, second) for first, second in pairwise(colours[:3])]
    assert min(steps) > 1.4


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_theme_slots_are_filled_once_and_all(folder: Path) -> None:
    slots = [colour.slot for colour in pack_in(folder).colours.values() if colour.slot]
    accents = [f"accent{number}" for number in range(1, 7)]
    assert sorted(slots) == sorted(["dk1", "lt1", "dk2", "lt2", *accents, "hlink", "folHlink"])
