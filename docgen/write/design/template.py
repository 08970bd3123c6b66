"""A bureau's own template: its master, theme and the slide layouts that the deck uses, as parts of the deck.

What the deck does not use stays behind: other slide layouts and masters, example slides, and all that only
they refer to.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.package import Package

from docgen.placed import Design, FontRole, SlideLayoutForm
from docgen.write.design.layouts import drawn_in_template, layout_numbers
from docgen.write.design.master import MASTER_ID
from docgen.write.package import part_names as names
from docgen.write.package.media import Media
from docgen.write.package.package import NewPart, Relationship
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import DRAWING, PRESENTATION, RELATIONSHIPS, ROOT

_SPACES = {"a": DRAWING, "p": PRESENTATION, "r": RELATIONSHIPS}
_MASTER, _LAYOUT, _THEME = (f"{RELATIONSHIPS}/{kind}" for kind in ("slideMaster", "slideLayout", "theme"))
# What masters and slide layouts refer to without needing it: links to example slides.
_LEFT_BEHIND = tuple(f"{RELATIONSHIPS}/{kind}" for kind in ("slide", "notesSlide"))
_FONTS: Mapping[FontRole, str] = {"heading": "majorFont", "body": "minorFont"}
_JAPANESE = "Jpan"


def template_parts(design: Design, palette: Colours, media: Media) -> list[NewPart]:
    """Theme, master and slide layouts of the design's template, and what they refer to."""
    package = Package.open(io.BytesIO(design.template or b""))
    layouts = {str(layout.part.partname): layout.part for layout in _layouts(package)}
    taking = _Taking(design, palette, media)
    numbers = layout_numbers(design)
    master = layouts[str(design.layouts[0].part)].part_related_by(_MASTER)
    made = [
        taking.layout(layouts[str(form.part)], form, number)
        for number, form in dict(zip(reversed(numbers), reversed(design.layouts), strict=True)).items()
    ]
    parts = [taking.theme(master.part_related_by(_THEME)), taking.master(master, max(numbers))]
    return [*parts, *sorted(made, key=lambda part: part.name), *taking.others.values()]


def _layouts(package: Package) -> Iterator[Any]:
    for master in package.main_document_part.presentation.slide_masters:
        yield from master.slide_layouts


@dataclass(slots=True)
class _Taking:
    """The parts of a template on their way into a deck; ``others`` are those under new names, by their old ones."""

    design: Design
    palette: Colours
    media: Media
    others: dict[str, NewPart] = field(default_factory=dict)

    def theme(self, part: Part) -> NewPart:
        """The theme, its Japanese fonts those that the deck's texts are measured in."""
        root = parse_xml(part.blob)
        for role, tag in _FONTS.items():
            for font in _all(root, f"./a:themeElements/a:fontScheme/a:{tag}"):
                _set_japanese(font, self.design.fonts[role])
        return NewPart(names.THEME, names.THEME_TYPE, serialize_part_xml(root), self.relationships(part))

    def master(self, part: Any, count: int) -> NewPart:
        """The master, which lists the slide layouts that the deck has."""
        root = deepcopy(part._element)
        for listed in _all(root, "./p:sldLayoutIdLst"):
            root.remove(listed)
        kept = [
            Relationship(_THEME, names.THEME, key=relationship.rId)
            if relationship.reltype == _THEME
            else self.related(relationship)
            for relationship in part.rels.values()
            if relationship.reltype not in (_LAYOUT, *_LEFT_BEHIND)
        ]
        keys = [f"layout{number}" for number in range(1, count + 1)]
        entries = "".join(
            f'<p:sldLayoutId id="{MASTER_ID + number}" r:id="{key}"/>' for number, key in enumerate(keys, start=1)
        )
        (colour_map,) = _all(root, "./p:clrMap")
        colour_map.addnext(parse_xml(f"<p:sldLayoutIdLst {ROOT}>{entries}</p:sldLayoutIdLst>"))
        _without_links(root, part)
        listed = [
            Relationship(_LAYOUT, names.layout_part(number), key=key) for number, key in enumerate(keys, start=1)
        ]
        return NewPart(names.MASTER, names.MASTER_TYPE, serialize_part_xml(root), (*kept, *listed))

    def layout(self, part: Any, form: SlideLayoutForm, number: int) -> NewPart:
        """A slide layout, with what the pack adds to it."""
        root = deepcopy(part._element)
        _without_links(root, part)
        pictures: dict[bytes, str] = {}
        added = []
        for decoration in form.decorations:
            if decoration.png is not None and decoration.png not in pictures:
                key = pictures[decoration.png] = f"picture{len(pictures) + 1}"
                added.append(Relationship("image", self.media.picture(decoration.png, "png"), key=key))
        _draw(root, form, self.palette, pictures)
        (content,) = _all(root, "./p:cSld")
        content.set("name", form.label)
        relationships = (*self.relationships(part), *added)
        return NewPart(names.layout_part(number), names.LAYOUT_TYPE, serialize_part_xml(root), relationships)

    def relationships(self, part: Any) -> tuple[Relationship, ...]:
        """What a part refers to, taken along."""
        return tuple(
            Relationship(_MASTER, names.MASTER, key=relationship.rId)
            if relationship.reltype == _MASTER
            else self.related(relationship)
            for relationship in part.rels.values()
            if relationship.reltype not in _LEFT_BEHIND
        )

    def related(self, relationship: Any) -> Relationship:
        """A relationship to a part that is taken along under a name of its own, or to a place outside."""
        if relationship.is_external:
            return Relationship(
                relationship.reltype, relationship.target_ref, external=True, key=relationship.rId
            )
        part = relationship.target_part
        old = str(part.partname)
        if old not in self.others:
            folder, extension = posixpath.dirname(old), posixpath.splitext(old)[1]
            new = f"{folder}/template{len(self.others) + 1}{extension}"
            self.others[old] = NewPart(new, part.content_type, part.blob)
            self.others[old] = NewPart(new, part.content_type, part.blob, self.relationships(part))
        return Relationship(relationship.reltype, self.others[old].name, key=relationship.rId)


def _all(source: Any, path: str) -> list[Any]:
    return list(etree.XPath(path, namespaces=_SPACES)(source))


def _set_japanese(font: Any, name: str) -> None:
    """Set the font of Japanese text; that of Latin text stays the template's."""
    for face in _all(font, "./a:ea"):
        face.attrib.clear()
        face.set("typeface", name)
    scripts = _all(font, f'./a:font[@script="{_JAPANESE}"]')
    for face in scripts:
        face.set("typeface", name)
    if not scripts:
        (after,) = _all(font, "./a:cs")
        face = etree.SubElement(font, f"{{{DRAWING}}}font", script=_JAPANESE, typeface=name)
        after.addnext(face)


def _without_links(root: Any, part: Any) -> None:
    """Take out links to slides that stay behind."""
    gone = {key for key, relationship in part.rels.items() if relationship.reltype in _LEFT_BEHIND}
    for link in _all(root, ".//a:hlinkClick | .//a:hlinkHover"):
        if link.get(f"{{{RELATIONSHIPS}}}id") in gone:
            link.getparent().remove(link)


def _draw(root: Any, form: SlideLayoutForm, palette: Colours, pictures: Mapping[bytes, str]) -> None:
    """Draw what the pack adds to a slide layout above what is there."""
    (tree,) = _all(root, "./p:cSld/p:spTree")
    first = max([0, *(int(number) for number in _all(tree, ".//p:cNvPr/@id"))]) + 1
    shapes = drawn_in_template(form, palette, pictures, first)
    drawn = parse_xml(f"<p:spTree {ROOT}>{shapes}</p:spTree>")
    end = _all(tree, "./p:extLst")
    for shape in list(drawn):
        if end:
            end[0].addprevious(shape)
        else:
            tree.append(shape)
