"""The checks of content, ready pages and the placed deck: values out, the command line decides the status."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docgen.breach import Breach
from docgen.checks import (
    accessibility_rules,
    chart_rules,
    content_rules,
    contrast_rule,
    large_changes,
    link_rule,
    placed_rules,
    table_rules,
    unseen_rule,
    unshown_rules,
)
from docgen.layout.pack import LayoutPack
from docgen.model import Compendium
from docgen.placed import Design, PlacedDeck, PlacedSlide
from docgen.ready import ReadyCompendium

CONTENT_RULES: tuple[Callable[[Compendium, ReadyCompendium], Iterable[Breach]], ...] = (
    content_rules.said_while_reading,
    content_rules.literal_numbers,
    content_rules.untraced_statements,
    content_rules.missing_figures,
    content_rules.overridden_judgements,
    content_rules.turned_trends,
    large_changes.large_changes,
    link_rule.links_lead_somewhere,
    unseen_rule.unseen_characters,
    *unshown_rules.RULES,
)
SLIDE_RULES: tuple[Callable[[PlacedSlide, Design, LayoutPack], Iterable[Breach]], ...] = (
    placed_rules.inside_the_page,
    placed_rules.no_collision,
    placed_rules.connectors_clear,
    placed_rules.no_overflow,
    placed_rules.not_below_the_floor,
    table_rules.numbers_unbroken,
    accessibility_rules.title_present,
    accessibility_rules.alternative_text,
    accessibility_rules.header_rows,
    accessibility_rules.reading_order,
    contrast_rule.contrast_held,
    chart_rules.lines_told_apart,
    chart_rules.slices_told_apart,
    chart_rules.one_value_axis,
    chart_rules.fills_told_apart,
    placed_rules.ids_unique,
)

DECK_RULES: tuple[Callable[[PlacedDeck], Iterable[Breach]], ...] = (
    accessibility_rules.titles_unique,
    placed_rules.slides_unique,
)


def check_compendium(compendium: Compendium, ready: ReadyCompendium) -> tuple[Breach, ...]:
    """Breaches of the rules on content."""
    return tuple(breach for rule in CONTENT_RULES for breach in rule(compendium, ready))


def check_placed(deck: PlacedDeck, pack: LayoutPack) -> tuple[Breach, ...]:
    """Breaches of the rules on pages, slide by slide, then those on the deck as a whole."""
    slides = tuple(
        breach for slide in deck.slides for rule in SLIDE_RULES for breach in rule(slide, deck.design, pack)
    )
    return (*slides, *(breach for rule in DECK_RULES for breach in rule(deck)))
