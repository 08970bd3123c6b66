"""A pack that is built on a template: what its layout.yaml leaves to the template is filled in from there.

    template: template.pptx
    slide_layouts:
      content:
        template: タイトルのみ                # a slide layout of the template, by name or number
        placeholders:
          title: {template: title}            # a placeholder of it, by index, name or kind
          tag: {kind: body, box: […], role: tag}   # one that it does not have: docgen adds it
        slots:
          body: {template: 1}                 # where blocks go: a placeholder's box, or a box

Page, fonts and slide layouts are the template's and not the parent's; colours that fill a theme slot are those of
the template's theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, FieldPath
from docgen.layout.statements import SHARED, TEMPLATE, combined
from docgen.layout.template.form import (
    TemplatePalette,
    box_stated,
    placeholder_form,
    placeholder_insets,
    placeholder_role,
)
from docgen.layout.template.ground import ground_of
from docgen.layout.template.references import layout_meant, placeholder_meant
from docgen.layout.template.values import (
    PackTemplate,
    TemplateFile,
    TemplateLayout,
    TemplateMaster,
    TemplatePlaceholder,
)
from docgen.messages import Message, message
from docgen.outside.folders import file_inside
from docgen.placed import Box, PlaceholderForm
from docgen.reading.yaml_document import YamlDocument


def fill_from_template(document: YamlDocument, allowed: Iterable[Path] = ()) -> None:
    """Fill in, in place, what a pack leaves to its template. What is wrong is added to the document's problems.

    The template lies in the pack's folder, or in one that is ``allowed``.
    """
    name = document.value.get(TEMPLATE)
    if name is None:
        return
    where = document.position((TEMPLATE,))
    if not isinstance(name, str):
        document.problems.append(DocgenError("template-no-file-name", where=where))
        return
    # Only packs on a template need python-pptx here.
    from docgen.layout.template.open import open_template

    try:
        file = open_template(file_inside(Path(where.file).parent, name, where, allowed), where)
    except DocgenError as error:
        document.problems.append(error)
        return
    _Filling(document, file).fill()


@dataclass(slots=True)
class _Filling:
    """One pack while it is filled in; ``parts``, ``forms`` and ``taken`` become its PackTemplate."""

    document: YamlDocument
    file: TemplateFile
    parts: dict[str, str] = field(default_factory=dict)
    forms: dict[str, dict[str, PlaceholderForm]] = field(default_factory=dict)
    taken: dict[str, frozenset[int]] = field(default_factory=dict)

    def fill(self) -> None:
        stated = self.document.value.get("slide_layouts")
        if not isinstance(stated, dict) or not stated:
            self.problem(("slide_layouts",), message("no-layouts-mapped", names=self.layout_names))
            return
        layouts = self.layouts(stated)
        if not layouts:
            return
        master = self.master(layouts)
        self.fill_page()
        self.fill_fonts(master)
        palette = TemplatePalette(self.document, master)
        for key, layout in layouts.items():
            self.fill_layout(key, layout, master, palette)
        for spec in self.shared_placeholders().values():
            if isinstance(spec, dict):
                spec.pop(TEMPLATE, None)
        own = self.file
        template = PackTemplate(
            own.path, own.data, self.parts, self.forms, self.taken, own.left_behind, layouts, master
        )
        self.document.value[TEMPLATE] = template

    @property
    def layout_names(self) -> tuple[str, ...]:
        return tuple(layout.name for layout in self.file.layouts)

    def problem(self, path: FieldPath, what: Message) -> None:
        self.document.problems.append(DocgenError.of(what, where=self.document.position(path)))

    def layouts(self, stated: Mapping[str, Any]) -> dict[str, TemplateLayout]:
        """The template's slide layout for each of the pack's that is mapped to one."""
        layouts: dict[str, TemplateLayout] = {}
        for key, layout in stated.items():
            if not isinstance(layout, dict):
                continue
            path: FieldPath = ("slide_layouts", key)
            reference = layout.pop(TEMPLATE, None)
            if reference is None:
                self.problem(path, message("layout-not-mapped", name=key, names=self.layout_names))
                continue
            try:
                layouts[key] = layout_meant(reference, self.file, self.document.position((*path, TEMPLATE)))
            except DocgenError as error:
                self.document.problems.append(error)
        return layouts

    def master(self, layouts: Mapping[str, TemplateLayout]) -> TemplateMaster:
        """The slide master of the first slide layout; a problem for each that is of another."""
        first = next(iter(layouts.values()))
        of_master = tuple(layout.name for layout in self.file.layouts if layout.master == first.master)
        for key, layout in layouts.items():
            if layout.master != first.master:
                what = message("another-slide-master", name=layout.name, first=first.name, names=of_master)
                self.problem(("slide_layouts", key, TEMPLATE), what)
        return next(master for master in self.file.masters if master.part == first.master)

    def fill_page(self) -> None:
        """The page is the template's; a pack may state the margin that its boxes keep to."""
        stated = self.document.value.setdefault("page", {})
        if not isinstance(stated, dict):
            return
        width, height = message("noun-width"), message("noun-height")
        for side, kind, own in (("width", width, self.file.width), ("height", height, self.file.height)):
            value = stated.setdefault(side, own)
            if not isinstance(value, str) and abs(float(value) - own) > 0.01:
                self.problem(("page", side), message("page-unlike-template", side=kind, stated=float(value), own=own))

    def fill_fonts(self, master: TemplateMaster) -> None:
        """The fonts are those of the template's theme, where the pack states none."""
        stated = self.document.value.setdefault("fonts", {})
        if not isinstance(stated, dict):
            return
        for role, name in master.fonts.items():
            if name is not None:
                stated.setdefault(role, {"name": name})
            if role not in stated:
                self.problem((TEMPLATE,), message("theme-without-japanese-font", role=role))
            elif isinstance(stated[role], dict) and master.latin.get(role):
                stated[role].setdefault("latin", master.latin[role])

    def fill_layout(self, key: str, layout: TemplateLayout, master: TemplateMaster, palette: TemplatePalette) -> None:
        """Everything that one of the pack's slide layouts leaves to the template's."""
        stated = self.document.value["slide_layouts"][key]
        path: FieldPath = ("slide_layouts", key)
        stated.setdefault("label", layout.name)
        self.parts[key] = layout.part
        self.taken[key] = frozenset(place.form.index for place in layout.placeholders)
        self.forms[key] = {}
        placeholders = stated.setdefault("placeholders", {})
        if not isinstance(placeholders, dict):
            # The model says what is wrong with them.
            return
        for name, spec in combined(self.shared_placeholders(), placeholders).items():
            if isinstance(spec, dict) and TEMPLATE in spec:
                placeholders[name] = self.placeholder((key, name), spec, layout, master, palette)
        self.fill_slots(path, stated, layout)
        if not any(form.kind == "title" for form in self.forms[key].values()):
            self.no_title(path, layout)

    def shared_placeholders(self) -> dict[str, Any]:
        """The placeholders of every slide layout, as the pack states them."""
        shared = self.document.value.get(SHARED)
        placeholders = shared.get("placeholders") if isinstance(shared, dict) else None
        return placeholders if isinstance(placeholders, dict) else {}

    def placeholder(
        self,
        of: tuple[str, str],
        stated: Mapping[str, Any],
        layout: TemplateLayout,
        master: TemplateMaster,
        palette: TemplatePalette,
    ) -> dict[str, Any] | None:
        """What the model wants of a placeholder ``of`` a slide layout, by their names; None where there is none such."""
        key, name = of
        path: FieldPath = ("slide_layouts", key, "placeholders", name)
        forms = self.forms[key]
        try:
            place = placeholder_meant(stated[TEMPLATE], layout, self.document.position((*path, TEMPLATE)))
        except DocgenError as error:
            # What stands in every slide layout stands in those that have it.
            if name in self.document.value["slide_layouts"][key]["placeholders"]:
                self.document.problems.append(error)
            return None
        if any((form.index, form.type) == (place.form.index, place.form.type) for form in forms.values()):
            self.problem((*path, TEMPLATE), message("placeholder-mapped-twice", name=place.form.name))
        box = box_stated(stated.get("box")) or place.form.box
        forms[name] = placeholder_form(name, place, ground_of(place, box, layout, master), palette)
        spec = {key: value for key, value in stated.items() if key != TEMPLATE}
        if place.kind is None or spec.get("kind", place.kind) != place.kind:
            kinds = (spec["kind"],) if "kind" in spec else ("title", "body", "footer", "date", "slide_number")
            if place.vertical:
                self.problem(path, message("placeholder-vertical", name=place.form.name, kinds=kinds))
            else:
                what = message("placeholder-of-type", name=place.form.name, type=place.form.type, kinds=kinds)
                self.problem(path, what)
        spec.setdefault("kind", place.kind)
        spec.setdefault("box", _as_list(place.form.box))
        spec.setdefault("anchor", place.form.anchor)
        spec.setdefault("font", place.form.font)
        if "inset" not in spec:
            spec.setdefault("insets", placeholder_insets(place.form))
        if "role" not in spec:
            spec["role"] = f"{key}.{name}"
            self.fill_role(spec["role"], place, palette)
        return spec

    def fill_role(self, name: str, place: TemplatePlaceholder, palette: TemplatePalette) -> None:
        """The role of a placeholder's text, from the template where the pack does not state it."""
        roles = self.document.value.setdefault("roles", {})
        stated = roles.get(name, {}) if isinstance(roles, dict) else None
        if isinstance(stated, dict):
            roles[name] = {**placeholder_role(place, palette), **stated}

    def fill_slots(self, path: FieldPath, stated: dict[str, Any], layout: TemplateLayout) -> None:
        slots = stated.get("slots")
        if not isinstance(slots, dict):
            return
        for name, slot in slots.items():
            if isinstance(slot, dict) and TEMPLATE in slot:
                where = self.document.position((*path, "slots", name, TEMPLATE))
                try:
                    slots[name] = _as_list(placeholder_meant(slot[TEMPLATE], layout, where).form.box)
                except DocgenError as error:
                    self.document.problems.append(error)
                    slots[name] = [0, 0, 1, 1]

    def no_title(self, path: FieldPath, layout: TemplateLayout) -> None:
        titled = tuple(
            other.name for other in self.file.layouts if any(place.kind == "title" for place in other.placeholders)
        )
        if layout.name in titled:
            self.problem(path, message("layout-maps-no-title", name=path[1]))
        elif titled:
            self.problem(path, message("layout-without-title", name=layout.name, titled=titled))
        else:
            self.problem(path, message("template-without-titles", name=layout.name))


def _as_list(box: Box) -> list[float]:
    return [box.x, box.y, box.width, box.height]
