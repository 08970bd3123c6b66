"""Pictures of one's own: the same bytes every time, scaled and never distorted."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from support.drawn_marks import drawn_marks

import docgen
from docgen.blocks.figure.picture import PictureBlock
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.style import style_ladder
from docgen.model.figure import Picture
from docgen.placed import Box, PictureMark
from docgen.ready import ReadyPicture


def drawn() -> Any:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(3, 2))
    figure.subplots().plot([1, 3, 2], label="値")
    return figure


def test_the_same_figure_gives_the_same_bytes() -> None:
    first, second = (Picture.from_matplotlib(drawn(), alt="折れ線") for _ in range(2))
    assert first.image == second.image
    assert first.svg == second.svg
    assert first.image.startswith(b"\x89PNG")
    assert first.svg is not None
    assert b"dc:date" not in first.svg
    assert (first.width, first.height) == (216, 144)


def test_a_picture_needs_its_alternative_text() -> None:
    with pytest.raises(DocgenError, match="Picture 'picture', field alt"):
        Picture.from_matplotlib(drawn(), alt="")


def test_a_picture_keeps_its_shape_in_its_box() -> None:
    picture = ReadyPicture("p", "", "図", b"png", b"svg", 216, 144)
    style = style_ladder(load_pack("cabinet_office"))[2]
    (mark,) = drawn_marks(PictureBlock("p", picture), Box(30, 64, 720, 200), style)
    assert isinstance(mark, PictureMark)
    assert mark.box.width / mark.box.height == pytest.approx(1.5)
    assert mark.box.height == pytest.approx(200)
    assert mark.box.x - 30 == pytest.approx(750 - mark.box.right)
    assert mark.svg == b"svg"


@pytest.mark.parametrize("data", ["chart.png", None, b"", b"GIF89a nonsense", 3])
def test_what_is_no_picture_is_refused_with_its_field(data: Any) -> None:
    with pytest.raises(DocgenError, match="Picture 'p', field image"):
        Picture(id="p", alt="図", image=data, width=60, height=40)


def test_a_picture_of_a_file_has_its_size_in_points(tmp_path: Path) -> None:
    Image.new("RGB", (96, 48), (200, 30, 30)).save(tmp_path / "写真.jpg")
    picture = Picture.from_file(tmp_path / "写真.jpg", alt="赤い四角")
    assert (picture.width, picture.height, picture.image[:2]) == (72, 36, b"\xff\xd8")
    assert (Picture.from_file(tmp_path / "写真.jpg", alt="図", dpi=48).width, picture.svg) == (144, None)
    with pytest.raises(DocgenError, match=r"無い\.png: the picture cannot be used"):
        Picture.from_file(tmp_path / "無い.png", alt="図")


def test_a_photograph_stands_in_the_deck_as_a_jpeg(tmp_path: Path) -> None:
    Image.new("RGB", (96, 48), (200, 30, 30)).save(tmp_path / "a.jpg")
    deck = docgen.Deck()
    deck.add(Picture.from_file(tmp_path / "a.jpg", alt="赤い四角"))
    path = deck.save(tmp_path / "a.pptx")
    with zipfile.ZipFile(path) as archive:
        (name,) = (name for name in archive.namelist() if "/media/" in name)
        assert name.endswith(".jpeg")
        assert b'PartName="/ppt/media/image1.jpeg" ContentType="image/jpeg"' in archive.read("[Content_Types].xml")
    assert docgen.verify(path) == ()
