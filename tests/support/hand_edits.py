"""Edits as people make them in a built deck, each with what must be true of a deck that keeps it."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from docgen.fingerprint.values import DeckShape
from docgen.merging.edited.deck import EditedDeck, EditedSlide, read_deck
from docgen.merging.edited.package import package_in
from docgen.merging.edited.shape import chart_part, identity_of, shape_elements
from docgen.merging.xml_names import NOTES, SLIDE, A, C, P, R
from docgen.outside.package import Relationship
from docgen.write.package.package import Package
from docgen.write.package.part import PRESENTATION

Value = Callable[[DeckShape | None], object]


def package_of(data: bytes, *, judged: bool = True) -> Package:
    """The package in a deck's bytes; ``judged`` by Office's grammar as well, where it is what a test looks at."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return package_in(archive, "deck.pptx", taken_over=judged)[0]


@dataclass(frozen=True)
class Edit:
    """An edit of one shape: ``value`` reads what it changed, from a shape of any of the decks."""

    kind: str
    slide: str
    shape: str
    value: Value


def slide_of(deck: EditedDeck, name: str) -> EditedSlide | None:
    return next((slide for slide in deck.slides if slide.name == name), None)


def shape_of(deck: EditedDeck, slide: str, name: str) -> DeckShape | None:
    found = slide_of(deck, slide)
    shapes = [each.shape for each in found.shapes] if found is not None else []
    return next((shape for shape in shapes if shape.name == name), None)


def edit_deck(data: bytes, chance: random.Random, count: int) -> tuple[bytes, list[Edit], dict[str, str]]:
    """A deck with ``count`` edits: its bytes, the edits of shapes, and what was done to whole slides."""
    package = package_of(data, judged=False)
    deck = read_deck(package)
    edits: list[Edit] = []
    whole: dict[str, str] = {}
    used: set[tuple[str, str]] = set()
    for number in range(count):
        kind = chance.choice(list(SHAPE_EDITS) + list(SLIDE_EDITS))
        slide = chance.choice(deck.slides)
        if slide.name in whole:
            continue
        if kind in SLIDE_EDITS:
            if any(edit.slide == slide.name for edit in edits):
                continue
            whole[SLIDE_EDITS[kind](package, slide, number)] = kind
            continue
        edited = SHAPE_EDITS[kind](package, slide, chance, number)
        if edited is not None and (slide.name, edited.shape) not in used:
            used.add((slide.name, edited.shape))
            edits.append(edited)
    return package.to_bytes(), edits, whole


def _elements(slide: EditedSlide, accept: Callable[[DeckShape], bool]) -> list[Any]:
    there = set(shape_elements(slide.root))
    return [each.element for each in slide.shapes if each.element in there and accept(each.shape)]


def _pick(slide: EditedSlide, chance: random.Random, accept: Callable[[DeckShape], bool]) -> Any:
    found = [each for each in _elements(slide, accept) if not each.get("edited")]
    if not found:
        return None
    return chance.choice(found)


def _name(element: Any) -> str:
    return str(identity_of(element).get("name"))


def _text(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    element = _pick(slide, chance, lambda shape: any(each.text.strip("‹#›") for each in shape.paragraphs or ()))
    if element is None:
        return None
    paragraphs = [each for each in element.iter(f"{A}p") if each.findtext(f"{A}r/{A}t")]
    at = chance.randrange(len(paragraphs))
    run = paragraphs[at].find(f"{A}r/{A}t")
    run.text = f"手による変更{number}" + chance.choice(["", run.text])
    full = element.find(f"{P}txBody")
    place = list(full.iterchildren(f"{A}p")).index(paragraphs[at])
    return Edit("text", slide.name, _name(element), _paragraph_at(place))


def _paragraph_at(place: int) -> Value:
    def value(shape: DeckShape | None) -> object:
        paragraphs = (shape.paragraphs or ()) if shape is not None else ()
        return paragraphs[place].text if place < len(paragraphs) else None

    return value


def _move(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    return _shift(slide, chance, f"{A}off", ("x", "y"))


def _resize(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    return _shift(slide, chance, f"{A}ext", ("cx", "cy"))


def _shift(slide: EditedSlide, chance: random.Random, tag: str, names: tuple[str, str]) -> Edit | None:
    element = _pick(slide, chance, lambda shape: shape.frame is not None and shape.kind in ("shape", "chart", "picture"))
    if element is None:
        return None
    holder = next(each for each in element.iter(tag) if each.get(names[0]))
    for name in names:
        moved = int(holder.get(name)) + chance.choice([-1, 1]) * chance.randrange(20000, 400000)
        holder.set(name, str(abs(moved)))
    return Edit("frame", slide.name, _name(element), lambda shape: shape.frame if shape is not None else None)


def _recolour(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    element = _pick(slide, chance, lambda shape: shape.kind == "shape" and bool(shape.fill) and not shape.placeholder)
    if element is None:
        return None
    fill = element.find(f"{P}spPr/{A}solidFill")
    if fill is None:
        return None
    fill[:] = [etree.Element(f"{A}srgbClr", val=f"{chance.randrange(0x100000, 0xFFFFFF):06X}")]
    return Edit("fill", slide.name, _name(element), lambda shape: shape.fill if shape is not None else None)


def _delete(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    element = _pick(slide, chance, lambda shape: not shape.placeholder and shape.kind in ("shape", "table", "chart"))
    if element is None:
        return None
    name = _name(element)
    element.getparent().remove(element)
    return Edit("delete", slide.name, name, lambda shape: shape is not None)


def _add(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    tree = slide.root.find(f"{P}cSld/{P}spTree")
    number = max(int(each.get("id")) for each in tree.iter(f"{P}cNvPr")) + 1
    name = f"memo {number}"
    shape = etree.fromstring(
        f'<p:sp xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/>'
        '<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="100000" y="200000"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="ja-JP"/><a:t>手によるメモ{number}</a:t></a:r></a:p></p:txBody></p:sp>'
    )
    tree.insert(chance.randrange(2, len(tree) + 1), shape)
    return Edit("add", slide.name, name, _paragraph_at(0))


def _cell(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    element = _pick(slide, chance, lambda shape: shape.grid is not None)
    if element is None:
        return None
    cells = [
        (row, column, cell)
        for row, line in enumerate(element.iter(f"{A}tr"))
        for column, cell in enumerate(line.iterchildren(f"{A}tc"))
        if cell.findtext(f".//{A}r/{A}t") and not cell.get("hMerge") and not cell.get("vMerge")
    ]
    row, column, cell = chance.choice(cells)
    cell.find(f".//{A}r/{A}t").text = f"手による値{number}"

    def value(shape: DeckShape | None) -> object:
        rows = shape.grid.rows if shape is not None and shape.grid is not None else ()
        return rows[row][column].text if row < len(rows) and column < len(rows[row]) else None

    return Edit("cell", slide.name, _name(element), value)


def _point(package: Package, slide: EditedSlide, chance: random.Random, number: int) -> Edit | None:
    element = _pick(slide, chance, lambda shape: shape.chart is not None)
    part = chart_part(element, slide.part, package) if element is not None else None
    if part is None:
        return None
    points = list(next(package.xml(part).iter(f"{C}val")).iter(f"{C}pt"))
    at = chance.randrange(len(points))
    points[at].find(f"{C}v").text = str(chance.randrange(1, 9999))

    def value(shape: DeckShape | None) -> object:
        series = shape.chart.series if shape is not None and shape.chart is not None else ()
        return series[0].values[at] if series and at < len(series[0].values) else None

    return Edit("point", slide.name, _name(element), value)


def _notes(package: Package, slide: EditedSlide, number: int) -> str:
    notes = package.target(slide.part, NOTES)
    if notes is not None:
        body = list(package.xml(notes).iter(f"{P}txBody"))[-1]
        paragraph = etree.SubElement(body, f"{A}p")
        run = etree.SubElement(paragraph, f"{A}r")
        etree.SubElement(run, f"{A}t").text = f"手による注{number}"
    return slide.name


def _listed(package: Package, slide: EditedSlide) -> Any:
    references = package.references[PRESENTATION]
    listed = package.xml(PRESENTATION).find(f"{P}sldIdLst")
    return next(each for each in listed if references[each.get(f"{R}id")].target == slide.part)


def _delete_slide(package: Package, slide: EditedSlide, number: int) -> str:
    entry = _listed(package, slide)
    entry.getparent().remove(entry)
    del package.references[PRESENTATION][entry.get(f"{R}id")]
    for section in package.xml(PRESENTATION).iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"):
        if section.get("id") == entry.get("id"):
            section.getparent().remove(section)
            break
    return slide.name


def _move_slide(package: Package, slide: EditedSlide, number: int) -> str:
    entry = _listed(package, slide)
    listed = entry.getparent()
    listed.remove(entry)
    listed.append(entry)
    return slide.name


def _add_slide(package: Package, slide: EditedSlide, number: int) -> str:
    """A copy of the slide, as PowerPoint's Duplicate makes it: the same names, another creationId."""
    part = package.free_name("/ppt/slides/slide99.xml")
    package.parts[part], package.types[part] = b"", package.types[slide.part]
    root = copy.deepcopy(slide.root)
    for each in root.iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}creationId"):
        each.set("val", str(77000 + number))
    package.changed[part] = root
    package.references[part] = {
        key: each for key, each in package.references[slide.part].items() if each.kind != NOTES
    }
    entry = etree.Element(f"{P}sldId", id=str(900 + number))
    entry.set(f"{R}id", package.refer(PRESENTATION, Relationship(SLIDE, part)))
    _listed(package, slide).addnext(entry)
    return slide.name


SHAPE_EDITS: dict[str, Callable[[Package, EditedSlide, random.Random, int], Edit | None]] = {
    "text": _text,
    "move": _move,
    "resize": _resize,
    "recolour": _recolour,
    "add": _add,
    "delete": _delete,
    "cell": _cell,
    "point": _point,
}
SLIDE_EDITS: dict[str, Callable[[Package, EditedSlide, int], str]] = {
    "notes": _notes,
    "delete_slide": _delete_slide,
    "move_slide": _move_slide,
    "add_slide": _add_slide,
}

