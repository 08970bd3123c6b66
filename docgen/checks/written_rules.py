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
# In docgen's own spelling: a run without a language, the text properties of a chart, which hold theirs somewhere below,
# a shape or connector, and what in one tells what it is. A part is parsed only where these leave a doubt.
_DOUBTFUL = re.compile(rb'<a:r>(?!<a:rPr [^>]*\blang="\w)|<a:fld [^>]*>(?!<a:rPr [^>]*\blang="\w)|<c:txPr>')
_SHAPE = re.compile(rb"<p:(sp|cxnSp)>.*?</p:\1>", re.DOTALL)
_TELLS = re.compile(rb'<a:t>[^<]|<p:cNvPr [^>]*\bdescr="[^"]|:decorative\b[^>]* val="1"')


def check_written(deck: PlacedDeck) -> tuple[Breach, ...]:
    """Breaches in the file of a deck, slide by slide, then those of notes and charts. Raises as writing it does."""
    return check_parts({part.name[1:]: part.data for part in parts_of(deck)})


def check_parts(parts: Mapping[str, bytes]) -> tuple[Breach, ...]:
    """Breaches in the parts of a .pptx, by their names in it: slide by slide, then those of notes and charts."""
    breaches: list[Breach] = []
    for name in sorted(filter(_TEXTS.fullmatch, parts), key=_in_order):
        of_slide = _SLIDES.fullmatch(name) is not None
        if _is_sound(parts[name], of_slide):
            continue
        root = ElementTree.fromstring(parts[name])
        where = _slide_name(root) or name
        breaches.extend(language_tags(root, where))
        if of_slide:
            breaches.extend(told_or_decorative(root, where))
    return tuple(breaches)


def _is_sound(xml: bytes, of_slide: bool) -> bool:
    """Whether the rules find nothing in a part that docgen spelled, for sure: so much the letters of its XML tell."""
    if _DOUBTFUL.search(xml) is not None:
        return False
    return not of_slide or all(_TELLS.search(shape.group()) for shape in _SHAPE.finditer(xml))


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
