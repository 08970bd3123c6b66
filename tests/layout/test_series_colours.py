"""Series colours told apart: in greyscale, and with a deficiency of colour vision."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import PACKS, pack_in, pack_name

from docgen.layout.load import load_pack
from docgen.layout.series_colours import VISIONS, confusions, distance, simulated
from docgen.messages import message


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_the_series_colours_of_a_pack_are_told_apart(folder: Path) -> None:
    assert [str(each) for each in confusions(pack_in(folder))] == []


def test_colours_that_only_hue_tells_apart_are_found() -> None:
    pack = load_pack("cabinet_office")
    alike = pack.model_copy(update={"chart": pack.chart.model_copy(update={"series": ("red", "amber", "grey", "orange")})})
    found = {(each.first, each.second, each.vision) for each in confusions(alike)}
    assert ("grey", "orange", "greyscale") in found
    assert ("red", "amber", "deuteranopia") in found


@pytest.mark.parametrize("vision", VISIONS)
def test_every_vision_keeps_white_and_black(vision: str) -> None:
    assert simulated("FFFFFF", vision) == pytest.approx((1, 1, 1), abs=1e-4)
    assert simulated("000000", vision) == (0, 0, 0)


def test_red_and_green_come_together_for_a_deuteranope() -> None:
    assert distance("C00000", "4E7A00", "deuteranopia") < distance("C00000", "4E7A00") / 2


def test_black_and_white_are_a_hundred_apart() -> None:
    assert distance("000000", "FFFFFF") == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("vision", [*VISIONS, "greyscale"])
def test_a_vision_is_named_in_japanese(vision: str) -> None:
    assert not message(f"vision-{vision}").text("ja").isascii()
