"""What a reader of the whole deck finds in the file: sections, links, tags, numbers, properties, notes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree import ElementTree

from support.real_deck import ROOT, built, ready_fy2023
from support.written_parts import A, P, xml

PACK = ROOT / "layouts" / "cabinet_office"
SLIDES = built(PACK).placed.slides
NUMBERS = {slide.id: number for number, slide in enumerate(SLIDES, start=1)}
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"


def slide(number: int) -> ElementTree.Element:
    return xml(PACK, f"ppt/slides/slide{number}.xml")


def links(number: int) -> dict[str, set[int]]:
    """The texts of a slide that lead to other slides, and the numbers of those slides."""
    relations = {
        each.get("Id"): posixpath.basename(str(each.get("Target")))
        for each in xml(PACK, f"ppt/slides/_rels/slide{number}.xml.rels")
    }
    found: dict[str, set[int]] = {}
    texts = [(run, f"{A}rPr/{A}hlinkClick") for run in slide(number).iter(f"{A}r")]
    boxes = [(shape, f"{P}nvSpPr/{P}cNvPr/{A}hlinkClick") for shape in slide(number).iter(f"{P}sp")]
    for run, path in (*texts, *boxes):
        link = run.find(path)
        if link is not None and link.get("action") == "ppaction://hlinksldjump":
            target = relations[link.get(_R)]
            found.setdefault("".join(run.itertext()), set()).add(int("".join(filter(str.isdecimal, target))))
    return found


def shapes(number: int) -> Iterator[tuple[str, str]]:
    """The names of a slide's shapes and their texts."""
    for shape in slide(number).iter(f"{P}sp"):
        name = shape.find(f"{P}nvSpPr/{P}cNvPr")
        assert name is not None
        yield str(name.get("name")), "".join(text.text or "" for text in shape.iter(f"{A}t"))


def targets(number: int) -> set[int]:
    return {target for each in links(number).values() for target in each}


def test_the_sections_of_the_slide_list_hold_every_slide_once_in_order() -> None:
    listed = xml(PACK, "ppt/presentation.xml").iter(f"{_P14}section")
    sections = {str(each.get("name")): [slide.get("id") for slide in each.iter(f"{_P14}sldId")] for each in listed}
    assert len(sections) == 7
    assert [len(members) for members in sections.values()] == [4, 4, 1, 22, 44, 17, 12]
    shown = [each.get("id") for each in xml(PACK, "ppt/presentation.xml").iter(f"{P}sldId")]
    assert [member for members in sections.values() for member in members] == shown


def test_each_line_of_the_contents_leads_to_its_divider_by_name_and_by_number() -> None:
    found = links(NUMBERS["contents"])
    assert sorted(targets(2)) == [5, 9, 10, 32, 76, 93]
    assert {text: pages for text, pages in found.items() if text.isdecimal()} == {
        str(number): {number} for number in (5, 9, 10, 32, 76, 93)
    }


def test_an_overview_row_leads_to_its_indicators_page_and_the_page_leads_back() -> None:
    pages = [page for page in ready_fy2023().pages if page.overview is not None]
    assert len(pages) > 40
    for page in pages:
        assert NUMBERS[str(page.overview)] in targets(NUMBERS[page.id]), page.id
    firsts = {"I-1060": 13, "I-1065": 14, "I-1068": 17, "I-1064": 18}
    found = links(NUMBERS["overview/strategy"])
    assert {name: found[name] for name in firsts} == {name: {number} for name, number in firsts.items()}


def test_every_page_of_an_analysis_item_bears_its_tag() -> None:
    tagged = [page for page in ready_fy2023().pages if page.item is not None]
    assert len(tagged) > 70
    for page in tagged:
        texts = dict(shapes(NUMBERS[page.id]))
        assert page.item is not None
        assert page.item.name in texts[f"{page.id}/tag"], page.id


def test_the_repeated_page_is_marked() -> None:
    assert any("再掲" in text for _, text in shapes(51))
    assert not any("再掲" in text for _, text in shapes(40))


def test_every_page_but_the_cover_has_its_number_in_a_field() -> None:
    for number in range(2, len(SLIDES) + 1):
        fields = [each for each in slide(number).iter(f"{A}fld") if each.get("type") == "slidenum"]
        if SLIDES[number - 1].kind not in ("divider", "divider_2"):
            assert ["".join(each.itertext()) for each in fields] == [str(number)], number


def test_the_documents_properties_come_from_the_content() -> None:
    core = xml(PACK, "docProps/core.xml")
    assert "深掘分析" in str(core.findtext(f"{_DC}title"))
    assert (core.findtext(f"{_DC}subject"), core.findtext(f"{_DC}language")) == ("データ集", "ja-JP")
    assert core.findtext(f"{_CORE}keywords") == "2023年度"


def test_every_page_with_sources_or_data_says_so_in_its_notes() -> None:
    for page in ready_fy2023().pages:
        number = NUMBERS[page.id]
        if not (page.sources or page.traces):
            continue
        notes = xml(PACK, f"ppt/notesSlides/notesSlide{number}.xml")
        lines = ["".join(paragraph.itertext()) for paragraph in notes.iter(f"{A}p")]
        assert {f"（出典）{source}" for source in page.sources} <= set(lines), page.id
        files = {line.removeprefix("（データ）").split(" ")[0] for line in lines if line.startswith("（データ）")}
        assert files == {trace.file for trace in page.traces}, page.id


def test_every_title_is_the_first_shape_and_no_two_are_alike() -> None:
    titles = []
    for number in range(1, len(SLIDES) + 1):
        first = next(slide(number).iter(f"{P}sp"))
        kind = first.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        assert kind is not None
        assert kind.get("type") in ("title", "ctrTitle"), number
        titles.append(SLIDES[number - 1].title)
    assert len(set(titles)) == len(titles) == 104


def test_charts_tables_and_pictures_are_told_and_tables_have_headers() -> None:
    frames = 0
    for number in range(1, len(SLIDES) + 1):
        for frame in (*slide(number).iter(f"{P}graphicFrame"), *slide(number).iter(f"{P}pic")):
            named = frame.find(f"*/{P}cNvPr")
            assert named is not None
            assert named.get("descr"), (number, named.get("name"))
            frames += 1
        assert {each.get("firstRow") for each in slide(number).iter(f"{A}tblPr")} <= {"1"}, number
    assert frames > 100
