"""Pictures that come by hand are whole, or left behind and told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.util import Pt
from support.hand_edits import package_of
from support.small_decks import built_bytes, merged_deck


def saved(presentation: Any) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def test_a_damaged_picture_is_left_behind_and_told(tmp_path: Path) -> None:
    presentation = Presentation(io.BytesIO(built_bytes()))
    slide = presentation.slides[3]
    for colour in ((200, 30, 30), (20, 40, 160)):
        stream = io.BytesIO()
        Image.new("RGB", (60, 40), colour).save(stream, "JPEG")
        stream.seek(0)
        slide.shapes.add_picture(stream, Pt(600), Pt(300))
    package = package_of(saved(presentation))
    part = max(name for name in package.parts if name.startswith("/ppt/media/"))
    package.parts[part] = package.parts[part][:300]
    merged = merged_deck(package.to_bytes(), 0, "both", tmp_path)
    assert [one.message.code for one in merged.left_behind] == ["left-behind"]
    pictures = [name for name in package_of(merged.data).parts if name.startswith("/ppt/media/")]
    assert len(pictures) == 1
