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

from docgen.errors import DocgenError, FieldPath, nearest
from docgen.layout.inherit import combined
from docgen.layout.slide_layouts import SHARED
from docgen.layout.template.form import placeholder_form, placeholder_insets, placeholder_role
from docgen.layout.template.palette import TemplatePalette
from docgen.layout.template.values import (
    PackTemplate,
    TemplateFile,
    TemplateLayout,
    TemplateMaster,
    TemplatePlaceholder,
)
from docgen.placed import PlaceholderForm
from docgen.reading.yaml_nodes import Written

TEMPLATE = "template"
GIVEN = ("page", "fonts", "slide_layouts", SHARED)
"""What a pack on a template takes from there and not from its parent."""


def own_beginning(parent: Written, own: Written) -> Written:
    """The parent's statements as far as they hold for a pack that may be on a template of its own."""
    if not isinstance(own.value, dict) or own.value.get(TEMPLATE) is None:
        return parent
    value = {key: each for key, each in parent.value.items() if key not in GIVEN}
    kept = Written(parent.file, value, {}, {}, parent.problems)
    kept.places = {path: at for path, at in parent.places.items() if path[:1] not in [(key,) for key in GIVEN]}
    kept.keys = {path: at for path, at in parent.keys.items() if path[:1] not in [(key,) for key in GIVEN]}
    return kept


def take_template(written: Written) -> None:
    """Fill in what a merged pack leaves to its template, in place. What is wrong is among its problems afterwards."""
    name = written.value.get(TEMPLATE)
    if name is None:
        return
    where = written.place((TEMPLATE,))
    if not isinstance(name, str):
        expected = "the name of a .pptx or .potx file in the pack's folder"
        written.problems.append(DocgenError("the template is no name of a file", where=where, expected=expected))
        return
    # Only packs on a template need python-pptx here.
    from docgen.layout.template.open import open_template

    try:
        file = open_template(Path(where.file).parent / name, where)
    except DocgenError as error:
        written.problems.append(error)
        return
    _Taking(written, file).all()


@dataclass(slots=True)
class _Taking:
    """One pack while it takes over what its template has."""

    written: Written
    file: TemplateFile
    parts: dict[str, str] = field(default_factory=dict)
    forms: dict[str, dict[str, PlaceholderForm]] = field(default_factory=dict)
    taken: dict[str, frozenset[int]] = field(default_factory=dict)

    def all(self) -> None:
        value = self.written.value
        layouts = value.get("slide_layouts")
        if not isinstance(layouts, dict) or not layouts:
            names = _names(each.name for each in self.file.layouts)
            self.problem(
                ("slide_layouts",),
                "no slide layouts are mapped to the template's",
                f"slide_layouts: content: {{template: one of {names}, …}}",
                "docgen layouts new FOLDER --template FILE.pptx proposes them",
            )
            return
        used = {key: self.layout(key, each) for key, each in layouts.items() if isinstance(each, dict)}
        found = [layout for layout in used.values() if layout is not None]
        if not found:
            return
        master = self.master(found, used)
        self.page()
        self.fonts(master)
        palette = TemplatePalette(self.written, master)
        for key, layout in used.items():
            if layout is not None:
                self.fill(key, layout, palette)
        self.shared_without_references()
        value[TEMPLATE] = PackTemplate(self.file.path, self.file.data, self.parts, self.forms, self.taken)

    def problem(self, path: FieldPath, what: str, expected: str, hint: str | None = None) -> None:
        where = self.written.place(path)
        self.written.problems.append(DocgenError(what, where=where, expected=expected, hint=hint))

    def layout(self, key: str, stated: dict[str, Any]) -> TemplateLayout | None:
        """The template's slide layout that one of the pack's is mapped to."""
        path: FieldPath = ("slide_layouts", key)
        reference = stated.pop(TEMPLATE, None)
        expected = f"template: one of {_names(each.name for each in self.file.layouts)}"
        if reference is None:
            self.problem(path, f"slide layout {key!r} is not mapped to one of the template's", expected)
            return None
        if isinstance(reference, int) and not isinstance(reference, bool):
            if 1 <= reference <= len(self.file.layouts):
                return self.file.layouts[reference - 1]
            found: list[TemplateLayout] = []
        else:
            found = [each for each in self.file.layouts if _plain(each.name) == _plain(str(reference))]
        if len(found) == 1:
            return found[0]
        what = f"the template has {'no' if not found else 'several'} slide layout{'s' if found else ''} {reference!r}"
        hint = nearest(str(reference), [each.name for each in self.file.layouts])
        numbers = [self.file.layouts.index(each) + 1 for each in found]
        self.problem((*path, TEMPLATE), what, expected, f"by number: {_names(numbers)}" if found else hint)
        return None

    def master(self, found: list[TemplateLayout], used: Mapping[str, TemplateLayout | None]) -> TemplateMaster:
        first = found[0].master
        for key, layout in used.items():
            if layout is not None and layout.master != first:
                self.problem(
                    ("slide_layouts", key, TEMPLATE),
                    f"slide layout {layout.name!r} is of another slide master than {found[0].name!r}",
                    f"one of {_names(each.name for each in self.file.layouts if each.master == first)}",
                )
        return next(each for each in self.file.masters if each.part == first)

    def page(self) -> None:
        """The page is the template's; a pack may state the margin that its boxes keep to."""
        stated = self.written.value.setdefault("page", {})
        if not isinstance(stated, dict):
            return
        for side in ("width", "height"):
            own = getattr(self.file, side)
            value = stated.setdefault(side, own)
            if not isinstance(value, str) and abs(float(value) - own) > 0.01:
                what = f"the page's {side} is {float(value):g}, the template's {own:g}"
                self.problem(("page", side), what, "the template's page: leave it out")

    def fonts(self, master: TemplateMaster) -> None:
        """The fonts are those of the template's theme, where the pack states none."""
        stated = self.written.value.setdefault("fonts", {})
        if not isinstance(stated, dict):
            return
        for role, name in master.fonts.items():
            if role in stated:
                continue
            if name is not None:
                stated[role] = {"name": name}
            else:
                self.problem(
                    (TEMPLATE,),
                    f"the template's theme names no Japanese font for {role} text",
                    f"fonts: {{{role}: {{name: BIZ UDPゴシック}}}} in the pack",
                    "docgen writes it into the theme as the East Asian font; Latin text keeps the template's",
                )

    def fill(self, key: str, layout: TemplateLayout, palette: TemplatePalette) -> None:
        """Everything that one of the pack's slide layouts leaves to the template's."""
        stated = self.written.value["slide_layouts"][key]
        path: FieldPath = ("slide_layouts", key)
        stated.setdefault("label", layout.name)
        self.parts[key] = layout.part
        self.taken[key] = frozenset(each.index for each in layout.placeholders)
        forms = self.forms[key] = {}
        placeholders = stated.setdefault("placeholders", {})
        if not isinstance(placeholders, dict):
            # The model says what is wrong with them.
            return
        for name, spec in self.placeholders(stated).items():
            if not isinstance(spec, dict) or TEMPLATE not in spec:
                continue
            own = name in placeholders
            place = self.placeholder(layout, spec[TEMPLATE], (*path, "placeholders", name, TEMPLATE), quiet=not own)
            if place is None:
                # What stands in every slide layout stands in those that have it.
                placeholders[name] = None
                continue
            if any((each.index, each.type) == (place.index, place.type) for each in forms.values()):
                what = f"placeholder {place.name!r} of the template is mapped twice"
                self.problem((*path, "placeholders", name, TEMPLATE), what, "each placeholder once")
            forms[name] = placeholder_form(name, place, palette)
            placeholders[name] = self.spec((*path, "placeholders", name), spec, place, palette)
        self.slots(path, stated, layout)
        if not any(each.kind == "title" for each in forms.values()):
            self.no_title(path, layout)

    def placeholders(self, stated: Mapping[str, Any]) -> dict[str, Any]:
        """The placeholders of a slide layout, with those of every one."""
        shared = self.written.value.get(SHARED)
        of_all = shared.get("placeholders") if isinstance(shared, dict) else None
        own = stated.get("placeholders")
        found = combined(of_all if isinstance(of_all, dict) else {}, own if isinstance(own, dict) else {})
        return dict(found)

    def placeholder(
        self, layout: TemplateLayout, reference: Any, path: FieldPath, *, quiet: bool = False
    ) -> TemplatePlaceholder | None:
        """The placeholder that a reference means: an index, a name, or a kind that is there once."""
        if isinstance(reference, int) and not isinstance(reference, bool):
            found = [each for each in layout.placeholders if each.index == reference]
        else:
            found = [each for each in layout.placeholders if _plain(each.name) == _plain(str(reference))]
            found = found or [each for each in layout.placeholders if each.kind == reference]
        if len(found) == 1:
            return found[0]
        if not quiet:
            known = _names(f"{each.index} ({each.name})" for each in layout.placeholders)
            word = "several placeholders" if found else "no placeholder"
            what = f"slide layout {layout.name!r} of the template has {word} {reference!r}"
            self.problem(path, what, f"one of {known}" if known else "a slide layout that has placeholders")
        return None

    def spec(
        self, path: FieldPath, stated: Mapping[str, Any], place: TemplatePlaceholder, palette: TemplatePalette
    ) -> dict[str, Any]:
        """What the model wants of a placeholder, from the template where the pack does not state it."""
        spec = {key: value for key, value in stated.items() if key != TEMPLATE}
        look = place.look
        if place.kind is None or spec.get("kind", place.kind) != place.kind:
            why = "vertical" if look.vertical else f"of type {place.type}"
            what = f"placeholder {place.name!r} of the template is {why}"
            self.problem(path, what, f"one of kind {spec.get('kind', 'title, body, footer, date or slide_number')}")
        spec.setdefault("kind", place.kind)
        spec.setdefault("box", [place.box.x, place.box.y, place.box.width, place.box.height])
        spec.setdefault("anchor", look.anchor)
        spec.setdefault("font", look.font)
        if "inset" not in spec:
            spec.setdefault("insets", placeholder_insets(place))
        if "role" not in spec:
            spec["role"] = f"{path[1]}.{path[-1]}"
            roles = self.written.value.setdefault("roles", {})
            stated_role = roles.get(spec["role"], {}) if isinstance(roles, dict) else None
            if isinstance(stated_role, dict):
                roles[spec["role"]] = {**placeholder_role(place, palette), **stated_role}
        return spec

    def slots(self, path: FieldPath, stated: dict[str, Any], layout: TemplateLayout) -> None:
        slots = stated.get("slots")
        if not isinstance(slots, dict):
            return
        for name, slot in slots.items():
            if isinstance(slot, dict) and TEMPLATE in slot:
                place = self.placeholder(layout, slot[TEMPLATE], (*path, "slots", name, TEMPLATE))
                box = place.box if place is not None else None
                slots[name] = [box.x, box.y, box.width, box.height] if box is not None else [0, 0, 1, 1]

    def no_title(self, path: FieldPath, layout: TemplateLayout) -> None:
        titled = [each.name for each in self.file.layouts if any(place.kind == "title" for place in each.placeholders)]
        if layout.name in titled:
            self.problem(path, f"slide layout {path[1]!r} maps no title", "placeholders: title: {template: title}")
            return
        self.problem(
            path,
            f"slide layout {layout.name!r} of the template has no title placeholder",
            f"one that has: {_names(titled)}" if titled else "a template whose slide layouts have titles",
            "in PowerPoint: 表示 → スライド マスター → タイトル",
        )

    def shared_without_references(self) -> None:
        shared = self.written.value.get(SHARED)
        of_all = shared.get("placeholders") if isinstance(shared, dict) else None
        for spec in (of_all if isinstance(of_all, dict) else {}).values():
            if isinstance(spec, dict):
                spec.pop(TEMPLATE, None)


def _names(names: Iterable[Any]) -> str:
    return ", ".join(str(name) for name in names)


def _plain(name: str) -> str:
    """A name as people compare it: without regard to width of spaces and to case."""
    return " ".join(name.split()).casefold()
