"""Rules on the file as written: what a program that reads the deck aloud finds in its XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from docgen.breach import Breach
from docgen.placed import PlacedDeck
from docgen.write.deck import parts_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SLIDES = re.compile(r"ppt/slides/slide\d+\.xml")
_TEXTS = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide|charts/chart)\d+\.xml")


def check_written(deck: PlacedDeck) -> tuple[Breach, ...]:
    """Breaches in the file of a deck, slide by slide, then those of notes and charts. Raises as writing it does."""
    return check_parts({part.name[1:]: part.data for part in parts_of(deck)})


def check_parts(parts: Mapping[str, bytes]) -> tuple[Breach, ...]:
    """Breaches in the parts of a .pptx, by their names in it: slide by slide, then those of notes and charts."""
    breaches: list[Breach] = []
    for name in sorted(filter(_TEXTS.fullmatch, parts), key=_in_order):
        root = ElementTree.fromstring(parts[name])
        where = _slide_name(root) or name
        breaches.extend(language_tags(root, where))
        if _SLIDES.fullmatch(name):
            breaches.extend(told_or_decorative(root, where))
    return tuple(breaches)


def language_tags(root: ElementTree.Element, where: str) -> Iterator[Breach]:
    """Every run of text says in which language it is to be read."""
    missing = [_text(run) for run, properties in _runs(root) if properties is None or not properties.get("lang")]
    if missing:
        yield Breach("language", where, count=len(missing), first=missing[0])


def told_or_decorative(root: ElementTree.Element, where: str) -> Iterator[Breach]:
    """Every shape and connector without a text has alternative text, or is marked decorative."""
    for shape in (*root.iter(f"{_P}sp"), *root.iter(f"{_P}cxnSp")):
        properties = shape.find(f"*/{_P}cNvPr")
        if properties is None or properties.get("descr") or any(text.text for text in shape.iter(f"{_A}t")):
            continue
        if properties.find(f".//{_DECORATIVE}") is None:
            yield Breach("alternative-text", where, mark=str(properties.get("name")))


def _runs(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, ElementTree.Element | None]]:
    """Every text's element with the one that holds its language: runs, fields, and the texts of charts."""
    for run in (*root.iter(f"{_A}r"), *root.iter(f"{_A}fld")):
        yield run, run.find(f"{_A}rPr")
    for text in root.iter(f"{_C}txPr"):
        yield text, text.find(f".//{_A}defRPr")


def _text(run: ElementTree.Element) -> str:
    """What a run or a field says; the texts of a chart stand elsewhere."""
    return "" if run.tag == f"{_C}txPr" else "".join(run.itertext())


def _slide_name(root: ElementTree.Element) -> str | None:
    """The name of a slide; None for a part that is no slide, or has no name."""
    slide = root.find(f"{_P}cSld") if root.tag == f"{_P}sld" else None
    return slide.get("name") if slide is not None else None


def _in_order(name: str) -> tuple[bool, str, int]:
    folder, _, number = name.rpartition("/")
    return not folder.endswith("slides"), folder, int("".join(filter(str.isdecimal, number)))
