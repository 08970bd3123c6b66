"""Fonts of packs: found by their Japanese names in the font files of a machine, wherever its system keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection

from docgen.doctor.fonts import font_provisions
from docgen.layout.load import load_pack
from docgen.typeset.font_files import family_names, font_files, installed_among


def make_font(path: Path, english: str, japanese: str) -> Path:
    """A font without glyphs that has a family name in two languages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupNameTable({"familyName": {"en": english, "ja": japanese}, "styleName": {"en": "Regular"}})
    builder.save(path)
    return path


def test_a_font_has_the_names_of_all_its_languages(tmp_path: Path) -> None:
    assert family_names(make_font(tmp_path / "a.ttf", "Test Gothic", "試験ゴシック")) == {"Test Gothic", "試験ゴシック"}


def test_a_collection_has_the_names_of_all_its_fonts(tmp_path: Path) -> None:
    files = [make_font(tmp_path / f"{name}.ttf", name, name) for name in ("One", "Two")]
    collection = TTCollection()
    from fontTools.ttLib import TTFont

    collection.fonts = [TTFont(file) for file in files]
    collection.save(tmp_path / "both.ttc")
    assert family_names(tmp_path / "both.ttc") == {"One", "Two"}


@pytest.mark.parametrize("data", [b"", b"no font", b"\x00\x01\x00\x00\x00\x0a"])
def test_a_file_that_is_no_font_has_no_names(tmp_path: Path, data: bytes) -> None:
    for name in ("broken.ttf", "broken.ttc"):
        (tmp_path / name).write_bytes(data)
        assert family_names(tmp_path / name) == frozenset()


def test_the_search_ends_with_the_last_font_that_is_wanted(tmp_path: Path) -> None:
    wanted = make_font(tmp_path / "a.ttf", "A", "A")

    def files() -> list[Path]:
        return [wanted, tmp_path / "never-looked-at.ttf"]

    assert installed_among(frozenset({"A"}), iter(files())) == {"A": wanted}
    assert installed_among(frozenset(), iter(files())) == {}


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("win32", "AppData/Local/Microsoft/Windows/Fonts"), ("darwin", "Library/Fonts"), ("linux", ".local/share/fonts/own")],
)
def test_a_users_own_fonts_are_found_on_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, folder: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    font = make_font(tmp_path / folder / "Own.TTF", "Own", "Own")
    assert font in set(font_files({"SYSTEMROOT": str(tmp_path / "Windows")}, platform))


def test_each_font_of_the_packs_is_told_once_with_its_packs() -> None:
    packs = [load_pack("cabinet_office"), load_pack("mext")]
    told = {provision.name: provision.purpose.text("en") for provision in font_provisions(packs)}
    assert set(told) == {"BIZ UDPゴシック", "BIZ UDゴシック"}
    assert "cabinet_office, mext" in told["BIZ UDPゴシック"]
    assert "building needs no font" in told["BIZ UDゴシック"]


def test_a_font_whose_widths_are_unknown_says_so(tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text(
        "extends: cabinet_office\nname: own\nfonts:\n  heading: {name: 試験明朝}\n", encoding="utf-8"
    )
    own = next(provision for provision in font_provisions([load_pack(tmp_path)]) if provision.name == "試験明朝")
    assert not own.there
    assert "widths are not known" in own.purpose.text("en")
    assert "試験明朝" in own.row("ja")["get"][0]["steps"][0]
