"""A deck that holds every kind of mark in every option, for the tests of the writer."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from functools import cache
from typing import Any

from docgen.placed import (
    Box,
    ChartMark,
    ConnectorMark,
    DeckProperties,
    DeckSection,
    Decoration,
    Design,
    Glue,
    Insets,
    Line,
    PaletteColour,
    Paragraph,
    PictureMark,
    PlacedChart,
    PlacedDeck,
    PlacedSeries,
    PlacedSlide,
    PlaceholderForm,
    Run,
    ShapeMark,
    SlideLayoutForm,
    TableCell,
    TableMark,
    TableRow,
    TextBody,
    TextMark,
)

_PALETTE = {
    "ink": PaletteColour("222222", "dk1"),
    "paper": PaletteColour("FFFFFF", "lt1"),
    "navy": PaletteColour("1F3A5F", "dk2"),
    "pale": PaletteColour("F3F6FA", "lt2"),
    "blue": PaletteColour("2E6DA4", "accent1"),
    "pale blue": PaletteColour("D1E2F1", "accent1", lum_mod=20, lum_off=80),
    "amber": PaletteColour("B46A00", "accent2"),
    "second navy": PaletteColour("112233", "dk2"),
    "grey": PaletteColour("5F6B7A"),
    "red": PaletteColour("C00000"),
}

_TITLE = PlaceholderForm(
    "title", "title", 0, Box(30, 24, 600, 26), 18, "navy", True, "heading", "left", "bottom", 22
)
_FOOTER = PlaceholderForm("section", "footer", 11, Box(30, 514, 400, 12), 7.5, "grey", pitch=10)
_NUMBER = PlaceholderForm(
    "page", "slide_number", 12, Box(690, 514, 60, 12), 9, "grey", align="right", pitch=12
)
_DATE = PlaceholderForm("date", "date", 10, Box(450, 514, 100, 12), 7.5, "grey", pitch=10)
_MESSAGES = PlaceholderForm(
    "messages",
    "body",
    13,
    Box(30, 64, 720, 60),
    12,
    "ink",
    anchor="top",
    pitch=17,
    insets=Insets(10, 6, 10, 6),
    fill="pale",
    prompt="要点を入力",
)


@cache
def design() -> Design:
    """Two slide layouts, twelve theme colours of which the palette names seven, two fonts."""
    rule = Decoration(Box(30, 52, 720, 0), line=Line("navy", 1.6))
    bar = Decoration(Box(30, 64, 3, 60), fill="blue")
    return Design(
        name="試験用",
        width=780,
        height=540,
        palette=_PALETTE,
        fonts={"heading": "BIZ UDPGothic", "body": "BIZ UDPGothic"},
        layouts=(
            SlideLayoutForm("page", "本文", (_TITLE, _MESSAGES, _FOOTER, _NUMBER, _DATE), (rule, bar)),
            SlideLayoutForm(
                "cover", "表紙", (replace(_TITLE, box=Box(60, 200, 660, 60), size=28, pitch=40),)
            ),
        ),
        series_colours=("blue", "amber", "grey"),
    )


def text(*runs: str | Run, size: float = 9, **look: Any) -> TextBody:
    """A body of one paragraph."""
    spelled = tuple(run if isinstance(run, Run) else Run(run, size) for run in runs)
    return TextBody((Paragraph(spelled, pitch=size * 1.4),), **look)


def png(red: int = 46) -> bytes:
    """A picture of 2 by 2 points in one colour."""
    rows = b"".join(b"\0" + bytes((red, 109, 164)) * 2 for _ in range(2))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>'


def _frame(slide: str, title: str, number: int) -> tuple[TextMark, ...]:
    """Title, footer and slide number of a page, in their placeholders."""
    heading = Run(title, 18, True, "navy", "heading")
    return (
        TextMark("title", _TITLE.box, TextBody((Paragraph((heading,), 22),), anchor="bottom"), "title"),
        TextMark(
            "footer",
            _FOOTER.box,
            TextBody((Paragraph((Run("まとめ", 7.5, colour="grey"),), 10),), anchor="middle"),
            "section",
        ),
        TextMark(
            "number",
            _NUMBER.box,
            TextBody((Paragraph((Run(str(number), 9, colour="grey", page_of=slide),), 12, "right"),), anchor="middle"),
            "page",
        ),
    )


def _cover() -> PlacedSlide:
    title = TextMark(
        "title",
        Box(60, 200, 660, 60),
        TextBody(
            (Paragraph((Run('データ集 <試験> & "引用"', 28, True, "navy", "heading"),), 40),), anchor="bottom"
        ),
        "title",
    )
    date = TextMark("date", Box(60, 300, 300, 20), text(Run("令和6年3月\v\x07", 12, colour="grey")))
    return PlacedSlide("cover", "cover", "cover", "データ集", (title, date), notes="表紙\n\n二段落目 <a>")


def _texts() -> PlacedSlide:
    bullets = TextBody(
        (
            Paragraph((Run("主要指標の", 12), Run("約7割", 12, True, "red"), Run("で目標を達成", 12)), 17),
            Paragraph(
                (Run("国際比較（OECD）では上位", 12), Run("1)", 12, superscript=True)),
                17,
                indent=12,
                hanging=12,
                bullet="・",
            ),
        ),
        Insets(10, 6, 10, 6),
    )
    links = TextBody(
        (
            Paragraph((Run("表の頁へ\t3", 9, link="I-1065"),), 13, tabs=(200,)),
            Paragraph(
                (
                    Run(
                        "統計局 https://example.jp/統計?a=1&b=2",
                        9,
                        colour="blue",
                        link="https://example.jp/統計?a=1&b=2",
                    ),
                ),
                13,
            ),
            Paragraph((), 13, before=2, after=2),
            Paragraph((Run("一行目\n二行目\n", 9), Run("三行目 \ufffe\ud800終", 9)), 13, align="center"),
        )
    )
    box = ShapeMark(
        "box", Box(400, 140, 160, 60), "roundRect", "pale blue", Line("blue", 1.5, "dash"),
        text("四角の中", size=10, insets=Insets(6, 4, 6, 4), anchor="middle"), alt="枠",
    )  # fmt: skip
    bare = ShapeMark("arrow", Box(600, 140, 80, 40), "rightArrow", "amber")
    free = ShapeMark(
        "island",
        Box(600, 190, 80, 40),
        fill="pale blue",
        line=Line("grey", 0.5),
        alt="島",
        outline=(((0, 0), (80, 10), (40, 40)), ((30, 10), (40, 12), (35, 20))),
    )
    return PlacedSlide(
        "messages",
        "overview",
        "page",
        "要点",
        (
            TextMark("messages", _MESSAGES.box, bullets, "messages"),
            *_frame("messages", "要点", 2),
            TextMark("links", Box(30, 140, 340, 120), links),
            box,
            bare,
            free,
        ),
        notes="出典：統計局",
    )


def _connectors() -> PlacedSlide:
    def node(name: str, x: float, y: float) -> ShapeMark:
        return ShapeMark(name, Box(x, y, 100, 30), "rect", "pale", Line("grey"), text(name, anchor="middle"))

    nodes = (
        node("a", 60, 150),
        node("b", 300, 150),
        node("c", 300, 250),
        node("d", 60, 350),
        node("e", 540, 250),
        node("f", 540, 400),
    )
    thin = Line("navy", 1)
    trunk = ShapeMark(
        "trunk", Box(699.5, 165, 1, 250), line=thin, outline=(((0.5, 0), (0.5, 250)),), sites=((0.5, 0), (0.5, 250))
    )
    lines = (
        ConnectorMark("to trunk", Glue("b", 3), Glue("trunk", 4), ((400, 165), (700, 165)), thin),
        ConnectorMark("from trunk", Glue("trunk", 5), Glue("f", 3), ((700, 415), (640, 415)), thin, True),
        ConnectorMark("straight", Glue("a", 3), Glue("b", 1), ((160, 165), (300, 165)), thin, True),
        ConnectorMark(
            "bent", Glue("a", 3), Glue("c", 1), ((160, 165), (200, 165), (200, 265), (300, 265)), thin, True
        ),
        ConnectorMark(
            "up", Glue("d", 3), Glue("c", 1), ((160, 365), (260, 365), (260, 265), (300, 265)), thin, True
        ),
        ConnectorMark("elbow", Glue("d", 2), Glue("f", 1), ((110, 380), (110, 415), (540, 415)), thin, True),
        ConnectorMark(
            "down", Glue("b", 2), Glue("e", 0), ((350, 180), (350, 215), (590, 215), (590, 250)), thin, True
        ),
        ConnectorMark(
            "back",
            Glue("e", 3),
            Glue("f", 3),
            ((640, 265), (670, 265), (670, 415), (640, 415)),
            Line("red", 1, "dot"),
            True,
        ),
        ConnectorMark(
            "three", Glue("c", 3), Glue("f", 0), ((400, 265), (450, 265), (450, 340), (590, 340), (590, 400)),
            Line("amber", 1.5), True,
        ),
        ConnectorMark(
            "four", Glue("f", 1), Glue("d", 1),
            ((540, 408), (500, 408), (500, 320), (30, 320), (30, 365), (60, 365)), Line("blue", 1), True,
        ),
    )  # fmt: skip
    return PlacedSlide("flow", "measure", "page", "施策", (*_frame("flow", "施策", 3), *nodes, trunk, *lines), record="M-1")


def _cell(*runs: str | Run, **look: Any) -> TableCell:
    body = text(*runs, insets=Insets(4, 3, 4, 3), anchor="middle")
    return TableCell(body, **look)


def _table() -> PlacedSlide:
    rule, strong = Line("grey", 0.75), Line("navy", 1.5)
    covered = TableCell(TextBody(()), covered=True)
    head = tuple(
        _cell(Run(name, 8.5, True, "navy"), fill="pale blue", top=strong, bottom=strong)
        for name in ("区分", "指標", "値", "目標")
    )
    rows = (
        TableRow(head, 20),
        TableRow(
            (
                _cell("合併", row_span=2, column_span=2, bottom=rule),
                covered,
                _cell("1,744億円", bottom=rule),
                _cell("－", bottom=rule),
            ),
            20,
        ),
        TableRow((covered, covered, _cell("47.9%", bottom=rule), _cell(bottom=rule)), 20),
        TableRow(
            (
                _cell("合計", left=rule, right=rule, bottom=strong),
                _cell(Run("I-1065", 9, link="cover"), bottom=strong),
                _cell("25位", column_span=2, bottom=strong),
                covered,
            ),
            22.5,
        ),
    )
    table = TableMark("values", Box(30, 140, 500.1, 82.5), (100.7, 199.4, 100, 100), rows, 1, "指標の値の表")
    chart = PlacedChart(
        ("2019", "2020", "2021"), (PlacedSeries("執行額", (10.0, None, 12.5), "blue", labels=(0, 2)),)
    )
    return PlacedSlide(
        "I-1065",
        "indicator",
        "page",
        "表と図",
        (
            *_frame("I-1065", "表と図", 4),
            table,
            ChartMark("chart", Box(30, 260, 300, 200), chart, "縦棒：執行額"),
            PictureMark("map", Box(400, 260, 100, 100), png(), SVG, "日本地図"),
            PictureMark("map again", Box(520, 260, 100, 100), png(), alt="日本地図（再掲）"),
            PictureMark("other", Box(640, 260, 100, 100), png(200)),
        ),
    )  # fmt: skip


@cache
def full_deck() -> PlacedDeck:
    """Four slides with every mark, links, notes and sections."""
    return PlacedDeck(
        design(),
        (_cover(), _texts(), _connectors(), _table()),
        (DeckSection("まとめ", ("messages",)), DeckSection("施策 & 指標", ("flow", "I-1065"))),
        DeckProperties("データ集", "令和5年度", "内閣府", "指標,施策", "2024-03-31T00:00:00+09:00"),
    )
