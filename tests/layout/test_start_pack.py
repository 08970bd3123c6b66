"""A pack that docgen layouts new starts: whole, and building pages, from its first line on."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support.foreign_templates import TEMPLATES
from support.small_pages import ready

from docgen.checks.check import check_placed
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.start import Started, start_pack
from docgen.layout.starting.content import free_area
from docgen.layout.starting.proposal import propose
from docgen.layout.template.open import open_template
from docgen.pipeline import place
from docgen.placed import Box


def started(folder: Path, name: str) -> Started:
    template = folder / f"{name}.pptx"
    template.write_bytes(TEMPLATES[name]())
    return start_pack(folder / "own", "cabinet_office", template)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_proposed_mapping_builds_every_kind_of_page(tmp_path: Path, name: str) -> None:
    pack = load_pack(started(tmp_path, name).file)
    deck = place(ready(), pack)
    assert check_placed(deck.placed, pack) == ()
    assert {slide.layout for slide in deck.placed.slides} >= {"cover", "divider", "contents", "content"}


def test_layouts_and_placeholders_are_proposed_by_type_name_and_place(tmp_path: Path) -> None:
    text = started(tmp_path, "title_at_bottom").file.read_text(encoding="utf-8")
    assert "  cover:\n    template: Title Slide\n" in text
    assert "      document_type: {template: 1}  # Subtitle 2\n      published: {template: date}" in text
    assert "  divider:\n    template: Section Header\n" in text
    # In the master's text placeholder, above the band with the title at the foot.
    assert "slots: {body: [36, 126, 648, 328]}" in text


def test_what_is_left_open_is_said(tmp_path: Path) -> None:
    remarks = [str(remark) for remark in started(tmp_path, "no_japanese_fonts").remarks]
    assert "fonts: the theme names no Japanese font for body text: BIZ UDPゴシック is proposed" in remarks
    assert any("left out of decks: Title and Content, Two Content" in each for each in remarks)


def test_what_is_left_open_and_the_comments_of_the_file_are_in_the_language_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "ja")
    made = started(tmp_path, "no_japanese_fonts")
    assert "fonts: テーマにbodyの日本語フォントの指定がないため、BIZ UDPゴシックとしました" in map(str, made.remarks)
    comments = [line for line in made.file.read_text(encoding="utf-8").splitlines() if line.startswith("# ")]
    assert comments[1] == "# ここに書かないものはcabinet_officeと同じです。長さの単位はポイントです。"
    assert len(comments) >= 4
    load_pack(made.file)


def test_theme_colours_that_text_hardly_stands_out_in_are_proposed_darker(tmp_path: Path) -> None:
    import pptx

    default = Path(pptx.__file__).parent / "templates" / "default.pptx"
    proposal = propose(open_template(default, "default"), load_pack("cabinet_office"))
    assert "  blue: {rgb: null, slot: null, base: accent1, lum_mod: " in proposal.text
    pack = load_pack(start_pack(tmp_path / "own", "cabinet_office", default).file)
    assert pack.colours["blue"].base == "accent1"


def test_the_free_area_keeps_off_what_stands_and_is_drawn_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "foot.pptx"
    path.write_bytes(TEMPLATES["title_at_bottom"]())
    file = open_template(path, "foot")
    (layout,) = (each for each in file.layouts if each.name == "Title Only")
    page = Box(0, 0, file.width, file.height)
    area = free_area(layout, file.masters[0], page)
    assert page.contains(area)
    assert not any(area.overlaps(drawn.box) for drawn in layout.drawn)
    assert not any(area.overlaps(each.form.box) for each in layout.placeholders if each.kind != "date")


def test_a_file_that_is_no_template_starts_nothing(tmp_path: Path) -> None:
    (tmp_path / "no.pptx").write_bytes(b"no zip")
    with pytest.raises(DocgenError, match=r"the template 'no\.pptx' is no PowerPoint file"):
        start_pack(tmp_path / "own", "cabinet_office", tmp_path / "no.pptx")
    assert not (tmp_path / "own").exists()


def test_the_commands_that_are_proposed_run_as_they_are_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(main, ["layouts", "new", "kankyo", "--lang", "en"]).output
    command = said.strip().rpartition(" check with docgen ")[2].split()
    assert command == ["layouts", "check", "./kankyo"]
    assert CliRunner().invoke(main, [*command, "--lang", "en"]).output == "0 errors, 0 notices\n"
