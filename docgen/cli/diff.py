"""``docgen diff``: what changed between two compendia."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import NOT_CLEAN, format_option, layout_option, print_json, stage
from docgen.messages import message


@bilingual("diff", message("help-diff"))
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@layout_option
@format_option
@option("--slide", type=PATH, words=message("help-diff-slide"))
def command(old: Path, new: Path, layout: str, form: str, slide: Path | None) -> None:
    """Say what changed between two content folders or decks."""
    from docgen.comparison.compare import diff as compare
    from docgen.comparison.slide import as_slide

    comparison = stage("comparing", lambda: compare(old, new, layout), form)
    if slide is not None:
        stage("writing the slide", lambda: as_slide(comparison, layout).save(slide))
    if form == "json":
        print_json(comparison.row())
    else:
        echo(str(comparison))
    sys.exit(NOT_CLEAN if comparison else 0)
