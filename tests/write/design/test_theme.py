from __future__ import annotations

from dataclasses import replace

import pytest
from support.every_mark import design

from docgen.errors import DocgenError
from docgen.placed import PaletteColour
from docgen.write.design.theme import SLOTS, theme_colours, theme_xml
from docgen.write.xml.colour import colours


def test_all_twelve_slots_are_defined_and_the_palette_rules_those_it_names() -> None:
    theme = theme_colours(design())

    assert tuple(theme) == SLOTS
    assert [theme[slot] for slot in ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2")] == [
        "222222", "FFFFFF", "1F3A5F", "F3F6FA", "2E6DA4", "B46A00",
    ]  # fmt: skip
    assert theme["accent3"] == "5F6B7A", "the first series colour that no slot has yet"
    assert theme["hlink"] == theme["folHlink"] == "1F3A5F"


def test_a_palette_without_slots_still_gives_a_readable_theme() -> None:
    plain = replace(design(), palette={"ink": PaletteColour("101010"), "sky": PaletteColour("8fb8de")})
    theme = theme_colours(plain)

    assert (theme["dk1"], theme["lt1"], theme["accent1"]) == ("101010", "FFFFFF", "8FB8DE")


def test_a_colour_with_a_slot_refers_to_the_theme_and_one_without_states_its_rgb() -> None:
    spelled = colours(design(), theme_colours(design()))

    assert spelled.element("navy") == '<a:schemeClr val="tx2"/>'
    assert spelled.element("pale blue") == (
        '<a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>'
    )
    assert spelled.element("red") == '<a:srgbClr val="C00000"/>'


def test_a_second_colour_of_the_same_slot_keeps_its_own_rgb() -> None:
    assert colours(design(), theme_colours(design())).element("second navy") == '<a:srgbClr val="112233"/>'


def test_an_unknown_colour_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(DocgenError, match="no colour named 'nvy'") as caught:
        colours(design(), theme_colours(design())).element("nvy")
    assert caught.value.hint == "did you mean 'navy'?"


def test_both_theme_fonts_are_set_for_latin_east_asian_and_japanese_text() -> None:
    xml = theme_xml(replace(design(), fonts={"heading": "A & B", "body": "C"}), "t")

    for tag, face in (("majorFont", "A &amp; B"), ("minorFont", "C")):
        assert (
            f'<a:{tag}><a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface=""/>'
            f'<a:font script="Jpan" typeface="{face}"/></a:{tag}>'
        ) in xml
