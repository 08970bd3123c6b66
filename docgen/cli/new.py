"""``docgen new``: a content folder to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual
from docgen.cli.shared import guarded
from docgen.messages import message


@bilingual("new", message("help-new"))
@click.argument("folder", type=PATH)
def command(folder: Path) -> None:
    """Make a content folder to begin with."""
    from docgen.starter.copied import copy_starter

    guarded(lambda: copy_starter(folder))
    click.echo(next_steps(folder))


def next_steps(folder: Path) -> str:
    """What to do with a new content folder: three commands, one a line."""
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    return "\n".join((f"docgen build {name}", f"docgen check {name}", "docgen kinds"))
