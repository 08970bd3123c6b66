"""``docgen check``: what is amiss in a content folder and in the deck that it gives."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from docgen.cli.options import layout_option, previous_option
from docgen.cli.report import WRONG_INPUT, errors_for_programs, progress, report, report_breaches
from docgen.errors import DocgenError


@click.command("check")
@click.argument("content", type=click.Path(path_type=Path))
@layout_option
@previous_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(content: Path, layout: str, previous: Path | None, form: str) -> None:
    """Check the content folder CONTENT and the deck that it gives."""
    from docgen.pipeline import check as check_content
    from docgen.pipeline import load, pack_of

    try:
        pack = pack_of(layout)
        compendium = progress("reading the content", lambda: load(content, previous, pack))
        breaches = progress("checking the pages", lambda: check_content(compendium, pack))
    except DocgenError as error:
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    sys.exit(report_breaches(breaches, form))
