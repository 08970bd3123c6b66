"""Merged paragraphs put into a shape or a cell of the new build."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from docgen.merging.decisions.paragraphs import Taken
from docgen.merging.merged.part_copier import Carrier
from docgen.merging.xml_names import A


def put_paragraphs(
    body: Any, edited: Any, order: Sequence[Taken], carrier: Carrier, parts: tuple[str, str]
) -> None:
    """Give the text body ``body`` the paragraphs of ``order``: its own, and those of the body ``edited``.

    ``parts`` are the slides' parts in the edited and in the new package.
    """
    own = list(body.iterchildren(f"{A}p"))
    theirs = [] if edited is None else list(edited.iterchildren(f"{A}p"))
    made = []
    for taken in order:
        if taken.side == "ours":
            made.append(own[taken.index])
        else:
            made.append(carrier.element(theirs[taken.index], *parts))
    for paragraph in own:
        body.remove(paragraph)
    for paragraph in made or [_empty(own)]:
        body.append(paragraph)


def _empty(own: Sequence[Any]) -> Any:
    """A paragraph without characters, with the properties of the first that was there."""
    if not own:
        return etree.Element(f"{A}p")
    paragraph = own[0]
    for child in list(paragraph):
        if child.tag in (f"{A}r", f"{A}fld", f"{A}br"):
            paragraph.remove(child)
    return paragraph
