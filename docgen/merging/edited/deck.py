"""An edited deck: its slides in their order, each with its shapes, its notes and its XML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.fingerprint.values import DeckShape
from docgen.merging.edited.colours import theme_of
from docgen.merging.edited.shape import identity_of, read_shape, shape_elements
from docgen.merging.edited.text import Reading, paragraphs_of
from docgen.merging.xml_names import A16, NOTES, P14, PRESENTATION_PART, A, P, R
from docgen.write.package.package import Package


@dataclass(frozen=True, slots=True)
class EditedShape:
    """A shape as it is now; ``guid`` is its creationId, "" where a program dropped it."""

    shape: DeckShape
    guid: str
    element: Any


@dataclass(frozen=True, slots=True)
class EditedSlide:
    """A slide as it is now. ``name`` and ``creation`` are its identities, "" where a program dropped them."""

    part: str
    number: str
    name: str
    creation: str
    notes: str
    shapes: tuple[EditedShape, ...]
    root: Any


@dataclass(frozen=True, slots=True)
class EditedDeck:
    """The edited deck; ``loose`` where LibreOffice saved it, which spells everything in its own way."""

    package: Package
    slides: tuple[EditedSlide, ...]
    loose: bool


def read_deck(package: Package) -> EditedDeck:
    """The deck in ``package``."""
    loose = any(b"LibreOffice" in package.parts.get(name, b"") for name in ("/docProps/app.xml",))
    reading = Reading(_theme(package), loose)
    listed = package.xml(PRESENTATION_PART).iterfind(f"{P}sldIdLst/{P}sldId")
    references = package.references.get(PRESENTATION_PART, {})
    parts = [(each.get("id"), references.get(each.get(f"{R}id"))) for each in listed]
    slides = [
        _slide(reference.target, number, package, reading)
        for number, reference in parts
        if reference is not None and reference.target in package.parts
    ]
    return EditedDeck(package, tuple(slides), loose)


def _theme(package: Package) -> Mapping[str, str]:
    names = sorted(name for name in package.parts if name.startswith("/ppt/theme/theme"))
    return theme_of(package.xml(names[0])) if names else {}


def _slide(part: str, number: str, package: Package, reading: Reading) -> EditedSlide:
    root = package.xml(part)
    creation = root.find(f"{P}cSld/{P}extLst//{P14}creationId")
    shapes = tuple(
        EditedShape(read_shape(each, part, package, reading), _guid(each), each)
        for each in shape_elements(root)
    )
    return EditedSlide(
        part=part,
        number=number,
        name=root.find(f"{P}cSld").get("name", ""),
        creation="" if creation is None else creation.get("val", ""),
        notes=notes_text(package, part, reading),
        shapes=shapes,
        root=root,
    )


def _guid(element: Any) -> str:
    found = identity_of(element).find(f"{A}extLst//{A16}creationId")
    return "" if found is None else str(found.get("id", ""))


def notes_text(package: Package, part: str, reading: Reading) -> str:
    """The text of a slide's notes page, a line a paragraph."""
    notes = package.target(part, NOTES)
    if notes is None or notes not in package.parts:
        return ""
    for shape in package.xml(notes).iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if place is not None and place.get("type", "body") == "body":
            return "\n".join(each.text for each in paragraphs_of(shape.find(f"{P}txBody"), reading))
    return ""
