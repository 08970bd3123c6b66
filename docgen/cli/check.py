"""``docgen check``: what is amiss in a content folder and in the deck that it gives."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from docgen.cli.shared import format_option, guarded, layout_option, previous_option, report_breaches, stage


@click.command("check")
@click.argument("content", type=click.Path(path_type=Path))
@layout_option
@previous_option
@format_option
def command(content: Path, layout: str, previous: Path | None, form: str) -> None:
    """Say what is amiss in a content folder and its deck.

    Exit status: 0 no errors, 1 errors, 2 the input is wrong. Notices, such as data still to come, are no errors.
    """
    from docgen.pipeline import check as check_content
    from docgen.pipeline import load, pack_of

    pack = guarded(lambda: pack_of(layout), form)
    compendium = stage("reading the content", lambda: load(content, previous, pack), form)
    breaches = stage("checking the pages", lambda: check_content(compendium, pack), form)
    sys.exit(report_breaches(breaches, form))
