"""What no maker can go below: the deck's XML by plain formatting, and zlib. ``python -m four_kinds.limit DECK OUT``.

It lays nothing out, checks nothing, knows no other deck, and borrows all that is around the slides from a deck that
python-pptx wrote before.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from four_kinds.content import CATEGORIES, CONNECTORS, MERGED, read_deck

EMU = 914400
_A = "http://schemas.openxmlformats.org/drawingml/2006"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_C = f"{_A}/chart"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_HEAD = (
    f'{_DECLARATION}<p:sld xmlns:a="{_A}/main" xmlns:r="{_R}" xmlns:p="{_P}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" '
    'name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr>'
    '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
    "<a:lstStyle/><a:p><a:r><a:t>"
)
_TITLE_END = "</a:t></a:r></a:p></p:txBody></p:sp>"
_TAIL = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
_FILL = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'


def _box(left: float, top: float, width: float, height: float, prefix: str = "a") -> str:
    return (
        f'<{prefix}:xfrm><a:off x="{int(left * EMU)}" y="{int(top * EMU)}"/>'
        f'<a:ext cx="{int(width * EMU)}" cy="{int(height * EMU)}"/></{prefix}:xfrm>'
    )


def _shape(number: int, box: str, geometry: str, look: str, lines: Sequence[str], size: int) -> str:
    paragraphs = "".join(
        [f'<a:p><a:r><a:rPr lang="ja-JP" sz="{size}"/><a:t>{escape(line)}</a:t></a:r></a:p>' for line in lines]
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Shape {number}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{box}'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{look}</p:spPr><p:txBody><a:bodyPr wrap="square"/>'
        f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def text(said: dict[str, Any], chart: int) -> str:
    return _shape(3, _box(0.7, 1.5, 12, 5), "rect", "<a:noFill/>", said["points"], 2000)


def table(said: dict[str, Any], chart: int) -> str:
    spans = {first: f' rowSpan="{last - first + 1}"' for first, last in MERGED}
    spans |= {row: ' vMerge="1"' for first, last in MERGED for row in range(first + 1, last + 1)}
    rows = []
    for number, row in enumerate(said["rows"]):
        look = f"<a:tcPr>{_FILL.format('1F3864')}</a:tcPr>" if number == 0 else "<a:tcPr/>"
        cells = [
            f"<a:tc{spans.get(number, '') if column == 0 else ''}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>"
            f'<a:rPr lang="ja-JP" sz="1000"/><a:t>{escape(words)}</a:t></a:r></a:p></a:txBody>{look}</a:tc>'
            for column, words in enumerate(row)
        ]
        rows.append(f'<a:tr h="{int(5.5 / 12 * EMU)}">{"".join(cells)}</a:tr>')
    columns = f'<a:gridCol w="{int(2.46 * EMU)}"/>' * len(said["rows"][0])
    grid = f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{"".join(rows)}</a:tbl>'
    return _frame(f"{_A}/table", grid, (0.5, 1.4, 12.3, 5.5))


def _frame(kind: str, inside: str, box: tuple[float, float, float, float]) -> str:
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Frame 3"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr>{_box(*box, prefix="p")}<a:graphic><a:graphicData uri="{kind}">{inside}</a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def chart(said: dict[str, Any], chart: int) -> str:
    frame = _frame(_C, f'<c:chart xmlns:c="{_C}" r:id="rId2"/>', (0.7, 1.4, 12, 5))
    return frame + _shape(4, _box(0.7, 6.7, 12, 0.5), "rect", "<a:noFill/>", [f"出典：{said['source']}"], 1000)


def boxes(said: dict[str, Any], chart: int) -> str:
    look = f"{_FILL.format('E2ECF7')}<a:ln>{_FILL.format('2F6FB5')}</a:ln>"
    places = [(0.4 + 2.1 * (index % 6), 1.4 + 1.15 * (index // 6)) for index in range(len(said["boxes"]))]
    drawn = [
        _shape(number, _box(*place, 1.6, 0.7), "roundRect", look, [words], 1000)
        for number, (place, words) in enumerate(zip(places, said["boxes"], strict=True), start=3)
    ]
    for start, end in CONNECTORS:
        left, top = places[start]
        drawn.append(
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{100 + start}" name="Line {start}"/><p:cNvCxnSpPr><a:stCxn id="{start + 3}" '
            f'idx="3"/><a:endCxn id="{end + 3}" idx="1"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>'
            f"{_box(left + 1.6, top + 0.35, places[end][0] - left - 1.6, 0)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln>{_FILL.format("2F6FB5")}</a:ln></p:spPr></p:cxnSp>'
        )
    return "".join(drawn)


DRAWN = {"text": text, "table": table, "chart": chart, "boxes": boxes}


def chart_part(said: dict[str, Any]) -> str:
    """The chart's XML, its values in a cache."""
    count = len(CATEGORIES)
    names = "".join([f'<c:pt idx="{index}"><c:v>{name}</c:v></c:pt>' for index, name in enumerate(CATEGORIES)])
    categories = f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{names}'
    categories += "</c:strCache></c:strRef></c:cat>"
    drawn = []
    for index, series in enumerate(said["series"]):
        column = "BCD"[index]
        points = "".join([f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(series["values"])])
        drawn.append(
            f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>'
            f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(series["name"])}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
            f"{categories}<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${count + 1}</c:f><c:numCache>"
            f'<c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val></c:ser>'
        )
    axes = '<c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="{}"/><c:crossAx val="{}"/>'
    return (
        f'{_DECLARATION}<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}/main" xmlns:r="{_R}"><c:chart><c:plotArea><c:barChart>'
        f'<c:barDir val="col"/><c:grouping val="clustered"/>{"".join(drawn)}<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"<c:catAx>{axes.format('b', 2)}</c:catAx><c:valAx>{axes.format('l', 1).replace('1', '2', 1)}</c:valAx></c:plotArea>"
        '<c:legend><c:legendPos val="b"/></c:legend></c:chart><c:externalData r:id="rId1"/></c:chartSpace>'
    )


def workbook_part(said: dict[str, Any]) -> bytes:
    """The chart's workbook."""
    head = "".join([f'<c t="inlineStr"><is><t>{escape(one["name"])}</t></is></c>' for one in said["series"]])
    rows = [f'<row r="1"><c t="inlineStr"><is><t/></is></c>{head}</row>']
    for row, name in enumerate(CATEGORIES, start=2):
        values = "".join([f"<c><v>{series['values'][row - 2]}</v></c>" for series in said["series"]])
        rows.append(f'<row r="{row}"><c t="inlineStr"><is><t>{name}</t></is></c>{values}</row>')
    sheet = f'{_DECLARATION}<worksheet xmlns="{_S}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    stream = io.BytesIO()
    archive = Zip(stream)
    for name, text in _WORKBOOK.items():
        archive.add(name, text.encode())
    archive.add("xl/worksheets/sheet1.xml", sheet.encode())
    archive.close()
    return stream.getvalue()


def _related(*pairs: tuple[str, str]) -> str:
    listed = "".join(
        [f'<Relationship Id="rId{at}" Type="{_R}/{kind}" Target="{to}"/>' for at, (kind, to) in enumerate(pairs, start=1)]
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


_WORKBOOK = {
    "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType='
    f'"{_TYPES}.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    f'"{_TYPES}.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": _related(("officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": f'{_DECLARATION}<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": _related(("worksheet", "worksheets/sheet1.xml")),
}


class Zip:
    """A zip written in one go: each entry is packed by one call."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.listed, self.place = file, [], 0  # type: tuple[BinaryIO, list[bytes], int]

    def add(self, name: str, data: bytes) -> None:
        packed = zlib.compress(data, wbits=-15)
        told = (0, 8, 0, 33, zlib.crc32(data), len(packed), len(data), len(name))
        entry = struct.pack("<4s5H3L2H", b"PK\3\4", 20, *told, 0) + name.encode() + packed
        self.listed.append(struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *told, 0, 0, 0, 0, 0, self.place) + name.encode())
        self.file.write(entry)
        self.place += len(entry)

    def close(self) -> None:
        directory, count = b"".join(self.listed), min(len(self.listed), 0xFFFF)
        self.file.write(directory + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), self.place, 0))


def _parts(deck: Path) -> Iterator[tuple[str, bytes]]:
    """The parts of the slides."""
    charts = 0
    for number, said in enumerate(read_deck(deck), start=1):
        related = [("slideLayout", "../slideLayouts/slideLayout6.xml")]
        if said["kind"] == "chart":
            charts += 1
            related.append(("chart", f"../charts/chart{charts}.xml"))
            yield f"ppt/charts/chart{charts}.xml", chart_part(said).encode()
            workbook = _related(("package", f"../embeddings/Sheet{charts}.xlsx"))
            yield f"ppt/charts/_rels/chart{charts}.xml.rels", workbook.encode()
            yield f"ppt/embeddings/Sheet{charts}.xlsx", workbook_part(said)
        xml = f"{_HEAD}{escape(said['title'])}{_TITLE_END}{DRAWN[said['kind']](said, charts)}{_TAIL}"
        yield f"ppt/slides/slide{number}.xml", xml.encode()
        yield f"ppt/slides/_rels/slide{number}.xml.rels", _related(*related).encode()


def main(deck: Path, target: Path, around: Path) -> None:
    """Write the deck; ``around`` is a deck without slides."""
    slides = charts = 0
    with target.open("wb") as file:
        archive = Zip(file)
        for name, data in _parts(deck):
            archive.add(name, data)
            slides += name.startswith("ppt/slides/slide")
            charts += name.startswith("ppt/charts/chart")
        with zipfile.ZipFile(around) as base:
            for name in base.namelist():
                archive.add(name, _with_slides(name, base.read(name), slides, charts))
        archive.close()


def _with_slides(name: str, data: bytes, slides: int, charts: int) -> bytes:
    """A part around the slides, with what it says of them."""
    numbers = range(1, slides + 1)
    if name == "[Content_Types].xml":
        added = '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
        for folder, kind, count in (("slides/slide", "presentationml.slide", slides), ("charts/chart", "drawingml.chart", charts)):
            added += "".join(
                [f'<Override PartName="/ppt/{folder}{at}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for at in range(1, count + 1)]
            )
        return data.replace(b"</Types>", added.encode() + b"</Types>")
    if name == "ppt/_rels/presentation.xml.rels":
        listed = [f'<Relationship Id="s{at}" Type="{_R}/slide" Target="slides/slide{at}.xml"/>' for at in numbers]
        return data.replace(b"</Relationships>", "".join(listed).encode() + b"</Relationships>")
    if name == "ppt/presentation.xml":
        listed = [f'<p:sldId id="{255 + at}" r:id="s{at}"/>' for at in numbers]
        return data.replace(b"<p:sldSz", f"<p:sldIdLst>{''.join(listed)}</p:sldIdLst><p:sldSz".encode())
    return data


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
