"""``docgen data``: the numbers of a compendium as tidy tables in an Excel file."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, previous_option, stage
from docgen.messages import message


@bilingual("data", message("help-data"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@option("-o", "--output", type=PATH, required=True, words=message("help-data-output"))
def command(content: Path, layout: str, previous: Path | None, output: Path) -> None:
    """Write the numbers of the pages as tidy tables."""
    from docgen.pipeline import load, pack_of
    from docgen.tidy.export import export_data

    pack = guarded(lambda: pack_of(layout))
    compendium = stage("reading the content", lambda: load(content, previous, pack))
    data = stage("composing the pages", lambda: export_data(compendium, pack))
    guarded(lambda: data.save(output))
    echo(str(message("data-exported", file=str(output), count=len(data.sheets))))
