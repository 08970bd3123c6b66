from __future__ import annotations

from dataclasses import replace

from docgen.placed import Box, Insets, Paragraph, PlaceholderForm, Run, TextBody
from docgen.write.xml.colour import Colours
from docgen.write.xml.text import TextContext, body_properties, paragraphs

CONTEXT = TextContext(
    Colours({"ink": '<a:schemeClr val="tx1"/>', "red": '<a:srgbClr val="C00000"/>'}),
    link=lambda target: f"<link to={target}/>",
)
FORM = PlaceholderForm("page", "slide_number", 12, Box(0, 0, 9, 9), 9, "ink", align="right", pitch=12)


def spelled(*runs: Run, context: TextContext = CONTEXT, **look: object) -> str:
    paragraph = replace(Paragraph(runs, pitch=13.5), **look)  # type: ignore[arg-type]
    return paragraphs(TextBody((paragraph,)), context)


def test_a_run_states_language_size_weight_colour_and_theme_fonts() -> None:
    assert (
        '<a:r><a:rPr lang="ja-JP" altLang="en-US" sz="1050" b="1"><a:solidFill><a:schemeClr val="tx1"/>'
        '</a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:rPr>'
        "<a:t>約7割 &amp; 増</a:t></a:r>"
    ) in spelled(Run("約7割 & 増", 10.5, True, font="heading"))


def test_a_paragraph_states_its_exact_pitch_spaces_indents_and_bullet() -> None:
    xml = spelled(Run("項目", 9), align="center", before=2, after=3, indent=12, hanging=10, bullet="・")

    assert xml.startswith(
        '<a:p><a:pPr marL="152400" indent="-127000" algn="ctr"><a:lnSpc><a:spcPts val="1350"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="200"/></a:spcBef><a:spcAft><a:spcPts val="300"/></a:spcAft>'
        '<a:buFont typeface="+mn-ea"/><a:buChar char="・"/></a:pPr>'
    )


def test_a_line_feed_is_a_break_and_a_superscript_is_raised() -> None:
    xml = spelled(Run("一\n二", 9), Run("1)", 9, superscript=True))

    assert "<a:t>一</a:t></a:r><a:br><a:rPr" in xml
    assert 'b="0" baseline="30000">' in xml


def test_linked_text_is_not_underlined_and_its_tab_is_not_linked() -> None:
    xml = spelled(Run("頁へ\t3", 9, link="I-1"), tabs=(200, 300))

    assert xml.count("<link to=I-1/>") == 2
    assert xml.count('u="none"') == 2
    assert "<a:t>\t</a:t>" in xml
    assert '<a:tabLst><a:tab pos="2540000" algn="l"/><a:tab pos="3810000" algn="l"/></a:tabLst>' in xml


def test_an_empty_body_has_a_paragraph_of_one_point() -> None:
    xml = paragraphs(TextBody(()), CONTEXT)

    assert xml.count("<a:p>") == 1
    assert 'sz="100"' in xml


def test_an_empty_paragraph_keeps_its_pitch() -> None:
    assert '<a:spcPts val="1350"/>' in spelled()


def test_a_placeholder_repeats_nothing_that_its_layout_states() -> None:
    inherits = CONTEXT.in_placeholder(FORM, None)
    same = spelled(Run("注", 9), context=inherits, align="right", pitch=12.0)
    other = spelled(Run("注", 8, True, "red"), context=inherits, align="left", pitch=11.0)

    assert same == (
        '<a:p><a:r><a:rPr lang="ja-JP" altLang="en-US"/><a:t>注</a:t></a:r>'
        '<a:endParaRPr lang="ja-JP" altLang="en-US"/></a:p>'
    )
    assert 'sz="800" b="1"' in other
    assert "C00000" in other
    assert '<a:pPr algn="l"><a:lnSpc><a:spcPts val="1100"/></a:lnSpc></a:pPr>' in other


def test_only_the_slides_own_number_becomes_a_field() -> None:
    numbered = CONTEXT.in_placeholder(FORM, "own")

    assert 'type="slidenum"' in spelled(Run("12", 9, page_of="own"), context=numbered)
    assert "slidenum" not in spelled(Run("12", 9), context=numbered)
    assert "slidenum" not in spelled(Run("13", 9, page_of="other"), context=numbered)
    assert "slidenum" not in spelled(Run("12", 9, page_of="own"))


def test_insets_are_exact_and_fitting_is_never_left_to_the_program() -> None:
    xml = body_properties(Insets(1, 2, 3, 4.5), "middle")

    assert 'wrap="square" lIns="12700" tIns="25400" rIns="38100" bIns="57150"' in xml
    assert 'anchor="ctr"><a:noAutofit/>' in xml


def test_a_break_that_is_no_part_of_the_text_says_so_of_itself() -> None:
    xml = spelled(Run("総合知の", 9, bold=True), Run("活用", 9), breaks=(4,))
    assert '<a:t>総合知の</a:t></a:r><a:br><a:rPr lang="ja-JP" altLang="en-US" sz="900" b="1" noProof="1">' in xml
    assert xml.count("<a:br>") == 1
    assert "noProof" not in spelled(Run("一\n二", 9))
