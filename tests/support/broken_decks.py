"""One fault each in a valid deck, none of which a schema sees: what is changed, and the code of the breach."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

from support.whole_decks import Entries, entries, zipped

__all__ = ["FAULTS", "Fault", "entries", "zipped"]

_TYPES = "[Content_Types].xml"
_DECK = "ppt/presentation.xml"
_DECK_RELS = "ppt/_rels/presentation.xml.rels"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
_LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout6.xml.rels"
_SLIDE = "ppt/slides/slide{}.xml"
_SLIDE_RELS = "ppt/slides/_rels/slide{}.xml.rels"
_NOTES_RELS = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
_CHART = "ppt/charts/chart1.xml"
_BOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


class Fault(NamedTuple):
    """The code of the breach, and the change to the entries of the deck's zip."""

    code: str
    change: Callable[[Entries], None]


def _put(part: str, old: str, new: str, code: str) -> Fault:
    """``new`` in place of the first ``old``, a regular expression, of a part."""

    def change(parts: Entries) -> None:
        text = parts[part].decode()
        changed = re.sub(old, lambda _: new, text, count=1, flags=re.DOTALL)
        assert changed != text, "the fault is none"
        parts[part] = changed.encode()

    return Fault(code, change)


def _gone(part: str, code: str) -> Fault:
    return Fault(code, lambda parts: parts.__delitem__(part))


def _bytes(part: str, data: bytes, code: str) -> Fault:
    return Fault(code, lambda parts: parts.update({part: data}))


def _book_without_cell(parts: Entries) -> None:
    book = entries(parts[_BOOK])
    name = "xl/worksheets/sheet1.xml"
    changed = re.sub(rb'<c r="B3"[^>]*><v>2.25</v></c>', b"", book[name])
    assert changed != book[name]
    parts[_BOOK] = _zip({**book, name: changed})


def _book_with_other_label(parts: Entries) -> None:
    book = entries(parts[_BOOK])
    name = "xl/sharedStrings.xml"
    changed = book[name].replace("2021年".encode(), "2012年".encode())
    assert changed != book[name]
    parts[_BOOK] = _zip({**book, name: changed})


def _zip(parts: Entries) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _sections(*ids: int) -> str:
    slides = "".join(f'<p14:sldId id="{number}"/>' for number in ids)
    section = f'<p14:section name="一" id="{{6F1B8C57-0000-4000-8000-000000000001}}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'
    extension = f'<p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst xmlns:p14="{_P14}">{section}</p14:sectionLst></p:ext>'
    return f"<p:extLst>{extension}</p:extLst></p:presentation>"


_TIMING = (
    '</p:clrMapOvr><p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst><p:set><p:cBhvr>'
    '<p:cTn id="2" dur="1"/><p:tgtEl><p:spTgt spid="77"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst>'
    "</p:timing>"
)

FAULTS: Mapping[str, Fault] = {
    "two shapes of one id": _put(_SLIDE.format(3), '<p:cNvPr id="8"', '<p:cNvPr id="7"', "shape-id"),
    "a shape in a group of a shape's id": _put(_SLIDE.format(3), '<p:cNvPr id="6"', '<p:cNvPr id="3"', "shape-id"),
    "a shape's id of 2^31": _put(_SLIDE.format(3), '<p:cNvPr id="6"', '<p:cNvPr id="2147483648"', "shape-id"),
    "two shapes of notes of one id": _put("ppt/notesSlides/notesSlide1.xml", '<p:cNvPr id="3"', '<p:cNvPr id="2"', "shape-id"),
    "a picture without its file": _gone("ppt/media/image1.png", "relationship"),
    "a layout without its file": _gone("ppt/slideLayouts/slideLayout9.xml", "relationship"),
    "two relationships of one id": _put(_SLIDE_RELS.format(3), 'Id="rId3"', 'Id="rId2"', "relationship"),
    "relationships of no part": _bytes("ppt/slides/_rels/slide9.xml.rels", b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>', "relationship"),
    "a picture that nothing refers to": _bytes("ppt/media/image9.png", b"", "part-not-reached"),
    "a chart that the slide has forgotten": _put(_SLIDE_RELS.format(2), '<Relationship Id="[^"]*" [^>]*/chart"[^>]*/>', "", "part-not-reached"),
    "an id of no relationship": _put(_SLIDE.format(3), 'r:embed="rId2"', 'r:embed="rId99"', "reference"),
    "a picture that is a layout": _put(_SLIDE.format(3), 'r:embed="rId2"', 'r:embed="rId1"', "reference"),
    "a slide with the type of a layout": _put(_TYPES, r'(?<=/slides/slide2.xml" ContentType=")[^"]*', "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml", "content-type"),
    "a slide without its type": _put(_TYPES, '<Override PartName="/ppt/slides/slide2.xml"[^>]*/>', "", "content-type"),
    "pictures without a type": _put(_TYPES, '<Default Extension="png"[^>]*/>', "", "content-type"),
    "pictures typed as XML": _put(_TYPES, '(?<=Extension="png" ContentType=")[^"]*', "application/xml", "content-type"),
    "relationships without a type": _put(_TYPES, '<Default Extension="rels"[^>]*/>', "", "content-type"),
    "a type stated twice": _put(_TYPES, "</Types>", '<Default Extension="PNG" ContentType="image/png"/></Types>', "content-type"),
    "a type of no part": _put(_TYPES, "</Types>", '<Override PartName="/ppt/slides/slide8.xml" ContentType="application/xml"/></Types>', "content-type"),
    "a layout in the place of a slide": Fault("content-type", lambda parts: parts.update({_SLIDE.format(2): parts["ppt/slideLayouts/slideLayout7.xml"]})),
    "a cell too few": _put(_SLIDE.format(1), "(?<=h=\"635000\">)<a:tc>.*?</a:tc>", "", "table-grid"),
    "a cell too many": _put(_SLIDE.format(1), "</a:tr></a:tbl>", "<a:tc><a:txBody><a:bodyPr/><a:p/></a:txBody></a:tc></a:tr></a:tbl>", "table-grid"),
    "a column too few": _put(_SLIDE.format(1), '<a:gridCol w="1270000"/>', "", "table-grid"),
    "a merged cell beyond the table": _put(_SLIDE.format(1), '<a:tc gridSpan="2">', '<a:tc gridSpan="3">', "merged-cell"),
    "a merged cell beyond the last row": _put(_SLIDE.format(1), '<a:tc gridSpan="2">', '<a:tc gridSpan="2" rowSpan="3">', "merged-cell"),
    "a merged cell that covers no other": _put(_SLIDE.format(1), '<a:tc hMerge="1">', "<a:tc>", "merged-cell"),
    "a covered cell without the first": _put(_SLIDE.format(1), '<a:tc rowSpan="2" gridSpan="2">', '<a:tc rowSpan="2">', "merged-cell"),
    "a covered cell below without the first": _put(_SLIDE.format(1), '<a:tc rowSpan="2" gridSpan="2">', '<a:tc gridSpan="2">', "merged-cell"),
    "a cell without a paragraph": _put(_SLIDE.format(1), "<a:lstStyle/><a:p/></a:txBody>", "<a:lstStyle/></a:txBody>", "cell-without-paragraph"),
    "a cell without a text": _put(_SLIDE.format(1), "<a:tc><a:txBody>.*?</a:txBody>", "<a:tc>", "cell-without-paragraph"),
    "a chart of another value": _put(_CHART, "<c:v>2.25</c:v>", "<c:v>2.52</c:v>", "chart-cache"),
    "a chart without a value": _put(_CHART, '<c:pt idx="1"><c:v>2.25</c:v></c:pt>', "", "chart-cache"),
    "a chart of another label": Fault("chart-cache", _book_with_other_label),
    "a workbook without a value": Fault("chart-cache", _book_without_cell),
    "a chart of fewer points": _put(_CHART, r"\$B\$2:\$B\$5", "$B$2:$B$4", "chart-cache"),
    "a chart of another sheet": _put(_CHART, r"Sheet1!\$B\$2", "Sheet2!$B$2", "chart-cache"),
    "a chart with a point too many": _put(_CHART, '<c:pt idx="3"><c:v>2023年', '<c:pt idx="4"><c:v>2023年', "chart-points"),
    "a chart with a point twice": _put(_CHART, '<c:pt idx="3"><c:v>0.1', '<c:pt idx="2"><c:v>0.1', "chart-points"),
    "two series of one number": _put(_CHART, '<c:idx val="1"/>', '<c:idx val="0"/>', "chart-parts"),
    "an axis that is not there": _put(_CHART, '<c:axId val="-2068027336"/>', '<c:axId val="5"/>', "chart-parts"),
    "a workbook that is none": _bytes(_BOOK, b"PK\x03\x04", "chart-workbook"),
    "a negative width": _put(_SLIDE.format(3), '<a:ext cx="203200"', '<a:ext cx="-203200"', "negative-size"),
    "a column of negative width": _put(_SLIDE.format(1), '<a:gridCol w="1270000"', '<a:gridCol w="-1"', "negative-size"),
    "a row of negative height": _put(_SLIDE.format(1), '<a:tr h="635000"', '<a:tr h="-5"', "negative-size"),
    "a connector glued to nothing": _put(_SLIDE.format(3), '<a:endCxn id="8"', '<a:endCxn id="80"', "connector-unglued"),
    "a connector whose shape is gone": _put(_SLIDE.format(3), '<p:sp><p:nvSpPr><p:cNvPr id="8".*?</p:sp>', "", "connector-unglued"),
    "an animation of nothing": _put(_SLIDE.format(3), "</p:clrMapOvr>", _TIMING, "animation-of-nothing"),
    "a link to a slide that is not listed": _put(_DECK, '<p:sldId id="256" [^>]*/>', "", "link-to-nothing"),
    "a link to no address": _put(_SLIDE_RELS.format(3), "https://www.example.go.jp/data", "https://[bad", "link-to-nothing"),
    "a slide that is not listed": _put(_DECK, '<p:sldId id="257" [^>]*/>', "", "slide-list"),
    "two slides of one id": _put(_DECK, '<p:sldId id="257"', '<p:sldId id="256"', "slide-list"),
    "a slide listed twice": _put(_DECK, '(?<=id="257" r:id=")[^"]*', "rId7", "slide-list"),
    "a listed slide that is a theme": _put(_DECK, '(?<=id="257" r:id=")[^"]*', "rId5", "slide-list"),
    "no slides": _put(_DECK, "<p:sldIdLst>.*</p:sldIdLst>", "", "slide-list"),
    "a slide's id below 256": _put(_DECK, '<p:sldId id="257"', '<p:sldId id="25"', "list-id-range"),
    "a master's id below 2^31": _put(_DECK, 'sldMasterId id="2147483648"', 'sldMasterId id="2147483"', "list-id-range"),
    "a layout of its master's id": _put(_MASTER, '<p:sldLayoutId id="2147483649"', '<p:sldLayoutId id="2147483648"', "layout-list"),
    "a layout that is not listed": _put(_MASTER, "<p:sldLayoutId [^>]*/>", "", "layout-list"),
    "no masters": _put(_DECK, "<p:sldMasterIdLst>.*</p:sldMasterIdLst>", "", "layout-list"),
    "a layout without its master": _put(_LAYOUT_RELS, "<Relationship .*?/>", "", "layout-link"),
    "a layout that its master forgot": _put(_MASTER_RELS, '<Relationship [^>]*slideLayout6.xml"/>', "", "layout-link"),
    "a slide without a layout": _put(_SLIDE_RELS.format(2), '<Relationship [^>]*slideLayout6.xml"/>', "", "layout-link"),
    "a master without a theme": _put(_MASTER_RELS, '<Relationship [^>]*theme1.xml"/>', "", "layout-link"),
    "notes of another slide": _put(_NOTES_RELS, "slides/slide1.xml", "slides/slide2.xml", "notes-link"),
    "notes that know no slide": _put(_NOTES_RELS, '<Relationship [^>]*slide1.xml"/>', "", "notes-link"),
    "notes without their master": _put(_NOTES_RELS, '<Relationship [^>]*notesMaster1.xml"/>', "", "notes-link"),
    "a section of a slide that is gone": _put(_DECK, "</p:presentation>", _sections(256, 299), "section-list"),
    "a slide in a section twice": _put(_DECK, "</p:presentation>", _sections(256, 257, 257), "section-list"),
    "a picture that is a document": _bytes("ppt/media/image1.png", b"%PDF-1.7 ...", "media-type"),
    "a picture of another form": _bytes("ppt/media/image1.png", b"GIF89a" + bytes(40), "media-type"),
    "a picture that is cut short": Fault("media-type", lambda parts: parts.update({"ppt/media/image1.png": parts["ppt/media/image1.png"][:60]})),
    "a part that is no XML": _bytes("ppt/viewProps.xml", b"<p:viewPr", "part-not-readable"),
    "a slide with a document type": _put(_SLIDE.format(2), r"\?>", "?><!DOCTYPE a [<!ENTITY b 'c'>]>", "part-not-readable"),
    "relationships that are no XML": _bytes(_SLIDE_RELS.format(2), b"Relationships", "part-not-readable"),
    "content types that are no XML": _bytes(_TYPES, b"", "part-not-readable"),
}
"""The faults, each by what is wrong."""
