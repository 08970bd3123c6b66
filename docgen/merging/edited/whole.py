"""What an edited deck says of itself as a whole: sections, properties, labels, custom XML, and what its design shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.fingerprint.digest import digest
from docgen.fingerprint.manifest_part import is_manifest
from docgen.fingerprint.part import is_fingerprint
from docgen.fingerprint.values import Fingerprint, SectionSlides
from docgen.merging.edited.shape import identity_of, shape_elements
from docgen.merging.xml_names import P14, SLIDE, A, P, R
from docgen.write.package.package import Package
from docgen.write.package.part import CORE_PROPERTIES, PRESENTATION, kind_uri

# The properties that a build states, in the order of the fingerprint, then others that people write.
PROPERTIES = ("title", "subject", "creator", "keywords", "description", "category", "contentStatus")
LABEL = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
ROOT_KINDS = (kind_uri("custom-properties"), LABEL)
CUSTOM_XML = kind_uri("customXml")
_COUNTS = ("Notes", "Slides", "HiddenSlides", "MMClips", "Paragraphs", "Words")
# What of the presentation people set that stands on no slide, by the names of PowerPoint's elements.
_SETTINGS = ("custShowLst", "photoAlbum", "modifyVerifier", "embeddedFontLst", "custDataLst")


@dataclass(frozen=True, slots=True)
class DeckWhole:
    """A deck as a whole.

    ``roots`` and ``custom`` are parts by what tells them from others, ``shown`` are the shapes of the master ("") and
    the layouts, by the layout's name and theirs, with their elements; ``settings`` what else was set.
    """

    sections: tuple[SectionSlides, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    roots: Mapping[tuple[str, str], str] = field(default_factory=dict)
    custom: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    settings: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    """The names of shapes of further masters, of which LibreOffice makes one for each layout."""


def whole_as_built(built: Fingerprint) -> DeckWhole:
    """A deck as a whole, as it was built."""
    shown = {part.name: dict.fromkeys(part.shapes) for part in built.design}
    return DeckWhole(built.sections, dict(zip(PROPERTIES, built.properties, strict=False)), shown=shown)


def read_whole(package: Package) -> DeckWhole:
    """A deck as a whole, as it is in ``package``."""
    root = package.xml(PRESENTATION)
    references = package.references.get(PRESENTATION, {})
    custom = {
        digest(package.parts[one.target]): one.target
        for one in references.values()
        if one.kind == CUSTOM_XML and one.target in package.parts and not _is_of_build(package.parts[one.target])
    }
    return DeckWhole(
        tuple(_sections(root, package)),
        dict(_properties(package)),
        dict(_roots(package)),
        custom,
        {name: {_name(shape): shape for shape in shapes} for name, _, shapes in design_shapes(package)},
        tuple(_settings(root, package)),
        tuple(_further(package)),
    )


def _is_of_build(xml: bytes) -> bool:
    """Whether a part of custom XML is of the build, which writes its own."""
    return is_fingerprint(xml) or is_manifest(xml)


def design_shapes(package: Package) -> Iterator[tuple[str, str, list[Any]]]:
    """The master ("") and the layouts of a deck by name: the name, the part and its shapes."""
    master = package.target(PRESENTATION, kind_uri("slideMaster"))
    for part in (*((master,) if master else ()), *sorted(package.parts)):
        if part == master or part.startswith("/ppt/slideLayouts/slideLayout"):
            root = package.xml(part)
            yield "" if part == master else root.find(f"{P}cSld").get("name", ""), part, shape_elements(root)


def _further(package: Package) -> Iterator[str]:
    """The names of the shapes of all masters but the first."""
    first = package.target(PRESENTATION, kind_uri("slideMaster"))
    for one in package.references.get(PRESENTATION, {}).values():
        if one.kind == kind_uri("slideMaster") and one.target != first and one.target in package.parts:
            yield from map(_name, shape_elements(package.xml(one.target)))


def _name(shape: Any) -> str:
    return str(identity_of(shape).get("name", ""))


def _sections(root: Any, package: Package) -> Iterator[SectionSlides]:
    references = package.references.get(PRESENTATION, {})
    names: dict[str, str] = {}
    for entry in root.iterfind(f"{P}sldIdLst/{P}sldId"):
        reference = references.get(entry.get(f"{R}id"))
        if reference is not None and reference.kind == SLIDE and reference.target in package.parts:
            names[entry.get("id")] = package.xml(reference.target).find(f"{P}cSld").get("name", "")
    for section in root.iter(f"{P14}section"):
        slides = (names.get(entry.get("id"), "") for entry in section.iter(f"{P14}sldId"))
        yield SectionSlides(section.get("name", ""), tuple(slides))


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    if CORE_PROPERTIES in package.parts:
        for element in package.xml(CORE_PROPERTIES):
            name = str(element.tag).rpartition("}")[2]
            if name in PROPERTIES:
                yield name, element.text or ""


def _roots(package: Package) -> Iterator[tuple[tuple[str, str], str]]:
    for one in package.references.get("/", {}).values():
        if one.kind in ROOT_KINDS and one.target in package.parts and _stated(package.xml(one.target)):
            yield (one.kind, digest(package.parts[one.target])), one.target


def _stated(root: Any) -> bool:
    """Whether properties, or a label, state something: LibreOffice writes its counts among people's own properties."""
    return not all(each.get("name") in _COUNTS and len(each) and each[0].tag.endswith("}r8") for each in root)


def _settings(root: Any, package: Package) -> Iterator[str]:
    references = package.references.get(PRESENTATION, {})
    for name in _SETTINGS:
        element = root.find(f"{P}{name}")
        # Custom XML, which ONLYOFFICE lists among the data of the presentation, is told of by itself.
        listed = () if element is None else (references.get(item.get(f"{R}id", "")) for item in element)
        if element is not None and not (len(element) and all(one and one.kind == CUSTOM_XML for one in listed)):
            yield name
    size = root.find(f"{P}sldSz")
    if size is not None:
        yield f"{size.get('cx')} × {size.get('cy')}"


def slide_settings(root: Any, by_libreoffice: bool) -> Iterator[tuple[str, str]]:
    """What was set for a slide as a whole, which no slide has as it is built, with some words about it."""
    if root.get("show") in ("0", "false"):
        yield "hidden", ""
    background = root.find(f"{P}cSld/{P}bg")
    if background is not None and not by_libreoffice:
        colour = next((each.get("val") for each in background.iter(f"{A}srgbClr", f"{A}schemeClr")), "")
        yield "background", str(colour or "")
    if any(len(each) for each in root.iter(f"{P}transition")):
        yield "transition", next(each[0].tag.rpartition("}")[2] for each in root.iter(f"{P}transition") if len(each))
    if next(root.iter(f"{P}spTgt"), None) is not None:
        yield "animation", ""
