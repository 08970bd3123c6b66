"""``docgen roll``: the content folder of the next fiscal year."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.shared import layout_option, stage


@click.command("roll")
@click.argument("content", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@layout_option
def command(content: Path, target: Path, layout: str) -> None:
    """Make the content folder of the next fiscal year.

    TARGET is made from CONTENT, which stays as it is.
    Latest and past values and budgets move on by a year, data files get empty cells for the new points. What a
    person has to update stands in TARGET/carried_over.yaml; docgen todo lists it.
    """
    from docgen.pipeline import load
    from docgen.pipeline import roll as roll_folder
    from docgen.pipeline import todo as work_list

    folder = stage("rolling the content", lambda: roll_folder(content, target, layout))
    items = stage("reading the new folder", lambda: work_list(load(folder, layout=layout), layout))
    click.echo(f"{folder}: {len(items)} items to do (docgen todo {folder})")
