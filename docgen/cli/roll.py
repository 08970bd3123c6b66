"""``docgen roll``: the content folder of the next fiscal year."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual
from docgen.cli.echo import echo
from docgen.cli.shared import layout_option, stage
from docgen.messages import message


@bilingual("roll", message("help-roll"))
@click.argument("content", type=PATH)
@click.argument("target", type=PATH)
@layout_option
def command(content: Path, target: Path, layout: str) -> None:
    """Make the content folder of the next fiscal year."""
    from docgen.pipeline import load
    from docgen.pipeline import roll as roll_folder
    from docgen.pipeline import todo as work_list

    folder = stage("rolling the content", lambda: roll_folder(content, target, layout))
    items = stage("reading the new folder", lambda: work_list(load(folder, layout=layout), layout))
    echo(str(message("roll-done", folder=str(folder), count=len(items))))
