"""``docgen diff``: what changed between two compendia."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli.shared import NOT_CLEAN, format_option, layout_option, print_json, stage


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@layout_option
@format_option
@click.option("--slide", type=click.Path(path_type=Path), help="Also write the changes as a one-page deck.")
def command(old: Path, new: Path, layout: str, form: str, slide: Path | None) -> None:
    """Say what changed between two content folders or decks.

    OLD and NEW are content folders, or decks that docgen built.

    Exit status: 0 nothing changed, 1 something changed, 2 the input is wrong.
    """
    from docgen.comparison.compare import diff as compare
    from docgen.comparison.slide import as_slide

    comparison = stage("comparing", lambda: compare(old, new, layout), form)
    if slide is not None:
        stage("writing the slide", lambda: as_slide(comparison, layout).save(slide))
    if form == "json":
        print_json(comparison.row())
    else:
        click.echo(str(comparison))
    sys.exit(NOT_CLEAN if comparison else 0)
