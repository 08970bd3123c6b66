"""Whatever people do in PowerPoint to a built deck is carried over where the content did not touch it, else told."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.util import Pt
from support.small_folder import FILES, make_folder

import docgen
from docgen.cli import main

Parts = dict[str, bytes]
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
PAGE = "I-1065/traffic"


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def page_part(parts: Parts) -> str:
    return next(name for name, data in parts.items() if re.search(rb'<p:cSld name="I-1065/traffic"', data))


def _slide(change: Callable[[str], str]) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        name = page_part(parts)
        before = parts[name].decode()
        after = change(before)
        assert after != before
        parts[name] = after.encode()

    return edit


def _note_box(xml: str) -> str:
    boxes = re.findall(r"<p:sp>(?:(?!</p:sp>).)*</p:sp>", xml, re.S)
    return str(next(box for box in boxes if "24時間以内" in box))


def _wrapped(xml: str) -> str:
    box = _note_box(xml)
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{math}"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    a14 = "http://schemas.microsoft.com/office/drawing/2010/main"
    edited = box.replace("</a:p>", f'<a14:m xmlns:a14="{a14}">{formula}</a14:m></a:p>', 1)
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return xml.replace(
        box,
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice xmlns:a14="{a14}" Requires="a14">{edited}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>",
    )


def _shadow(xml: str) -> str:
    box = _note_box(xml)
    effect = '<a:effectLst><a:outerShdw blurRad="50800"><a:srgbClr val="000000"/></a:outerShdw></a:effectLst></p:spPr>'
    return xml.replace(box, box.replace("</p:spPr>", effect, 1))


def _chart(change: Callable[[str], str]) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        before = parts["ppt/charts/chart1.xml"].decode()
        after = change(before)
        assert after != before
        parts["ppt/charts/chart1.xml"] = after.encode()

    return edit


_TITLE = (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>手で付けた題</a:t></a:r></a:p></c:rich></c:tx>'
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
)


def _added_part(name: str, data: str, kind: str, content_type: str, owner: str) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        parts[name] = data.encode()
        types = parts["[Content_Types].xml"].decode()
        own = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
        parts["[Content_Types].xml"] = types.replace("</Types>", own).encode()
        number = 990 + parts[owner].count(b"rId99")
        relation = f'<Relationship Id="rId{number}" Type="{kind}" Target="/{name}"/></Relationships>'
        parts[owner] = parts[owner].decode().replace("</Relationships>", relation).encode()

    return edit


def _text(part: str, before: str, after: str) -> Callable[[Parts], None]:
    def edit(parts: Parts) -> None:
        text = parts[part].decode()
        assert before in text
        parts[part] = text.replace(before, after, 1).encode()

    return edit


def _comment(parts: Parts) -> None:
    name = page_part(parts)
    rels = f"ppt/slides/_rels/{name.rpartition('/')[2]}.rels"
    comment = (
        f'<p:cmLst xmlns:p="{_P}"><p:cm authorId="0" dt="2024-01-01T00:00:00" idx="1"><p:pos x="1" y="1"/>'
        "<p:text>確認してください</p:text></p:cm></p:cmLst>"
    )
    kind = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
    _added_part("ppt/comments/comment1.xml", comment, f"{REL}/comments", kind, rels)(parts)


_STAMP = (
    '<p:sp><p:nvSpPr><p:cNvPr id="991" name="stamp"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>取扱注意</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
)
_OPEN = "application/vnd.openxmlformats-officedocument"
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="部外秘"><vt:lpwstr>真</vt:lpwstr>'
    "</property></Properties>"
)
_LABEL = '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="機密性2"/></clbl:labelList>'
_LABEL_KIND = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"

# What people do, and the words by which it is found again in the merged deck.
EDITS: Mapping[str, tuple[Callable[[Parts], None], str]] = {
    "text": (_slide(lambda xml: xml.replace("24時間以内", "30日以内", 1)), "30日以内"),
    "equation": (_slide(_wrapped), "a+b"),
    "shadow": (_slide(_shadow), "outerShdw"),
    "hidden": (_slide(lambda xml: xml.replace("<p:sld ", '<p:sld show="0" ', 1)), 'show="0"'),
    "transition": (
        _slide(lambda xml: xml.replace("</p:clrMapOvr>", "</p:clrMapOvr><p:transition><p:fade/></p:transition>")),
        "<p:fade/>",
    ),
    "chart title": (_chart(lambda xml: xml.replace('<c:autoTitleDeleted val="1"/>', _TITLE)), "手で付けた題"),
    "gap": (_chart(lambda xml: re.sub(r'<c:marker val="1"/>', '<c:dropLines/><c:marker val="1"/>', xml)), "dropLines"),
    "gridlines": (
        _chart(lambda xml: xml.replace("</c:scaling>", "</c:scaling>").replace("<c:catAx>", "<c:catAx>").replace(
            '<c:axPos val="b"/>', '<c:axPos val="b"/><c:minorGridlines/>', 1
        )),
        "minorGridlines",
    ),
    "custom property": (
        _added_part("docProps/custom.xml", _CUSTOM, f"{REL}/custom-properties", f"{_OPEN}.custom-properties+xml", "_rels/.rels"),
        "部外秘",
    ),
    "sensitivity label": (
        _added_part("docMetadata/LabelInfo.xml", _LABEL, _LABEL_KIND, "application/vnd.ms-office.classificationlabels+xml", "_rels/.rels"),
        "機密性2",
    ),
    "custom XML": (
        _added_part("customXml/item7.xml", "<決裁>済</決裁>", f"{REL}/customXml", "application/xml", "ppt/_rels/presentation.xml.rels"),
        "<決裁>済",
    ),
    "section": (_text("ppt/presentation.xml", 'name="①既存指標"', 'name="①既存指標（確認済み）"'), "（確認済み）"),
    "property": (_text("docProps/core.xml", "<dc:title>小さなデータ集", "<dc:title>小さなデータ集・最終版"), "最終版"),
    "master": (_text("ppt/slideMasters/slideMaster1.xml", "</p:spTree>", _STAMP), "取扱注意"),
    "layout": (_text("ppt/slideLayouts/slideLayout1.xml", "</p:spTree>", _STAMP), "取扱注意"),
    "comment": (_comment, "確認してください"),
}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder that decks are built from, and the same with another number."""
    root = tmp_path_factory.mktemp("content")
    newer = FILES["data/deaths.csv"].replace("2022,2610", "2022,2600")
    return make_folder(root / "old"), make_folder(root / "new", data__deaths=newer)


@pytest.fixture(scope="module")
def deck(folders: tuple[Path, Path]) -> bytes:
    return docgen.build(docgen.load(folders[0])).to_bytes()


@pytest.fixture(scope="module")
def renewed(folders: tuple[Path, Path]) -> Any:
    return docgen.build(docgen.load(folders[1]))


def edited(deck: bytes, names: list[str], path: Path) -> Path:
    parts = parts_of(deck)
    for name in names:
        EDITS[name][0](parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def everything(data: bytes) -> str:
    return "".join(text.decode("utf-8", "ignore") for name, text in parts_of(data).items() if name.endswith("xml"))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.sets(st.sampled_from(sorted(EDITS)), min_size=1, max_size=6))
def test_nothing_is_lost_unsaid(names: set[str], deck: bytes, renewed: Any, tmp_path: Path) -> None:
    # A text and a formula or a shadow are of one box.
    chosen = sorted(names - {"equation", "shadow"} if "text" in names else names - {"shadow"} if "equation" in names else names)
    if not chosen:
        return
    path = edited(deck, chosen, tmp_path / "edited.pptx")
    merged = docgen.merge(path, renewed)
    found = everything(merged.data)
    told = "\n".join(map(str, (*merged.edits, *merged.conflicts)))
    assert [name for name in chosen if EDITS[name][1] not in found and EDITS[name][1] not in told] == []
    assert len(merged.edits) + len(merged.conflicts) >= len(chosen)
    assert Presentation(io.BytesIO(merged.data)).slides


@pytest.mark.parametrize("name", sorted(EDITS))
def test_each_edit_is_listed_of_the_deck_alone(name: str, deck: bytes, tmp_path: Path) -> None:
    path = edited(deck, [name], tmp_path / "edited.pptx")
    found = docgen.hand_edits(path)
    assert len(found.edits) == 1, [str(each) for each in found.edits]
    assert not found.not_carried


def test_a_deck_as_it_was_built_has_no_hand_edits(deck: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck)
    assert not docgen.hand_edits(path)
    saved = Presentation(str(path))
    saved.save(str(path))
    assert not docgen.hand_edits(path)
    result = CliRunner().invoke(main, ["diff", str(path), "--lang", "en"])
    assert (result.exit_code, result.output) == (0, "0 edits by hand\n")


def test_two_decks_are_compared_by_what_they_show(deck: bytes, tmp_path: Path) -> None:
    built, path = tmp_path / "built.pptx", tmp_path / "edited.pptx"
    built.write_bytes(deck)
    path.write_bytes(deck)
    file = Presentation(str(path))
    page = next(slide for slide in file.slides if slide.name == PAGE)
    for shape in page.shapes:
        for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
            for run in paragraph.runs:
                run.text = run.text.replace("24時間以内", "30日以内")
        if shape.has_table:
            shape.table.cell(1, 0).text_frame.paragraphs[0].runs[0].text = "交通死"
    next(shape for shape in page.shapes if shape.has_chart).left += Pt(20)
    file.slides._sldIdLst.remove(file.slides._sldIdLst[-1])
    file.save(str(path))
    told = docgen.diff(built, path)
    lines = [str(change) for change in told.changes]
    assert any("24時間以内の死者数。 → " in line and "30日以内" in line for line in lines)
    assert any("交通死" in str(change) for change in told.about("table"))
    assert told.about("hand")
    assert [change.page for change in told.about("page") if change.how == "dropped"] == ["precedents/study-1"]
    assert not docgen.diff(path, path)


def test_the_schema_order_of_a_chart_with_a_look_is_kept(deck: bytes, renewed: Any, tmp_path: Path) -> None:
    merged = docgen.merge(edited(deck, ["chart title"], tmp_path / "edited.pptx"), renewed)
    root = etree.fromstring(parts_of(merged.data)["ppt/charts/chart1.xml"])
    names = [etree.QName(child).localname for child in root]
    assert names[-1] == "externalData"
    assert "2600" in [each.text for each in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")]
