"""What was decided of the deck as a whole, put into the new build's package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from docgen.merging.decisions.whole import WholeDecision
from docgen.merging.edited.shape import identities_of, shape_tree
from docgen.merging.edited.whole import CUSTOM_XML, DeckWhole, design_shapes
from docgen.merging.merged.part_copier import PartCopier
from docgen.merging.xml_names import P14, P
from docgen.outside.package import Relationship
from docgen.write.package.package import Package
from docgen.write.package.part import CORE_PROPERTIES, PRESENTATION

_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_OF_DUBLIN_CORE = ("title", "subject", "creator", "description")


def put_whole(decision: WholeDecision, edited: DeckWhole, copier: PartCopier) -> None:
    """Change what the package says of the deck as a whole."""
    target = copier.target
    _put_sections(decision.sections, target)
    _put_properties(decision.properties, target)
    for key in decision.roots:
        kind = key[0]
        for name in [name for name, one in target.references["/"].items() if one.kind == kind]:
            del target.references["/"][name]
        target.refer("/", Relationship(kind, copier.copy_part(edited.roots[key])))
    for part in decision.custom:
        target.refer(PRESENTATION, Relationship(CUSTOM_XML, copier.copy_part(edited.custom[part])))
    _put_stamps(decision.stamps, copier)


def _put_sections(names: Mapping[str, str], target: Package) -> None:
    for section in target.xml(PRESENTATION).iter(f"{P14}section") if names else ():
        section.set("name", names.get(section.get("name"), section.get("name")))


def _put_properties(properties: Mapping[str, str], target: Package) -> None:
    if not properties:
        return
    root = target.xml(CORE_PROPERTIES)
    for name, text in properties.items():
        tag = f"{_DC if name in _OF_DUBLIN_CORE else _CP}{name}"
        element = root.find(tag)
        if element is None:
            element = etree.SubElement(root, tag)
        element.text = text


def _put_stamps(stamps: Mapping[str, tuple[Any, ...]], copier: PartCopier) -> None:
    if not any(stamps.values()):
        return
    own = {name: part for name, part, _ in design_shapes(copier.target)}
    theirs = {name: part for name, part, _ in design_shapes(copier.source)}
    for layout, shapes in stamps.items():
        tree = shape_tree(copier.target.xml(own[layout]))
        for shape in shapes:
            made = copier.copy_element(shape, theirs[layout], own[layout])
            last = max((int(each.get("id")) for each in tree.iter(f"{P}cNvPr")), default=1)
            for number, identity in enumerate(identities_of(made), start=last + 1):
                identity.set("id", str(number))
            tree.append(made)
