"""``docgen sign``: that somebody reviewed a page as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, previous_option, stage
from docgen.messages import message


@bilingual("sign", message("help-sign"))
@click.argument("page")
@click.argument("content", type=PATH, default=".")
@option("--as", "name", required=True, metavar="NAME", words=message("help-sign-as"))
@layout_option
@previous_option
def command(page: str, content: Path, name: str, layout: str, previous: Path | None) -> None:
    """State that somebody reviewed a page as it is."""
    from docgen.pipeline import derived, load, pack_of
    from docgen.review.accepted_file import accepted_file, beside
    from docgen.review.sign import sign

    pack = guarded(lambda: pack_of(layout))
    file = guarded(lambda: accepted_file(beside(content)))
    compendium = stage("reading the content", lambda: load(content, previous, pack))
    ready = stage("checking the pages", lambda: derived(compendium, pack))
    today = date.today().isoformat()
    entry = guarded(lambda: sign(page, name, today, compendium, ready, content, file))
    said = message("sign-done", page=page, name=entry.name) if entry is not None else message("sign-already", page=page)
    echo(str(said))
