"""``docgen new``: a content folder to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.shared import guarded


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Make a content folder to begin with.

    FOLDER is made with a small compendium that builds at once: three indicators, a measure chart, a prior study,
    figures, an Excel file as data. Its YAML files explain in Japanese what to change.
    """
    from docgen.starter.copied import copy_starter

    guarded(lambda: copy_starter(folder))
    click.echo(next_steps(folder))


def next_steps(folder: Path) -> str:
    """What to do with a new content folder: three commands, one a line."""
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    return "\n".join((f"docgen build {name}", f"docgen check {name}", "docgen kinds"))
