"""A new pack, made from layouts/README.md alone, builds the whole compendium."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.real_deck import CONTENT, PACKS, ROOT, fy2023

import docgen
from docgen.checks.check import check_placed
from docgen.checks.written_rules import check_written
from docgen.cli import main
from docgen.layout.load import load_pack

README = (ROOT / "layouts" / "README.md").read_text(encoding="utf-8")
BLOCKS = [textwrap.dedent(block) for block in re.findall(r"^ *```yaml\n(.*?)^ *```$", README, re.DOTALL | re.MULTILINE)]


def made(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "layout.yaml").write_text(text, encoding="utf-8")
    return folder


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_the_readmes_pack_has_fifteen_lines_and_another_page_font_and_colours(tmp_path: Path) -> None:
    assert len(BLOCKS[0].splitlines()) <= 15
    pack, parent = load_pack(made(tmp_path / "kankyo", BLOCKS[0])), load_pack("cabinet_office")
    assert pack.page != parent.page
    assert pack.fonts != parent.fonts
    assert pack.colours != parent.colours


def test_the_readmes_pack_has_nothing_to_mend_and_builds_the_whole_compendium(tmp_path: Path) -> None:
    folder = str(made(tmp_path / "kankyo", BLOCKS[0]))
    assert run("layouts", "check", folder, "--content", str(CONTENT)) == (0, "0 errors, 0 notices\n")
    # What a check says of the content itself has nothing to do with the pack.
    deck = docgen.build(fy2023(), folder)
    assert check_placed(deck.placed, deck.pack) == ()
    assert check_written(deck.placed) == ()
    assert len(deck.placed.slides) > 90


# The example of a pack on a template needs one; tests/layout/test_template_pack.py has such packs.
@pytest.mark.parametrize("block", [block for block in BLOCKS[1:] if "template.potx" not in block])
def test_the_readmes_other_examples_are_parts_of_a_pack(tmp_path: Path, block: str) -> None:
    head = "" if "extends:" in block else "extends: cabinet_office\n"
    text = head + block.replace("picture: logo.png, alt: 標章, align: right", "fill: navy")
    load_pack(made(tmp_path / "bureau", text))


def test_every_shipped_pack_has_a_readme_with_a_picture_and_a_line_in_the_table() -> None:
    for folder in PACKS:
        if folder.parent.name == "layouts" and folder.parent.parent == ROOT:
            assert "](pages.png)" in (folder / "README.md").read_text(encoding="utf-8")
            assert (folder / "pages.png").is_file()
            assert f"]({folder.name}/)" in README
