"""What comes along with edits: comments and their authors, pictures, groups, doubled slides and shapes, effects."""

from __future__ import annotations

import copy
import io
import posixpath
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from conftest import Validate
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Pt
from support.hand_edits import package_of, slide_of
from support.small_decks import built, built_bytes, deck_of, merged_deck

from docgen.merging.edited.deck import EditedDeck, EditedSlide, read_deck
from docgen.merging.merged_deck import MergedDeck
from docgen.merging.xml_names import A, P
from docgen.outside.package import Relationship
from docgen.write.package.package import Package

LEGACY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MODERN = "http://schemas.microsoft.com/office/2018/10/relationships"
COMMENT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
AUTHORS_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml"


def opened() -> tuple[Any, dict[str, Any]]:
    presentation = Presentation(io.BytesIO(built_bytes()))
    return presentation, {slide._element.cSld.get("name"): slide for slide in presentation.slides}


def saved(presentation: Any) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def result_of(merged: MergedDeck) -> EditedDeck:
    return read_deck(package_of(merged.data))


def slide(deck: EditedDeck, name: str) -> EditedSlide:
    found = slide_of(deck, name)
    assert found is not None, name
    return found


def named(deck: EditedDeck, slide_name: str, shape: str) -> Any:
    return next(each for each in slide(deck, slide_name).shapes if each.shape.name == shape)


def with_comment(data: bytes) -> bytes:
    """The deck with a comment, and its author, as PowerPoint writes them."""
    package = package_of(data)
    part = slide(read_deck(package), "I-1065/traffic").part
    _add(package, part, "/ppt/comments/comment1.xml", COMMENT_TYPE, f"{LEGACY}/comments", _COMMENT)
    _add(package, "/ppt/presentation.xml", "/ppt/commentAuthors.xml", AUTHORS_TYPE, f"{LEGACY}/commentAuthors", _AUTHORS)
    return package.to_bytes()


def test_comments_of_todays_powerpoint_come_too(tmp_path: Path) -> None:
    package = package_of(built_bytes())
    part = slide(read_deck(package), "I-1065/traffic").part
    kinds = (f"{MODERN}/comments", f"{MODERN}/authors")
    _add(package, part, "/ppt/comments/modernComment_101_0.xml", "application/vnd.ms-powerpoint.comments+xml", kinds[0], "<c/>")
    _add(package, "/ppt/presentation.xml", "/ppt/authors.xml", "application/vnd.ms-powerpoint.authors+xml", kinds[1], "<a/>")
    merged = package_of(merged_deck(package.to_bytes(), 1, "both", tmp_path).data)
    page = slide(read_deck(merged), "I-1065/traffic").part
    assert merged.target(page, kinds[0]) == "/ppt/comments/modernComment_101_0.xml"
    assert merged.target("/ppt/presentation.xml", kinds[1]) == "/ppt/authors.xml"
    assert merged.types["/ppt/authors.xml"] == "application/vnd.ms-powerpoint.authors+xml"


def _add(package: Package, home: str, name: str, content_type: str, kind: str, xml: str) -> None:
    package.parts[name], package.types[name] = xml.encode(), content_type
    package.refer(home, Relationship(kind, name))


_COMMENT = (
    f'<p:cmLst xmlns:p="{P[1:-1]}"><p:cm authorId="0" dt="2024-03-01T10:00:00.000" idx="1"><p:pos x="10" y="10"/>'
    "<p:text>数値を確認</p:text></p:cm></p:cmLst>"
)
_AUTHORS = f'<p:cmAuthorLst xmlns:p="{P[1:-1]}"><p:cmAuthor id="0" name="担当" initials="担" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>'


@pytest.mark.validator
def test_comments_come_with_their_authors(validate: Validate, tmp_path: Path) -> None:
    merged = merged_deck(with_comment(built_bytes()), 1, "both", tmp_path)
    package = package_of(merged.data)
    part = slide(read_deck(package), "I-1065/traffic").part
    comments = package.target(part, f"{LEGACY}/comments")
    assert comments is not None
    assert "数値を確認" in package.parts[comments].decode()
    assert package.target("/ppt/presentation.xml", f"{LEGACY}/commentAuthors") == "/ppt/commentAuthors.xml"
    assert validate(merged.data) == []


@pytest.mark.validator
def test_a_picture_and_a_group_come_with_their_parts_and_ids_of_their_own(validate: Validate, tmp_path: Path) -> None:
    presentation, slides = opened()
    shapes = slides["I-1065/traffic"].shapes
    picture = io.BytesIO()
    Image.new("RGB", (6, 4), (200, 30, 30)).save(picture, "PNG")
    shapes.add_picture(picture, Pt(600), Pt(300)).name = "写真"
    group = shapes.add_group_shape()
    group.name = "囲み"
    group.shapes.add_textbox(Pt(500), Pt(300), Pt(90), Pt(20)).text_frame.text = "囲みの中"
    merged = merged_deck(saved(presentation), 2, "both", tmp_path)
    result = slide(result_of(merged), "I-1065/traffic")
    names = [each.shape.name for each in result.shapes]
    assert names[-2:] == ["写真", "囲み"]
    ids = [each.get("id") for each in result.root.iter(f"{P}cNvPr")]
    assert len(set(ids)) == len(ids)
    assert [each.what for each in merged.edits] == ["picture added", "group added"]
    assert validate(merged.data) == []


def test_a_doubled_shape_is_an_added_shape(tmp_path: Path) -> None:
    presentation, slides = opened()
    tree = slides["I-1065/traffic"].shapes._spTree
    original = next(each for each in tree if each.tag == f"{P}sp" and "title" in str(each.find(f".//{P}cNvPr").get("name")))
    name = original.find(f".//{P}cNvPr").get("name")
    double = copy.deepcopy(original)
    double.find(f".//{P}cNvPr").set("id", "900")
    for each in double.iter("{http://schemas.microsoft.com/office/drawing/2014/main}creationId"):
        each.set("id", "{00000000-1111-2222-3333-444444444444}")
    double.find(f".//{A}r/{A}t").text = "写し"
    tree.insert(2, double)
    merged = merged_deck(saved(presentation), 0, "both", tmp_path)
    result = slide(result_of(merged), "I-1065/traffic")
    texts = ["".join(p.text for p in each.shape.paragraphs or ()) for each in result.shapes if each.shape.name == name]
    assert sorted(texts) == sorted(["写し", "".join(each.text for each in original.iter(f"{A}t"))])
    assert [each.what for each in merged.edits] == ["shape added"]


def test_a_hidden_slide_stays_hidden_and_a_turned_shape_turned(tmp_path: Path) -> None:
    presentation, slides = opened()
    slides["measures/measures-1"]._element.set("show", "0")
    shape = next(each for each in slides["measures/measures-1"].shapes if each.has_text_frame and "M1" in each.name)
    shape.rotation = 12
    merged = merged_deck(saved(presentation), 1, "both", tmp_path)
    result = result_of(merged)
    assert slide(result, "measures/measures-1").root.get("show") == "0"
    assert named(result, "measures/measures-1", shape.name).shape.frame.turn == 12


def conflicting() -> bytes:
    """The latest value changed by hand, which content change 1 changes as well."""
    presentation, slides = opened()
    table = next(shape.table for shape in slides["I-1065/traffic"].shapes if shape.has_table)
    table.cell(1, 2).text_frame.paragraphs[0].runs[0].text = "2,599人"
    return saved(presentation)


@pytest.mark.parametrize(("rule", "text"), [("theirs", "2,599人"), ("ours", "2,636人"), ("both", "2,636人")])
def test_the_rule_says_whose_change_of_a_cell_is_taken(rule: Any, text: str, tmp_path: Path) -> None:
    merged = merged_deck(conflicting(), 1, rule, tmp_path)
    result = result_of(merged)
    cell = named(result, "I-1065/traffic", "I-1065/traffic/values").shape.grid.rows[1][2]
    assert cell.text.startswith(text)
    (conflict,) = merged.conflicts
    assert (str(conflict.by_hand)[:6], str(conflict.by_content)[:6], conflict.taken) == ("2,599人", "2,636人", rule)
    notes = [each for each in slide(result, "I-1065/traffic").shapes if each.shape.name.startswith("conflict/")]
    assert len(notes) == (rule == "both")
    if rule == "both":
        assert "手：2,599人" in "".join(notes[0].element.itertext())


def test_a_merged_deck_is_edited_and_merged_again(tmp_path: Path) -> None:
    presentation, slides = opened()
    slides["I-1065/traffic"].shapes.add_textbox(Pt(500), Pt(300), Pt(90), Pt(20)).text_frame.text = "一度目"
    first = merged_deck(saved(presentation), 1, "both", tmp_path)
    again = Presentation(io.BytesIO(first.data))
    page = next(each for each in again.slides if each._element.cSld.get("name") == "I-1065/traffic")
    page.shapes.add_textbox(Pt(500), Pt(330), Pt(90), Pt(20)).text_frame.text = "二度目"
    second = merged_deck(saved(again), 2, "both", tmp_path)
    texts = "".join(slide(result_of(second), "I-1065/traffic").root.itertext())
    assert "一度目" in texts
    assert "二度目" in texts
    assert "2,610" in texts
    assert second.conflicts == ()


def test_a_new_page_of_the_content_stands_in_its_place_among_moved_slides(tmp_path: Path) -> None:
    package = package_of(built_bytes())
    listed = package.xml("/ppt/presentation.xml").find(f"{P}sldIdLst")
    listed.append(listed[1])
    merged = merged_deck(package.to_bytes(), 0, "both", tmp_path)
    names = [each.name for each in result_of(merged).slides]
    assert names[-1] == "contents"
    assert sorted(names) == sorted(each.name for each in deck_of(0).slides)
    assert [each.what for each in merged.edits] == ["slides moved"]


def test_no_relationship_of_a_merged_deck_leads_to_nothing(tmp_path: Path) -> None:
    merged = merged_deck(with_comment(conflicting()), 4, "both", tmp_path)
    with zipfile.ZipFile(io.BytesIO(merged.data)) as archive:
        there = set(archive.namelist())
        assert len(there) == len(archive.namelist())
        for name in (each for each in there if each.endswith(".rels")):
            home = posixpath.dirname(posixpath.dirname(name))
            for each in etree.fromstring(archive.read(name)):
                if each.get("TargetMode") != "External":
                    target = posixpath.normpath(posixpath.join("/", home, each.get("Target"))).lstrip("/")
                    assert target in there, (name, target)
            part = name.replace("_rels/", "").removesuffix(".rels")
            if part in there:
                used = set(re.findall(rb'r:(?:id|embed|link)="([^"]+)"', archive.read(part)))
                known = set(re.findall(rb' Id="([^"]+)"', archive.read(name)))
                assert used <= known, name


def test_sections_hold_every_slide_once_in_order(tmp_path: Path) -> None:
    merged = merged_deck(built_bytes(), 4, "both", tmp_path)
    root = package_of(merged.data).xml("/ppt/presentation.xml")
    listed = [each.get("id") for each in root.find(f"{P}sldIdLst")]
    inside = [each.get("id") for each in root.iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId")]
    assert inside == listed
    assert len(listed) == len(built(4).placed.slides)


def test_the_contents_name_pages_by_their_numbers_in_the_merged_deck(tmp_path: Path) -> None:
    package = package_of(built_bytes())
    listed = package.xml("/ppt/presentation.xml").find(f"{P}sldIdLst")
    names = [each.name for each in read_deck(package).slides]
    listed.append(listed[names.index("measures/measures-1")])
    listed.remove(listed[names.index("divider/a3") - 1])
    result = result_of(merged_deck(package.to_bytes(), 0, "both", tmp_path))
    merged = [each.name for each in result.slides]
    assert merged[-1] == "measures/measures-1"
    assert "divider/a3" not in merged
    table = next(each.shape.grid for each in slide(result, "contents").shapes if each.shape.grid)
    numbers = {row[0].text: row[1].text for row in table.rows}
    before = next(each.shape.grid for each in slide(deck_of(0), "contents").shapes if each.shape.grid)
    gone = next(row[0].text for row in before.rows if row[1].text == str(names.index("divider/a3") + 1))
    moved = next(row[0].text for row in before.rows if row[1].text == str(names.index("measures/measures-1") + 1))
    assert numbers[gone] == ""
    assert numbers[moved] == str(len(merged))
