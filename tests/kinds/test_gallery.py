"""The gallery shows every kind of slide with the example that docgen kinds prints, and a small picture of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from support.every_case import every_case
from support.real_deck import ROOT

from docgen.cli import main
from docgen.errors import DocgenError
from docgen.kinds.catalogue import Kind, kinds_of
from docgen.kinds.example import example_of
from docgen.kinds.gallery import PICTURES, draw_gallery, gallery_text
from docgen.render.libreoffice import find_libreoffice
from docgen.slides.registry import registry

FOLDER = ROOT / "docgen" / "slides"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
KINDS = kinds_of(registry())


def test_the_readme_is_the_one_that_the_command_makes() -> None:
    assert gallery_text(KINDS) == README, "make it anew: docgen kinds --gallery docgen/slides"


def test_it_has_every_kind_with_its_name() -> None:
    assert re.findall(r"^## `(\w+)` (.+)$", README, re.MULTILINE) == [(kind.word, kind.name) for kind in KINDS]


@every_case("kind", KINDS, ids=lambda kind: kind.word)
def test_its_example_is_the_one_that_docgen_kinds_prints(kind: Kind) -> None:
    (shown,) = re.findall(rf"^## `{kind.word}` .*?^```\w+\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    printed = CliRunner().invoke(main, ["kinds", kind.word]).stdout
    assert printed.endswith(f"\n\n{shown}")
    example = example_of(kind.word)
    assert example is not None
    assert shown == example.text


@every_case("kind", KINDS, ids=lambda kind: kind.word)
def test_its_picture_is_small_and_can_be_read(kind: Kind) -> None:
    path = FOLDER / PICTURES / f"{kind.word}.png"
    assert path.stat().st_size <= 60_000
    with Image.open(path) as picture:
        assert picture.width >= 700
        assert len(picture.convert("RGB").getcolors(100_000) or ()) > 4


def test_no_picture_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.stem for path in (FOLDER / PICTURES).iterdir()} == {kind.word for kind in KINDS}


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="no such folder"):
        draw_gallery(tmp_path / "none", KINDS, "cabinet_office")


@pytest.mark.libreoffice
@pytest.mark.parametrize("word", ["table", "repeated"])
def test_an_example_is_drawn(word: str, tmp_path: Path) -> None:
    if find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    kinds = [kind for kind in KINDS if kind.word == word]
    assert draw_gallery(tmp_path, kinds, "cabinet_office") == tmp_path / "README.md"
    assert (tmp_path / PICTURES / f"{word}.png").stat().st_size > 5_000
