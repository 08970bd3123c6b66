"""What reaches over the edge of a slide is found in any deck; what lies beside it, or hangs over it without words, is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from docgen.opened.deck import opened
from docgen.truth.judged import judged


def _deck(folder: Path, left: float, width: float, *, columns: int = 0, margin: float = 0.0) -> Path:
    """A deck of one slide of 720 points: a text box, or a table, there; beside it what is no fault."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_textbox(Pt(730), Pt(100), Pt(200), Pt(30)).text_frame.text = "作業用の覚え書き"
    slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(-20), Pt(0), Pt(760), Pt(40))
    turned = slide.shapes.add_textbox(Pt(560), Pt(300), Pt(300), Pt(30))
    turned.text_frame.text, turned.rotation = "縦に回した見出し", 90
    if columns:
        shape = slide.shapes.add_table(2, columns, Pt(left), Pt(60), Pt(width), Pt(60))
        for cell in shape.table.iter_cells():
            cell.text, cell.margin_left, cell.margin_right = "1", Pt(margin), Pt(margin)
    else:
        shape = slide.shapes.add_textbox(Pt(left), Pt(60), Pt(width), Pt(30))
        shape.text_frame.text = "本文"
    shape.name = "対象"
    path = folder / "deck.pptx"
    presentation.save(str(path))
    return path


@pytest.mark.parametrize(
    ("left", "width", "columns", "is_over"),
    [(20, 690, 0, False), (20, 700.5, 0, False), (20, 720, 0, True), (-10, 300, 0, True), (20, 680, 4, False), (60, 680, 4, True)],
)
def test_texts_and_tables_over_the_edge_are_told(tmp_path: Path, left: float, width: float, columns: int, is_over: bool) -> None:
    breaches = judged(opened(_deck(tmp_path, left, width, columns=columns))).breaches
    assert [(breach.code, str(breach.where), breach.level) for breach in breaches] == (
        [("outside-slide", "deck.pptx!p1!対象", "error")] if is_over else []
    )


@pytest.mark.parametrize(("margin", "is_over"), [(0.5, False), (7.0, True)])
def test_a_table_is_as_wide_as_its_margins_and_letters_make_it(tmp_path: Path, margin: float, is_over: bool) -> None:
    deck = opened(_deck(tmp_path, 20, 680, columns=50, margin=margin))
    assert bool(deck.slides[0].outside) is is_over
