"""The colours of the parts of a whole, in a pack of which two colours are alike."""

from __future__ import annotations

import pytest

from docgen.blocks.chart.colours import slice_inks, told_apart
from docgen.layout.load import load_pack
from docgen.layout.pack import Colour, LayoutPack

FIVE = {"first": "1B7F79", "pale": "7FC4BC", "brown": "8A5A00", "dark": "0B4F4A", "blue": "2F5D9B"}


@pytest.fixture(scope="module")
def pack() -> LayoutPack:
    """A pack whose fourth colour is hardly told from the first."""
    pack = load_pack("cabinet_office")
    colours = {**pack.colours, **{name: Colour(rgb=rgb) for name, rgb in FIVE.items()}}
    chart = pack.chart.model_copy(update={"series": tuple(FIVE)})
    return pack.model_copy(update={"colours": colours, "chart": chart})


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (3, ["first", "pale", "brown"]),
        (4, ["first", "pale", "brown", "blue"]),
        (5, ["first", "pale", "brown", "blue", "dark"]),
    ],
)
def test_a_part_has_a_colour_that_is_like_anothers_only_where_no_other_is_left(
    pack: LayoutPack, count: int, names: list[str]
) -> None:
    assert list(slice_inks(count, pack).values()) == names


def test_parts_beyond_the_colours_begin_anew_but_for_the_last_beside_the_first(pack: LayoutPack) -> None:
    assert list(slice_inks(7, pack).values())[5:] == ["first", "pale"]
    assert slice_inks(6, pack)[5] == "brown"


def test_what_is_beside_a_highlighted_part_is_not_like_it_as_long_as_others_are_left(pack: LayoutPack) -> None:
    assert told_apart(pack, ("dark",)) == ("pale", "brown", "blue", "first")


def test_a_pack_whose_colours_differ_keeps_their_order() -> None:
    own = load_pack("cabinet_office")
    assert told_apart(own) == own.chart.series
