"""A bureau's own template: its master, theme and the slide layouts that the deck uses, as parts of the deck.

What the deck does not use stays behind: other slide layouts and masters, example slides, and all that only
they refer to.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.package import Package

from docgen.outside.package import Relationship
from docgen.outside.xml import serialized
from docgen.placed import Design, FontRole, SlideLayoutForm
from docgen.write.design.layouts import decoration_pictures, drawn_in_template, layout_numbers
from docgen.write.design.master import MASTER_ID
from docgen.write.media import Media
from docgen.write.package import part as names
from docgen.write.package.part import NewPart, kind_uri
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import DRAWING, PRESENTATION, RELATIONSHIPS, ROOT

_SPACES = {"a": DRAWING, "p": PRESENTATION, "r": RELATIONSHIPS}
_MASTER, _LAYOUT, _THEME = (kind_uri(kind) for kind in ("slideMaster", "slideLayout", "theme"))
# The master and the theme have names of their own in the deck.
_RENAMED = {_MASTER: names.MASTER, _THEME: names.THEME}
# What is not copied along: slide layouts, which the deck picks itself, and links to example slides.
_LEFT_BEHIND = (_LAYOUT, kind_uri("slide"), kind_uri("notesSlide"))
_FONTS: Mapping[FontRole, str] = {"heading": "majorFont", "body": "minorFont"}
_JAPANESE = "Jpan"


def template_parts(design: Design, palette: Colours, media: Media[Any]) -> list[NewPart]:
    """Theme, master and slide layouts of the design's template, and what they refer to."""
    package = Package.open(io.BytesIO(design.template or b""))
    layouts = {str(layout.part.partname): layout.part for layout in _layouts(package)}
    copier = _TemplateCopier(design, palette, media)
    numbers = layout_numbers(design)
    master = layouts[str(design.layouts[0].part)].part_related_by(_MASTER)
    made = [
        copier.layout(layouts[str(form.part)], form, number)
        for number, form in dict(zip(reversed(numbers), reversed(design.layouts), strict=True)).items()
    ]
    parts = [copier.theme(master.part_related_by(_THEME)), copier.master(master, max(numbers))]
    return [*parts, *sorted(made, key=lambda part: part.name), *copier.copied.values()]


def _layouts(package: Package) -> Iterator[Any]:
    for master in package.main_document_part.presentation.slide_masters:
        yield from master.slide_layouts


@dataclass(slots=True)
class _TemplateCopier:
    """Copies parts of a template into a deck; ``copied`` are those that got new names, by their old ones."""

    design: Design
    palette: Colours
    media: Media[Any]
    copied: dict[str, NewPart] = field(default_factory=dict)

    def theme(self, part: Part) -> NewPart:
        """The theme, its Japanese fonts those that the deck's texts are measured in."""
        root = parse_xml(part.blob)
        for role, tag in _FONTS.items():
            for font in _all(root, f"./a:themeElements/a:fontScheme/a:{tag}"):
                _set_japanese(font, self.design.fonts[role])
        return _part(names.THEME, root, self._relationships(part))

    def master(self, part: Any, count: int) -> NewPart:
        """The master, which lists the ``count`` slide layouts that the deck has."""
        root = deepcopy(part._element)
        for old_list in _all(root, "./p:sldLayoutIdLst"):
            root.remove(old_list)
        layouts = {f"layout{number}": Relationship(_LAYOUT, names.layout_part(number)) for number in range(1, count + 1)}
        entries = "".join(
            f'<p:sldLayoutId id="{MASTER_ID + number}" r:id="{key}"/>' for number, key in enumerate(layouts, start=1)
        )
        (colour_map,) = _all(root, "./p:clrMap")
        colour_map.addnext(parse_xml(f"<p:sldLayoutIdLst {ROOT}>{entries}</p:sldLayoutIdLst>"))
        _without_links(root, part)
        return _part(names.MASTER, root, {**self._relationships(part), **layouts})

    def layout(self, part: Any, form: SlideLayoutForm, number: int) -> NewPart:
        """A slide layout, with what the pack adds to it."""
        root = deepcopy(part._element)
        _without_links(root, part)
        added = {
            data: (f"picture{index}", Relationship(kind_uri("image"), self.media.picture(data)))
            for index, data in enumerate(decoration_pictures(form), start=1)
        }
        _draw(root, form, self.palette, {data: key for data, (key, _) in added.items()})
        (content,) = _all(root, "./p:cSld")
        content.set("name", form.label)
        return _part(names.layout_part(number), root, {**self._relationships(part), **dict(added.values())})

    def _relationships(self, part: Any) -> dict[str, Relationship]:
        """What a part refers to, by id; parts that it needs are copied."""
        return {
            relationship.rId: self._copied(relationship)
            for relationship in part.rels.values()
            if relationship.reltype not in _LEFT_BEHIND
        }

    def _copied(self, relationship: Any) -> Relationship:
        """A relationship to a place outside, to the master or the theme, or to a part copied under a new name."""
        kind = relationship.reltype
        if relationship.is_external:
            return Relationship(kind, relationship.target_ref, external=True)
        if kind in _RENAMED:
            return Relationship(kind, _RENAMED[kind])
        part = relationship.target_part
        old = str(part.partname)
        if old not in self.copied:
            folder, extension = posixpath.dirname(old), posixpath.splitext(old)[1]
            new = f"{folder}/template{len(self.copied) + 1}{extension}"
            # Known before what it refers to is copied, which may refer back to it.
            self.copied[old] = NewPart(new, part.content_type, part.blob)
            self.copied[old] = NewPart(new, part.content_type, part.blob, _in_order(self._relationships(part)))
        return Relationship(kind, self.copied[old].name)


def _part(name: str, root: Any, references: Mapping[str, Relationship]) -> NewPart:
    return NewPart(name, names.content_type(name), serialized(root), _in_order(references))


def _in_order(references: Mapping[str, Relationship]) -> dict[str, Relationship]:
    """Relationships by the number in their ids; first those that the deck adds, which are not called rId1, rId2."""
    numbers = {key: int(key[3:]) if re.fullmatch(r"rId\d+", key) else 0 for key in references}
    return {key: references[key] for key in sorted(references, key=lambda key: (numbers[key], key))}


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
