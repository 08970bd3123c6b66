"""Where all text of a filled shape leads to one place, the shape does, and its text is left as it is."""

from __future__ import annotations

from support.real_deck import ROOT
from support.small_pages import PAGES, placed

from docgen.compose.shape_links import link_of_all, linked_as_shapes, links_of, with_links
from docgen.placed import Box, Paragraph, PlacedSlide, Run, ShapeMark, TextBody, TextMark


def _shape(*runs: Run, fill: str | None = "blue") -> ShapeMark:
    return ShapeMark("s", Box(0, 0, 90, 20), fill=fill, body=TextBody((Paragraph(runs, 12),)))


def _linked(mark: ShapeMark) -> ShapeMark:
    (found,) = linked_as_shapes(PlacedSlide("s", "k", "l", "題名", (mark,))).marks
    assert isinstance(found, ShapeMark)
    return found


def test_a_filled_shape_leads_where_all_its_text_leads() -> None:
    mark = _linked(_shape(Run("分析", 9, link="p"), Run("項目", 9, bold=True, link="p")))
    assert mark.link == "p"
    assert mark.body is not None
    assert link_of_all(mark.body) is None


def test_a_word_that_leads_somewhere_stays_a_link_of_the_text() -> None:
    mark = _shape(Run("分析", 9, link="p"), Run("項目", 9))
    assert _linked(mark) is mark


def test_the_text_of_a_shape_without_fill_stays_linked() -> None:
    mark = _shape(Run("分析項目", 9, link="p"), fill=None)
    assert _linked(mark) is mark


def test_links_of_shapes_go_with_the_pages_they_lead_to() -> None:
    slide = linked_as_shapes(PlacedSlide("s", "k", "l", "題名", (_shape(Run("項目", 9, link="p")),)))
    assert list(links_of(slide)) == ["p"]
    assert with_links(slide, lambda link: True) is slide
    assert list(links_of(with_links(slide, lambda link: link != "p"))) == []


def test_the_filled_tag_of_a_page_leads_back_as_a_shape() -> None:
    deck = placed(ROOT / "layouts" / "cabinet_office", PAGES)
    marks = [mark for slide in deck.slides for mark in slide.marks if isinstance(mark, TextMark)]
    tags = [mark for mark in marks if mark.placeholder == "tag"]
    assert tags
    assert all(run.link is None for tag in tags for paragraph in tag.body.paragraphs for run in paragraph.runs)
