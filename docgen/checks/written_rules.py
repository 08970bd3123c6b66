"""Rules on the file as written: what a program that reads the deck aloud finds in its XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from docgen.breach import Breach

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SLIDES = re.compile(r"ppt/slides/slide\d+\.xml")
_TEXTS = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide|charts/chart)\d+\.xml")


def check_written(data: bytes) -> tuple[Breach, ...]:
    """Breaches in the bytes of a .pptx, slide by slide, then those of notes and charts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(filter(_TEXTS.fullmatch, archive.namelist()), key=_in_order)
        parts = [(name, ElementTree.fromstring(archive.read(name))) for name in names]
    breaches: list[Breach] = []
    for name, root in parts:
        where = _slide_name(root) or name
        breaches.extend(language_tags(root, where))
        if _SLIDES.fullmatch(name):
            breaches.extend(told_or_decorative(root, where))
    return tuple(breaches)


def language_tags(root: ElementTree.Element, where: str) -> Iterator[Breach]:
    """Every run of text says in which language it is to be read."""
    missing = [text for text, properties in _runs(root) if properties is None or not properties.get("lang")]
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


def _runs(root: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    """Every text with the element that holds its language: runs, fields, and the texts of charts."""
    for run in (*root.iter(f"{_A}r"), *root.iter(f"{_A}fld")):
        yield "".join(run.itertext()), run.find(f"{_A}rPr")
    for text in root.iter(f"{_C}txPr"):
        yield "", text.find(f".//{_A}defRPr")


def _slide_name(root: ElementTree.Element) -> str | None:
    """The name of a slide; None for a part that is no slide, or has no name."""
    slide = root.find(f"{_P}cSld") if root.tag == f"{_P}sld" else None
    return slide.get("name") if slide is not None else None


def _in_order(name: str) -> tuple[bool, str, int]:
    folder, _, number = name.rpartition("/")
    return not folder.endswith("slides"), folder, int("".join(filter(str.isdecimal, number)))
