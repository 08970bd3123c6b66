"""The fingerprint travels inside the deck, whole, and is refused where it is not."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import zipfile
import zlib
from pathlib import Path

import pytest
from support.real_deck import PACKS, built, deck_bytes
from support.small_decks import built_bytes as small_deck

from docgen.errors import DocgenError
from docgen.fingerprint.digest import shape_digest
from docgen.fingerprint.part import (
    FORMAT,
    NAMESPACE,
    fingerprint_in,
    open_deck,
    part_xml,
    read_fingerprint,
    slide_row,
)
from docgen.fingerprint.placed import fingerprint_of
from docgen.fingerprint.values import SLIDE_NUMBER, Fingerprint

PART = "customXml/item1.xml"


def package() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(deck_bytes(PACKS[0])))


def fingerprint_xml(fingerprint: Fingerprint) -> str:
    """The part that carries a fingerprint."""
    return part_xml(fingerprint, map(slide_row, fingerprint.slides))


def carried() -> Fingerprint:
    return fingerprint_in(package(), "deck.pptx")


def test_what_a_deck_carries_is_what_was_placed() -> None:
    placed = built(PACKS[0]).placed
    found = carried()
    bare = tuple(
        slide._replace(shapes=tuple(shape._replace(digest="", look=()) for shape in slide.shapes))
        for slide in found.slides
    )
    assert bare == tuple(
        slide._replace(shapes=tuple(shape._replace(digest="") for shape in slide.shapes))
        for slide in fingerprint_of(placed).slides
    )
    assert found.summary == placed.summary
    assert all(shape.look for slide in found.slides for shape in slide.shapes if shape.kind == "chart")
    assert {part.name for part in found.design} == {"", *(layout.label for layout in placed.design.layouts)}
    assert all(shape.digest for slide in found.slides for shape in slide.shapes)


def test_texts_cells_and_values_are_in_it_as_they_are_on_the_pages() -> None:
    slides = {slide.id: slide for slide in carried().slides}
    shapes = {shape.name: shape for shape in slides["I-1065/mobility"].shapes}
    kinds = {shape.kind for shape in shapes.values()}
    assert {"text", "table", "chart"} <= kinds
    table = next(shape for shape in shapes.values() if shape.grid)
    assert table.grid is not None
    assert any("2,610" in cell.text for row in table.grid.rows for cell in row)
    number = next(shape for shape in shapes.values() if shape.placeholder.startswith("sldNum"))
    assert number.paragraphs is not None
    assert number.paragraphs[0].text == SLIDE_NUMBER


def test_it_says_what_the_pages_state() -> None:
    summary = carried().summary
    value = next(each for each in summary.values if each.id == "traffic_deaths")
    assert (value.past, value.latest) == ("3,694人（2017年）", "2,610人（2022年）")
    assert {each.status for each in summary.measures} <= {"", "continuing", "expanded", "upcoming"}
    assert len(summary.measures) > 60
    assert any(each.kind == "requested" and each.amount.endswith("円") for each in summary.budgets)
    pages = {page.id: page for page in summary.pages}
    assert (pages["cover"].number, pages["contents"].number) == (1, 2)


def test_a_digest_does_not_depend_on_numbers_but_on_everything_else() -> None:
    def digested(xml: str) -> str:
        return shape_digest(xml, xml.encode(), refers=True)

    xml = '<a:hlinkClick r:id="rId3"/><a:stCxn id="4"/><a:off x="0" y="9"/></p:sp>'
    assert digested(xml) == digested(xml.replace("rId3", "rId7").replace('id="4"', 'id="5"'))
    assert digested(xml) != digested(xml.replace('y="9"', 'y="8"'))
    assert digested("<a:off/>") == shape_digest("<a:off/>", b"<a:off/>", refers=False)


def test_a_damaged_fingerprint_is_said_to_be_damaged() -> None:
    xml = fingerprint_xml(carried())
    middle = len(xml) // 2
    cut, changed = xml[:middle] + "</fingerprint>", xml[:middle] + "AAAA" + xml[middle + 4 :]
    for broken in (cut, changed, xml.replace("<fingerprint", "<finger"), xml.replace(f' format="{FORMAT}"', ' format="x"')):
        with pytest.raises(DocgenError, match="fingerprint is damaged"):
            read_fingerprint(broken.encode(), "deck.pptx")


def test_a_later_docgens_fingerprint_asks_for_an_update() -> None:
    xml = fingerprint_xml(carried()).replace(f'format="{FORMAT}"', f'format="{FORMAT + 1}"')
    with pytest.raises(DocgenError, match="newer docgen") as caught:
        read_fingerprint(xml.encode(), "deck.pptx")
    assert caught.value.hint == "update docgen"


def test_programs_may_write_the_parts_xml_in_their_own_way() -> None:
    xml = fingerprint_xml(carried())
    prefixed = re.sub(r"(</?)fingerprint", r"\1d:fingerprint", xml).replace(" xmlns=", " xmlns:d=")
    wrapped = re.sub(r"([A-Za-z0-9+/]{76})", r"\1\n", xml[200:])
    assert read_fingerprint(prefixed.encode(), "x") == carried()
    assert read_fingerprint((xml[:200] + wrapped).encode(), "x") == carried()


def test_a_deck_without_one_and_a_file_that_is_no_deck_are_told_apart(tmp_path: Path) -> None:
    bare = tmp_path / "bare.pptx"
    with zipfile.ZipFile(bare, "w") as new, package() as old:
        for name in old.namelist():
            if not name.startswith("customXml"):
                new.writestr(name, old.read(name))
    with open_deck(bare) as found, pytest.raises(DocgenError, match="docgen did not build it"):
        fingerprint_in(found, "bare.pptx")
    text = tmp_path / "text.pptx"
    text.write_text("no deck", encoding="utf-8")
    with pytest.raises(DocgenError, match="this is not a deck"):
        open_deck(text)
    with pytest.raises(DocgenError, match="no such deck"):
        open_deck(tmp_path / "missing.pptx")


def packed(rows: bytes) -> bytes:
    """The part of a fingerprint of any rows, with the checksum that fits."""
    data = zlib.compress(rows)
    text, checksum = base64.b64encode(data).decode(), hashlib.sha256(data).hexdigest()
    return f'<fingerprint xmlns="{NAMESPACE}" format="{FORMAT}" sha256="{checksum}">{text}</fingerprint>'.encode()


OTHERS: tuple[object, ...] = ("x", -1, 1e400, [], {}, [[]], True, {"a": 1}, None)


@pytest.mark.parametrize("path", [(), (0,), (0, 1), (0, 2), (1,), (1, 3), (1, 3, 6), (1, 3, 6, 0), (1, 3, 6, 0, 2)], ids=str)
def test_a_fingerprint_of_another_form_is_damaged(path: tuple[int, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(small_deck())) as deck:
        whole = json.dumps(fingerprint_in(deck, "deck.pptx"))
    for other in OTHERS:
        rows = json.loads(whole)
        own = rows
        for index in path[:-1]:
            own = own[index]
        if path:
            unlike = type(own[path[-1]]) is not type(other)
            own[path[-1]] = other
        else:
            unlike, rows = True, other
        if unlike and other is not None:
            with pytest.raises(DocgenError, match="fingerprint is damaged"):
                read_fingerprint(packed(json.dumps(rows).encode()), "deck.pptx")


def test_a_fingerprint_too_deep_or_with_a_document_type_is_damaged() -> None:
    typed = b'<!DOCTYPE a [<!ENTITY x "1">]>' + fingerprint_xml(carried()).encode()
    for broken in (packed(b'{"a":' * 60_000 + b"1" + b"}" * 60_000), packed(b"[NaN]"), typed):
        with pytest.raises(DocgenError, match="fingerprint is damaged"):
            read_fingerprint(broken, "deck.pptx")
