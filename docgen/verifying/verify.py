"""A deck's file through all rules: add a new rule here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path

from docgen.breach import Breach
from docgen.errors import DocgenError
from docgen.outside.part_kinds import is_xml
from docgen.verifying import (
    both_ways,
    chart_rules,
    list_rules,
    media_rules,
    package_rules,
    shape_rules,
    table_rules,
    use_rules,
)
from docgen.verifying.deck_file import DeckFile, XmlPart, deck_file
from docgen.verifying.schema_rules import schemas_hold

DeckRule = Callable[[DeckFile], Iterable[Breach]]
"""A rule on a whole file."""

PartRule = Callable[[XmlPart], Iterable[Breach]]
"""A rule on each part of XML."""

DECK_RULES: tuple[DeckRule, ...] = (
    package_rules.parts_can_be_read,
    package_rules.content_types_are_true,
    package_rules.relationships_lead_somewhere,
    package_rules.parts_are_reached,
    list_rules.slides_are_listed,
    list_rules.sections_hold_slides,
    list_rules.masters_are_listed,
    both_ways.layouts_lead_both_ways,
    both_ways.notes_lead_both_ways,
    media_rules.media_are_of_their_type,
)
PART_RULES: tuple[PartRule, ...] = (
    package_rules.root_elements_are_of_their_type,
    use_rules.relationships_are_stated,
    use_rules.links_lead_somewhere,
    shape_rules.shape_ids_are_unique,
    shape_rules.sizes_are_not_negative,
    shape_rules.connectors_are_glued,
    shape_rules.animations_move_shapes,
    table_rules.tables_have_their_cells,
    table_rules.merged_cells_are_whole,
    table_rules.cells_have_a_paragraph,
    chart_rules.points_are_counted,
    chart_rules.series_and_axes_are_told_apart,
    chart_rules.charts_show_their_workbook,
)
RULES: tuple[Callable[..., object], ...] = (*DECK_RULES, *PART_RULES, schemas_hold)
"""All rules."""


def verify(path: str | PathLike[str]) -> tuple[Breach, ...]:
    """What in the file of a deck, whoever made it, PowerPoint would repair, lose or refuse; empty where nothing is.

    Looked at are the parts and their types, relationships both ways, lists and ids, tables, charts with their
    workbooks, and pictures; where Microsoft's Open XML SDK is installed (``docgen doctor``), what that finds as well.

    >>> docgen.verify("資料.pptx")                                              # doctest: +SKIP

    Raises DocgenError for what is no .pptx, or is beyond the bounds of files from outside.
    """
    file = Path(path)
    try:
        deck = deck_file(file)
    except DocgenError as error:
        if error.code != "zip-entry-twice":
            raise
        return (Breach("entry-twice", file.name, name=dict(error.message.values)["name"]),)
    return (*own_rules(deck), *schemas_hold(deck, file.read_bytes()))


def own_rules(deck: DeckFile) -> Iterator[Breach]:
    """What the rules of this room find, those on the file first."""
    for rule in DECK_RULES:
        yield from rule(deck)
    for name in deck.parts:
        root = deck.root(name) if is_xml(deck.type_of(name)) else None
        if root is not None:
            for part_rule in PART_RULES:
                yield from part_rule(XmlPart(deck, name, root))
