"""Some pages of a deck, and a deck that was built before."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation
from support.small_folder import make_folder

import docgen
from docgen.cli import main
from docgen.fingerprint.part import fingerprint_in, open_deck


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "content")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setattr("docgen.batching.kept_decks.cache_folder", lambda: folder)
    return folder


def build(content: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", str(content), *options], catch_exceptions=False)


def test_the_pages_of_some_slides_are_a_part_of_the_deck(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "part.pptx"
    assert build(content, "-o", str(out), "--pages", "2,5-6").stdout == f"{out}: 3 slides\n"
    whole = docgen.build(docgen.load(content)).placed
    with open_deck(out) as package:
        said = fingerprint_in(package, str(out))
    assert [slide.id for slide in said.slides] == [whole.slides[number].id for number in (1, 4, 5)]
    assert len(Presentation(str(out)).slides) == 3


def test_slides_and_records_are_not_asked_for_at_once(content: Path, tmp_path: Path) -> None:
    result = build(content, "-o", str(tmp_path / "part.pptx"), "--pages", "2", "--only", "I-1065")
    assert result.exit_code == 2
    assert "--pages, or --only" in result.stderr


def test_a_page_that_is_not_there_is_named(content: Path, tmp_path: Path) -> None:
    result = build(content, "-o", str(tmp_path / "part.pptx"), "--pages", "99")
    assert result.exit_code == 2
    assert "there is no page 99" in result.stderr
    assert not (tmp_path / "part.pptx").exists()


def test_a_kept_deck_has_the_bytes_of_one_that_is_built(content: Path, tmp_path: Path, cache: Path) -> None:
    outputs = [tmp_path / f"{number}.pptx" for number in range(3)]
    said = [build(content, "-o", str(out), *options).stdout for out, options in zip(outputs, ((), ("--cache",), ("--cache",)), strict=True)]
    assert len({out.read_bytes() for out in outputs}) == 1
    assert len({line.rpartition(": ")[2] for line in said}) == 1
    assert len(list(cache.rglob("*.deck"))) == 1


def test_another_content_is_another_deck(content: Path, tmp_path: Path, cache: Path) -> None:
    build(content, "-o", str(tmp_path / "a.pptx"), "--cache")
    table = content / "data" / "deaths.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("2636", "2637"), encoding="utf-8")
    build(content, "-o", str(tmp_path / "b.pptx"), "--cache")
    assert (tmp_path / "a.pptx").read_bytes() != (tmp_path / "b.pptx").read_bytes()
    assert len(list(cache.rglob("*.deck"))) == 2


@pytest.mark.parametrize("damage", [b"", b"no head", b"0" * 64 + b" 3\nother bytes"])
def test_a_damaged_cache_is_noticed_and_made_anew(content: Path, tmp_path: Path, cache: Path, damage: bytes) -> None:
    build(content, "-o", str(tmp_path / "a.pptx"), "--cache")
    (kept,) = cache.rglob("*.deck")
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    build(content, "-o", str(tmp_path / "b.pptx"), "--cache")
    assert (tmp_path / "a.pptx").read_bytes() == (tmp_path / "b.pptx").read_bytes()
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_keeps_nothing_and_builds_all_the_same(content: Path, tmp_path: Path, cache: Path) -> None:
    cache.write_text("in the way")
    assert build(content, "-o", str(tmp_path / "a.pptx"), "--cache").exit_code == 0
    assert (tmp_path / "a.pptx").is_file()


@pytest.mark.libreoffice
def test_a_pdf_is_drawn_beside_the_deck(soffice: str, content: Path, tmp_path: Path) -> None:
    result = build(content, "-o", str(tmp_path / "a.pptx"), "--pages", "1", "--pdf")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
