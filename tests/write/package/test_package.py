from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.every_mark import SVG, design, full_deck, png
from support.written_deck import entries, opened, relationships, slide, written

from docgen.placed import (
    Box,
    DeckProperties,
    DeckSection,
    Paragraph,
    PlacedDeck,
    PlacedSlide,
    Run,
    ShapeMark,
    TableCell,
    TableMark,
    TableRow,
    TextBody,
)
from docgen.placed.address import address_fault
from docgen.write import write
from docgen.write.package.package import package_of
from docgen.write.package.part import relationships as references
from docgen.write.package.part import slide_part, xml_part


def test_equal_pictures_share_one_part_and_alternative_texts_are_the_decks() -> None:
    media = {name: data for name, data in entries().items() if name.startswith("ppt/media/")}

    assert media == {
        "ppt/media/image1.png": png(), "ppt/media/image2.svg": SVG, "ppt/media/image3.png": png(200),
    }  # fmt: skip
    described = dict(re.findall(r'name="([^"]+)" descr="([^"]*)"', slide(4)))
    assert described == {
        "values": "指標の値の表", "chart": "縦棒：執行額", "map": "日本地図", "map again": "日本地図（再掲）",
    }  # fmt: skip


def test_shape_ids_are_unique_in_every_slide() -> None:
    for number in range(1, 5):
        ids = re.findall(r'<p:cNvPr id="(\d+)"', slide(number))
        assert len(ids) == len(set(ids)) == len(full_deck().slides[number - 1].marks) + 1


def test_every_relationship_leads_to_a_part_is_used_and_no_part_is_orphaned() -> None:
    parts = {name for name in entries() if "_rels/" not in name and name != "[Content_Types].xml"}
    implicit = {"slideLayout", "slideMaster", "theme", "notesMaster", "notesSlide", "slide"}
    reached = {target for target, _, _ in relationships("").values()}
    for part in parts:
        for key, (target, kind, external) in relationships(part).items():
            assert external or target in parts
            reached.add(target)
            assert kind in implicit | {"presProps", "viewProps", "tableStyles", "customXml", "customXmlProps"} or (
                f'"{key}"'.encode() in entries()[part]
            )

    assert parts <= reached


def test_slides_and_shapes_keep_their_identity_when_the_order_changes() -> None:
    deck = full_deck()
    turned = replace(deck, sections=(), slides=tuple(
        replace(page, marks=tuple(reversed(page.marks))) for page in reversed(deck.slides)
    ))  # fmt: skip

    def identities(data: bytes) -> dict[str, set[str]]:
        return {
            page.element.cSld.attrib["name"]: set(
                re.findall(r'name="([^"]+)"[^>]*><a:extLst><a:ext uri="[^"]+"><a16:creationId[^>]* id="([^"]+)"',
                           page.part.blob.decode())
            ) | set(re.findall(r"<p14:creationId[^>]+val=\"(\d+)\"", page.part.blob.decode()))
            for page in opened(data).slides
        }  # fmt: skip

    first = identities(written())
    assert first == identities(write(turned))
    assert list(first) == ["cover", "messages", "flow", "I-1065"]
    assert len(first["messages"]) == 9


_CHILD = """
import hashlib, time
time.time = lambda: 2_000_000_000.0
time.localtime = lambda *args: time.gmtime(2_000_000_000)
from support.every_mark import full_deck
from docgen.write import write
print(hashlib.sha256(write(full_deck())).hexdigest())
"""


def test_a_relationship_to_a_part_that_is_not_there_is_refused() -> None:
    part = xml_part(slide_part(1), "<p/>", references(("slideLayout", "/ppt/slideLayouts/slideLayout1.xml")))
    with pytest.raises(KeyError, match="slideLayout1"):
        package_of([part], references(("slide", part.name)))


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Kiritimati", "1"), ("America/New_York", "77")])
def test_two_writes_are_equal_byte_for_byte_whatever_zone_seed_and_clock(zone: str, seed: str) -> None:
    root = Path(__file__).resolve().parents[3]
    path = os.pathsep.join([str(root), str(root / "tests")])
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    answer = subprocess.run(
        [sys.executable, "-c", _CHILD], env=environment, capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == hashlib.sha256(written()).hexdigest()


@settings(max_examples=40, deadline=None)
@example(words="\ud800")
@given(words=st.text(st.characters(exclude_categories=())))
def test_any_text_anywhere_gives_well_formed_parts(words: str) -> None:
    address = "https://example.jp/" + words
    link = address if address_fault(address) is None else None
    bullet = Paragraph((Run(words, 9), Run(words, 9, link=link)), 12, bullet=words)
    cell = TableCell(TextBody((bullet,)))
    page = PlacedSlide(
        "s" + words,
        "k",
        "cover",
        words,
        (
            ShapeMark("a" + words, Box(0, 0, 9, 9), body=TextBody((bullet,)), alt=words),
            TableMark("b" + words, Box(0, 0, 9, 9), (9,), (TableRow((cell,), 9),), alt=words),
        ),
        notes=words,
    )
    properties = DeckProperties(words, words, words, words)
    deck = PlacedDeck(design(), (page,), (DeckSection(words, (page.id,)),), properties)

    with zipfile.ZipFile(io.BytesIO(write(deck))) as archive:
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
    assert len(opened(write(deck)).slides) == 1


@pytest.mark.validator
def test_microsofts_validator_finds_nothing_wrong(validate: Callable[[bytes], list[dict[str, Any]]]) -> None:
    assert validate(written()) == []


@pytest.mark.libreoffice
def test_libreoffice_draws_all_text_in_its_place(render_pdf: Callable[[bytes], bytes]) -> None:
    pages = pypdfium2.PdfDocument(render_pdf(written()))
    texts = [page.get_textpage() for page in pages]
    read = [re.sub(r"\s", "", page.get_text_range()) for page in texts]

    assert "データ集" in read[0]
    assert "主要指標の約7割で目標を達成" in read[1]
    assert "47.9%" in read[3]
    # The text after the tab stop at 200 pt of a box that begins at 30 pt.
    after_tab = texts[1].get_text_range().index("3", texts[1].get_text_range().index("表の頁"))
    assert texts[1].get_charbox(after_tab)[0] == pytest.approx(230, abs=2)
    # The footer in its own place and size, not in the master's middle.
    footer = texts[1].get_text_range().index("まとめ")
    left, bottom, _, top = texts[1].get_charbox(footer)
    assert left == pytest.approx(30, abs=1.5)
    assert top - bottom < 7.5
