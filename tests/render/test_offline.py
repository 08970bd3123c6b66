"""A deck is drawn without anything that lies elsewhere, and is left as it is where nothing does."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from docgen.errors import DocgenError
from docgen.render.offline import offline

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def deck(folder: Path, *kinds: str) -> Path:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    for kind in kinds:
        slide.part.relate_to(f"http://127.0.0.1:9/{kind}", f"{_OFFICE}/{kind}", is_external=True)
    path = folder / "資料.pptx"
    presentation.save(str(path))
    return path


def outside(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        rels = archive.read("ppt/slides/_rels/slide1.xml.rels").decode()
    return [part.split('"')[0].rsplit("/", 1)[-1] for part in rels.split('Target="')[1:] if "127.0.0.1" in part.split('"')[0]]


@pytest.mark.parametrize("kinds", [(), ("hyperlink",)])
def test_a_deck_that_fetches_nothing_is_drawn_as_it_is(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    path = deck(tmp_path, *kinds)
    assert offline(path, tmp_path / "copy") == path
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("kind", ["image", "video", "audio", "media", "oleObject", "attachedTemplate"])
def test_what_would_be_fetched_is_not_in_the_copy(tmp_path: Path, kind: str) -> None:
    path = deck(tmp_path, kind, "hyperlink")
    copy = offline(path, tmp_path / "copy")
    assert (copy.name, outside(copy), outside(path)) == (path.name, ["hyperlink"], [kind, "hyperlink"])
    assert len(Presentation(str(copy)).slides) == 1


def test_a_damaged_deck_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(DocgenError) as error:
        offline(path, tmp_path / "copy")
    assert str(path) in str(error.value.where)
