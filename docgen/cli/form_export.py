"""``docgen form export``: what the bureaus renew, as an Excel file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, previous_option, stage
from docgen.messages import message


@bilingual("export", message("help-form-export"))
@click.argument("content", type=PATH)
@option("--bureau", words=message("help-form-bureau"))
@layout_option
@previous_option
@option("-o", "--output", type=PATH, required=True, words=message("help-form-output"))
def export(content: Path, bureau: str | None, layout: str, previous: Path | None, output: Path) -> None:
    """Write a form for the bureaus to fill in."""
    from docgen.forms.exchange import export_form
    from docgen.pipeline import load, pack_of

    pack = guarded(lambda: pack_of(layout))
    compendium = stage("reading the content", lambda: load(content, previous, pack))
    form = stage("writing the form", lambda: export_form(compendium, bureau, pack))
    guarded(lambda: form.save(output))
    echo(str(message("form-exported", file=str(output), count=form.count)))
