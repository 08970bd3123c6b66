"""``docgen check``: what is amiss in a content folder and the deck that it gives, or in what any deck says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, bilingual
from docgen.cli.shared import format_option, guarded, layout_option, previous_option, report, stage
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.review.review import Review


@bilingual("check", message("help-check"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@format_option
def command(content: Path, layout: str, previous: Path | None, form: str) -> None:
    """Say what is amiss in a content folder and its deck, or in what a deck says."""
    is_deck = content.suffix.lower() == ".pptx" and not content.is_dir()
    review = _of_deck(content, form) if is_deck else _of_content(content, layout, previous, form)
    sys.exit(report(review, form))


def _of_content(content: Path, layout: str, previous: Path | None, form: str) -> Review:
    """What is amiss in a content folder and its deck."""
    from docgen.pipeline import check_content, load, pack_of
    from docgen.review.review import review_of
    from docgen.review.slides import numbering

    pack = guarded(lambda: pack_of(layout), form)
    compendium = stage("reading the content", lambda: load(content, previous, pack), form)
    checked = stage("checking the pages", lambda: check_content(compendium, pack), form)
    numbers = numbering(checked, compendium.origin.positions)
    return review_of((breach, numbers(breach)) for breach in checked.breaches)


def _of_deck(path: Path, form: str) -> Review:
    """What contradicts itself in a deck, and what of its numbers was judged."""
    from docgen.pipeline import check_deck
    from docgen.review.review import review_of
    from docgen.review.slides import slide_of

    judged = stage("checking the pages", lambda: check_deck(path), form)
    return review_of(((breach, slide_of(breach)) for breach in judged.breaches), judged.coverage)
