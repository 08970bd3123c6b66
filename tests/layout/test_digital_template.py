"""The shipped pack that is built on a template: the file, and what of it stands in a deck."""

from __future__ import annotations

import io
import zipfile

from pptx import Presentation
from support.make_template import TEMPLATE, template
from support.real_deck import deck_bytes, pack_in


def test_the_template_has_the_slide_layouts_that_its_script_draws_and_no_slides() -> None:
    given, drawn = Presentation(str(TEMPLATE)), Presentation(io.BytesIO(template()))
    assert len(given.slides) == 0
    assert [layout.name for layout in given.slide_layouts] == [layout.name for layout in drawn.slide_layouts]


def test_the_deck_has_the_logo_and_the_theme_of_the_template_and_no_part_twice() -> None:
    with zipfile.ZipFile(TEMPLATE) as given, zipfile.ZipFile(io.BytesIO(deck_bytes(TEMPLATE.parent))) as made:
        pictures = [given.read(name) for name in given.namelist() if name.startswith("ppt/media/")]
        inside = [made.read(name) for name in made.namelist() if name.startswith("ppt/media/")]
        layouts = [name for name in made.namelist() if name.startswith("ppt/slideLayouts/slideLayout")]
        assert len(pictures) == 1
        assert inside.count(pictures[0]) == 1
        assert len(layouts) == len(pack_in(TEMPLATE.parent).slide_layouts)
        assert b"1D4FD8" in made.read("ppt/theme/theme1.xml")
