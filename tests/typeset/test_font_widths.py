"""Widths of fonts, shipped, read from a file, or unknown."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError
from docgen.typeset.fonts import Fonts, UnknownFontWarning, load_metrics


def test_biz_udpgothic_has_its_own_widths_regular_and_bold() -> None:
    font = load_metrics("BIZ UDPGothic")
    assert font.regular["国"] == 1
    assert font.regular["A"] == 1556 / 2048
    assert font.regular["i"] == 655 / 2048
    assert font.bold["i"] == 655 / 2048
    assert font.regular["s"] == 1208 / 2048
    assert font.bold["l"] == 737 / 2048


def test_biz_udgothic_has_half_and_full_width() -> None:
    font = load_metrics("BIZ UDGothic")
    assert [font.regular[character] for character in "Ai1.ｱ国「ー"] == [0.5] * 5 + [1] * 3


def test_a_font_has_the_same_widths_by_its_japanese_name() -> None:
    assert load_metrics("BIZ UDPゴシック") is load_metrics("BIZ UDPGothic")
    assert load_metrics("BIZ UDゴシック") is load_metrics("BIZ UDGothic")


def test_marks_and_controls_take_no_room_and_rare_characters_take_an_em() -> None:
    font = load_metrics("BIZ UDPGothic")
    assert [font.regular[c] for c in "\u0301\u3099\ufe0f\u200d\U000e0100\x00\u200b"] == [0] * 7
    assert [font.regular[c] for c in "𠮷\ud800가"] == [1, 1, 1]
    assert font.regular["😀"] > 1


def test_an_unknown_font_is_over_estimated_with_one_warning_that_names_it() -> None:
    with pytest.warns(UnknownFontWarning, match="Nobody's Gothic") as caught:
        font = load_metrics("Nobody's Gothic")
    assert len(caught) == 1
    known = load_metrics("BIZ UDPGothic")
    letters = [chr(code) for code in range(0x21, 0x7F)]
    wider = [c for c in letters if font.regular[c] >= known.regular[c]]
    assert wider == letters
    assert all(0.75 <= font.regular[c] <= 1 for c in letters)
    assert font.regular["国"] == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert load_metrics("Nobody's Gothic") is font


def test_a_font_file_gives_its_widths(tmp_path: Path) -> None:
    path = made_font(tmp_path / "made.ttf", {"A": 700, "国": 1000, "い": 900})
    font = load_metrics("Made", path)
    assert [font.regular[c] for c in "A国い"] == [0.7, 1, 0.9]
    assert load_metrics("Made", path) is font


def test_a_file_that_is_no_font_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"no font")
    with pytest.raises(DocgenError, match="cannot read the font 'Broken'") as caught:
        load_metrics("Broken", path)
    assert caught.value.where == str(path)
    with pytest.raises(DocgenError):
        load_metrics("Absent", tmp_path / "absent.ttf")


@given(cut=st.integers(0, 900), place=st.integers(0, 900), byte=st.integers(0, 255))
def test_a_garbled_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, cut: int, place: int, byte: int
) -> None:
    folder = tmp_path_factory.mktemp("fonts")
    data = bytearray(made_font(folder / "whole.ttf", {"A": 700}).read_bytes())
    data[place % len(data)] = byte
    path = folder / "garbled.ttf"
    path.write_bytes(data if cut < 300 else data[:cut])
    try:
        font = load_metrics("Garbled", path)
    except DocgenError as error:
        refused = error.where
    else:
        refused = str(path) if font.name == "Garbled" else ""
    assert refused == str(path)


def test_fonts_are_found_by_their_role() -> None:
    fonts = Fonts(heading=load_metrics("BIZ UDGothic"), body=load_metrics("BIZ UDPGothic"))
    assert fonts.for_role("heading").name == "BIZ UDGothic"
    assert fonts.for_role("body").name == "BIZ UDPGothic"


def made_font(path: Path, widths: dict[str, int]) -> Path:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    names = {character: f"u{ord(character):04X}" for character in widths}
    glyphs = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({ord(character): name for character, name in names.items()})
    builder.setupGlyf({name: Glyph() for name in glyphs})
    builder.setupHorizontalMetrics(
        {".notdef": (500, 0), **{names[c]: (width, 0) for c, width in widths.items()}}
    )
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Made", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path
