"""``docgen check``: what is amiss in a content folder and in the deck that it gives."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual
from docgen.cli.shared import format_option, guarded, layout_option, previous_option, report_breaches, stage
from docgen.messages import message


@bilingual("check", message("help-check"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@format_option
def command(content: Path, layout: str, previous: Path | None, form: str) -> None:
    """Say what is amiss in a content folder and its deck."""
    from docgen.pipeline import check as check_content
    from docgen.pipeline import load, pack_of

    pack = guarded(lambda: pack_of(layout), form)
    compendium = stage("reading the content", lambda: load(content, previous, pack), form)
    breaches = stage("checking the pages", lambda: check_content(compendium, pack), form)
    sys.exit(report_breaches(breaches, form))
