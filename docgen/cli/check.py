"""``docgen check``: what is amiss in a content folder and the deck that it gives, or in what any deck says."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual
from docgen.cli.shared import (
    Covered,
    format_option,
    guarded,
    layout_option,
    previous_option,
    report_breaches,
    stage,
)
from docgen.messages import message


@bilingual("check", message("help-check"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@format_option
def command(content: Path, layout: str, previous: Path | None, form: str) -> None:
    """Say what is amiss in a content folder and its deck, or in what a deck says."""
    if content.suffix.lower() == ".pptx" and not content.is_dir():
        sys.exit(_report_deck(content, form))
    from docgen.pipeline import check as check_content
    from docgen.pipeline import load, pack_of

    pack = guarded(lambda: pack_of(layout), form)
    compendium = stage("reading the content", lambda: load(content, previous, pack), form)
    breaches = stage("checking the pages", lambda: check_content(compendium, pack), form)
    sys.exit(report_breaches(breaches, form))


def _report_deck(path: Path, form: str) -> int:
    """Print what contradicts itself in a deck, and what of its numbers was judged; the exit status."""
    from docgen.pipeline import check_deck

    judged = stage("checking the pages", lambda: check_deck(path), form)
    covered = judged.coverage
    line = message(
        "report-covered",
        read=covered.read,
        borne_out=covered.borne_out,
        derived=covered.derived,
        without_bearer=covered.without_bearer,
    )
    return report_breaches(judged.breaches, form, Covered(covered.row(), line))
