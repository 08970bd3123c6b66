"""What a pack means where it names a slide layout or a placeholder of its template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docgen.errors import DocgenError, Position, nearest
from docgen.layout.template.values import TemplateFile, TemplateLayout, TemplatePlaceholder


def layout_meant(reference: Any, file: TemplateFile, where: Position) -> TemplateLayout:
    """The slide layout of a name, or of a number that counts from 1. DocgenError where there is not one."""
    if _is_number(reference):
        matches = list(file.layouts[reference - 1 : reference]) if reference > 0 else []
    else:
        matches = [layout for layout in file.layouts if _plain(layout.name) == _plain(str(reference))]
    if len(matches) == 1:
        return matches[0]
    names = [layout.name for layout in file.layouts]
    numbers = listed(file.layouts.index(layout) + 1 for layout in matches)
    raise DocgenError(
        f"the template has {'several slide layouts' if matches else 'no slide layout'} {reference!r}",
        where=where,
        expected=f"template: one of {listed(names)}",
        hint=f"by number: {numbers}" if matches else nearest(str(reference), names),
    )


def placeholder_meant(reference: Any, layout: TemplateLayout, where: Position) -> TemplatePlaceholder:
    """The placeholder of an index, a name, or a kind that is there once. DocgenError where there is not one."""
    if _is_number(reference):
        matches = [place for place in layout.placeholders if place.form.index == reference]
    else:
        matches = [place for place in layout.placeholders if _plain(place.form.name) == _plain(str(reference))]
        matches = matches or [place for place in layout.placeholders if place.kind == reference]
    if len(matches) == 1:
        return matches[0]
    known = listed(f"{place.form.index} ({place.form.name})" for place in layout.placeholders)
    many = "several placeholders" if matches else "no placeholder"
    raise DocgenError(
        f"slide layout {layout.name!r} of the template has {many} {reference!r}",
        where=where,
        expected=f"one of {known}" if known else "a slide layout that has placeholders",
    )


def listed(names: Iterable[object]) -> str:
    """Names for a message: ``表紙, 本文``."""
    return ", ".join(map(str, names))


def _is_number(reference: Any) -> bool:
    return isinstance(reference, int) and not isinstance(reference, bool)


def _plain(name: str) -> str:
    """A name as people compare it: without regard to width of spaces and to case."""
    return " ".join(name.split()).casefold()
