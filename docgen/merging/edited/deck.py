"""An edited deck: its slides in their order, each with its shapes, its notes and its XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docgen.errors import DocgenError
from docgen.fingerprint.values import DeckShape
from docgen.merging.edited.colours import theme_colours
from docgen.merging.edited.shape import identity_of, read_shape, shape_elements
from docgen.merging.edited.table_styles import table_style_fills
from docgen.merging.edited.text import ReadContext, SavedBy, read_paragraphs
from docgen.merging.edited.whole import slide_settings
from docgen.merging.xml_names import A16, COMMENTS, LAYOUT, NOTES, P14, A, P, R
from docgen.outside.left_behind import LeftBehind
from docgen.write.package.package import Package
from docgen.write.package.part import EXTENDED_PROPERTIES, PRESENTATION

_PROGRAMS: tuple[SavedBy, ...] = ("LibreOffice", "ONLYOFFICE")

@dataclass(frozen=True, slots=True)
class EditedShape:
    """A shape as it is now, and its XML; ``guid`` is its creationId, "" where a program dropped it."""

    shape: DeckShape
    guid: str
    element: Any


@dataclass(frozen=True, slots=True)
class EditedSlide:
    """A slide as it is now: the name of its part, its id in the list of slides, its notes, shapes and XML.

    ``name`` and ``creation`` are the identities that docgen gave it, "" where a program dropped them; ``layout`` is what
    its slide layout is called, ``settings`` what was set for it as a whole: hidden, a transition, comments.
    """

    part: str
    number: str
    name: str
    creation: str
    notes: str
    shapes: tuple[EditedShape, ...]
    root: Any
    layout: str = ""
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EditedDeck:
    """The edited deck. LibreOffice, where it is ``saved_by`` that, has spelled all of its XML in its own way.

    ``left_behind`` is what was in it and goes into no deck: code, objects of other programs, links to files.
    """

    package: Package
    slides: tuple[EditedSlide, ...]
    saved_by: SavedBy
    left_behind: tuple[LeftBehind, ...] = ()

    @property
    def by_libreoffice(self) -> bool:
        """Whether LibreOffice saved the deck."""
        return self.saved_by == "LibreOffice"


def read_deck(package: Package, left_behind: tuple[LeftBehind, ...] = ()) -> EditedDeck:
    """The deck in ``package``. DocgenError where one of its parts is not what such a part is."""
    try:
        return _read_deck(package, left_behind)
    except (KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        # The parts of a package are taken to be whole; reading fails so where one is not.
        raise DocgenError("package-damaged", where=package.where or PRESENTATION) from error


def _read_deck(package: Package, left_behind: tuple[LeftBehind, ...]) -> EditedDeck:
    context = read_context(package)
    references = package.references.get(PRESENTATION, {})
    slides = []
    for entry in package.xml(PRESENTATION).iterfind(f"{P}sldIdLst/{P}sldId"):
        reference = references.get(entry.get(f"{R}id"))
        if reference is not None and reference.target in package.parts:
            slides.append(_read_slide(reference.target, str(int(entry.get("id"))), package, context))
    return EditedDeck(package, tuple(slides), context.saved_by, left_behind)


def read_context(package: Package) -> ReadContext:
    """What reading the shapes of a deck needs to know of it."""
    properties = package.parts.get(EXTENDED_PROPERTIES, b"")
    known: list[SavedBy] = [name for name in _PROGRAMS if name.encode() in properties]
    theme = _theme(package)
    return ReadContext(theme, known[0] if known else "", table_style_fills(package, theme))


def _theme(package: Package) -> Mapping[str, str]:
    names = sorted(name for name in package.parts if name.startswith("/ppt/theme/theme"))
    return theme_colours(package.xml(names[0])) if names else {}


def _read_slide(part: str, number: str, package: Package, context: ReadContext) -> EditedSlide:
    root = package.xml(part)
    content = root.find(f"{P}cSld")
    creation = content.find(f"{P}extLst//{P14}creationId")
    return EditedSlide(
        part=part,
        number=number,
        name=content.get("name", ""),
        creation="" if creation is None else creation.get("val", ""),
        notes=_notes(package, part, context),
        shapes=tuple(
            EditedShape(read_shape(element, part, package, context), _guid(element), element)
            for element in shape_elements(root)
        ),
        root=root,
        layout=_layout(package, part) if not context.by_libreoffice else "",
        settings=(*slide_settings(root, context.by_libreoffice), *_comments(package, part)),
    )


def _layout(package: Package, part: str) -> str:
    layout = package.target(part, LAYOUT)
    return str(package.xml(layout).find(f"{P}cSld").get("name", "")) if layout in package.parts else ""


def _comments(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """The comments on a slide, of PowerPoint before and since 2021, each with its words."""
    for one in package.references.get(part, {}).values():
        if one.kind in COMMENTS and one.target in package.parts:
            for comment in package.xml(one.target):
                texts = (text.text or "" for text in comment.iter(f"{P}text", f"{A}t"))
                yield "comment", "".join(texts)


def _guid(element: Any) -> str:
    creation = identity_of(element).find(f"{A}extLst//{A16}creationId")
    return "" if creation is None else str(creation.get("id", ""))


def _notes(package: Package, part: str, context: ReadContext) -> str:
    """The text of a slide's notes page, a line a paragraph."""
    notes = package.target(part, NOTES)
    if notes is None or notes not in package.parts:
        return ""
    for shape in package.xml(notes).iter(f"{P}sp"):
        placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if placeholder is not None and placeholder.get("type", "body") == "body":
            return "\n".join(paragraph.text for paragraph in read_paragraphs(shape.find(f"{P}txBody"), context))
    return ""
