"""``docgen diff``: what changed between two compendia."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from docgen.cli.options import layout_option
from docgen.cli.report import NOT_CLEAN, WRONG_INPUT, errors_for_programs, progress, report, stage
from docgen.errors import DocgenError


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@layout_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--slide", type=click.Path(path_type=Path), help="Also write the changes as a one-page deck.")
def command(old: Path, new: Path, layout: str, form: str, slide: Path | None) -> None:
    """Compare OLD with NEW: content folders, or decks that docgen built.

    Exit status, as of diff: 0 nothing changed, 1 something changed, 2 the input is wrong.
    """
    from docgen.comparison.report import as_json, as_text
    from docgen.comparison.slide import as_slide
    from docgen.comparison.source import diff as compare

    try:
        comparison = progress("comparing", lambda: compare(old, new, layout))
    except DocgenError as error:
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    if slide is not None:
        path = slide
        stage("writing the slide", lambda: as_slide(comparison, layout).save(path))
    click.echo(as_json(comparison) if form == "json" else as_text(comparison))
    sys.exit(NOT_CLEAN if comparison else 0)
