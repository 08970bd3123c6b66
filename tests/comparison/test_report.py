"""The report of a comparison is one file of HTML: page by page, with pictures where something draws them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from support.small_folder import make_folder

import docgen
from docgen.cli import main
from docgen.comparison import page_pictures, report
from docgen.render.pages import Rendering


class Seen(HTMLParser):
    """The tags of a page with their attributes, and its texts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def seen(file: Path) -> Seen:
    page = Seen()
    page.feed(file.read_text(encoding="utf-8"))
    return page


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders: in the second a death more, and a note with letters that mean something in HTML."""
    old, new = make_folder(tmp_path / "old"), make_folder(tmp_path / "new")
    deaths, indicator = new / "data" / "deaths.csv", new / "indicators" / "I-1065.yaml"
    deaths.write_text(deaths.read_text(encoding="utf-8").replace("2022,2610", "2022,2611"), encoding="utf-8")
    text = indicator.read_text(encoding="utf-8")
    indicator.write_text(text.replace("24時間以内の死者数。", "24時間以内の死者数<script>alert(1)</script>&amp;。"), encoding="utf-8")
    return old, new


def run(old: Path, new: Path, file: Path) -> Result:
    return CliRunner().invoke(main, ["diff", str(old), str(new), "--html", str(file), "--lang", "ja"])


def drawing(asked: list[tuple[int, ...] | None]) -> object:
    """Stands for what draws decks: a grey picture for each slide that is asked for."""

    def render(deck: Path, folder: Path, pages: tuple[int, ...] | None = None, engine: str = "auto") -> Rendering:
        asked.append(tuple(pages) if pages is not None else None)
        folder.mkdir()
        paths = tuple(folder / f"{number}.png" for number in pages or ())
        for path in paths:
            Image.new("RGB", (80, 60), (90, 90, 90)).save(path)
        return Rendering(paths)

    return render


def test_without_what_draws_the_report_has_no_pictures_and_the_command_says_so(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "can_draw", lambda: False)
    result = run(*folders, tmp_path / "report.html")
    assert result.exit_code == 1
    assert "画像はありません" in result.stderr
    page = seen(tmp_path / "report.html")
    assert [tag for tag, _ in page.tags if tag in ("img", "script", "link", "iframe")] == []
    assert "2,611" in "".join(page.texts)
    assert "<script>alert(1)</script>" in "".join(page.texts)


def test_the_pages_that_changed_have_their_pictures_before_and_after(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, ...] | None] = []
    monkeypatch.setattr(report, "can_draw", lambda: True)
    monkeypatch.setattr(page_pictures, "render", drawing(asked))
    decks = [docgen.build(docgen.load(folder)).save(tmp_path / f"{folder.name}.pptx") for folder in folders]
    run(decks[0], decks[1], tmp_path / "report.html")
    page = seen(tmp_path / "report.html")
    pictures = [attributes for tag, attributes in page.tags if tag == "img"]
    assert asked[0] == asked[1]
    assert asked[0] is not None
    assert len(pictures) == 2 * len(asked[0])
    assert all((one["src"] or "").startswith("data:image/png;base64,") for one in pictures)
    assert {one["alt"] for one in pictures} == {"変更前のページ", "変更後のページ"}


def test_the_report_fetches_nothing(folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "can_draw", lambda: False)
    run(*folders, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert not re.search(r"""(?:src|href)=["'](?!data:)|url\(|@import""", text)


def test_a_report_that_cannot_be_written_is_an_error(folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "can_draw", lambda: False)
    (tmp_path / "report.html").mkdir()
    assert run(*folders, tmp_path / "report.html").exit_code == 2
