"""Pictures of one's own: the same bytes every time, scaled and never distorted."""

from __future__ import annotations

from typing import Any

import pytest
from support.drawn_marks import drawn_marks

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
