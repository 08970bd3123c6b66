"""Breaks that docgen set are no edit, in whatever program a deck was saved; breaks that people set are."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.fingerprint.values import Look, Piece, TextParagraph
from docgen.merging.edited.text import ReadContext, read_paragraphs
from docgen.merging.edited.value_comparison import same_paragraph
from docgen.placed import Paragraph, Run, TextBody
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import ROOT
from docgen.write.xml.text import TextContext, paragraphs

BUILT = TextParagraph((Piece("総合知の活用", Look(9, True, "", False, False, False)),), "left", "")
POWERPOINT, *OTHERS = ReadContext({}), ReadContext({}, saved_by="LibreOffice"), ReadContext({}, saved_by="ONLYOFFICE")


def _read(context: ReadContext, text: str = "総合知の活用", *, soft: bool) -> TextParagraph:
    """A paragraph with a break before 活用 as it is read from a saved deck."""
    paragraph = Paragraph((Run(text if soft else text.replace("活用", "\n活用"), 9, bold=True),), 12, breaks=(4,) if soft else ())
    xml = paragraphs(TextBody((paragraph,)), TextContext(Colours({"ink": ""}), link=str))
    if context.saved_by:
        xml = xml.replace(' noProof="1"', "")
    (read,) = read_paragraphs(etree.fromstring(f"<p:txBody {ROOT}>{xml}</p:txBody>"), context)
    return read


@pytest.mark.parametrize("context", [POWERPOINT, *OTHERS], ids=lambda context: context.saved_by or "PowerPoint")
def test_a_soft_break_is_no_edit(context: ReadContext) -> None:
    assert same_paragraph(BUILT, _read(context, soft=True))
    assert not same_paragraph(BUILT, _read(context, "総合知の利活用", soft=True))


def test_a_break_that_a_person_set_is_an_edit() -> None:
    assert not same_paragraph(BUILT, _read(POWERPOINT, soft=False))


def test_a_text_edited_beside_a_soft_break_is_read_without_it() -> None:
    assert _read(POWERPOINT, "総合知の利活用", soft=True).text == "総合知の利活用"
