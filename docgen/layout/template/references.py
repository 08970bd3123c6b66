"""What a pack means where it names a slide layout or a placeholder of its template."""

from __future__ import annotations

from typing import Any

from docgen.errors import DocgenError, Position, nearest
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplatePlaceholder
from docgen.messages import message


def layout_meant(reference: Any, file: TemplateFile, where: Position) -> TemplateLayout:
    """The slide layout of a name, or of a number that counts from 1. DocgenError where there is not one."""
    if _is_number(reference):
        matches = list(file.layouts[reference - 1 : reference]) if reference > 0 else []
    else:
        matches = [layout for layout in file.layouts if _plain(layout.name) == _plain(str(reference))]
    if len(matches) == 1:
        return matches[0]
    names = tuple(layout.name for layout in file.layouts)
    if matches:
        numbers = tuple(file.layouts.index(layout) + 1 for layout in matches)
        raise DocgenError("several-layouts-meant", where=where, name=str(reference), names=names, numbers=numbers)
    hint = nearest(str(reference), names)
    raise DocgenError("no-layout-meant", where=where, hint=hint, reference=repr(reference), names=names)


def placeholder_meant(reference: Any, layout: TemplateLayout, where: Position) -> TemplatePlaceholder:
    """The placeholder of an index, a name, or a kind that is there once. DocgenError where there is not one."""
    if _is_number(reference):
        matches = [place for place in layout.placeholders if place.form.index == reference]
    else:
        matches = [place for place in layout.placeholders if _plain(place.form.name) == _plain(str(reference))]
        matches = matches or [place for place in layout.placeholders if place.kind == reference]
    if len(matches) == 1:
        return matches[0]
    known = tuple(f"{place.form.index} ({place.form.name})" for place in layout.placeholders)
    expected = message("one-of", names=known) if known else message("layout-with-placeholders")
    shown = repr(reference)
    if matches:
        raise DocgenError("several-placeholders-meant", where=where, expected=expected, layout=layout.name, reference=shown)
    raise DocgenError("no-placeholder-meant", where=where, expected=expected, layout=layout.name, reference=shown)


def _is_number(reference: Any) -> bool:
    return isinstance(reference, int) and not isinstance(reference, bool)


def _plain(name: str) -> str:
    """A name as people compare it: without regard to width of spaces and to case."""
    return " ".join(name.split()).casefold()
