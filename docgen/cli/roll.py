"""``docgen roll``: the content folder of the next fiscal year."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.options import layout_option
from docgen.cli.report import stage


@click.command("roll")
@click.argument("content", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@layout_option
def command(content: Path, target: Path, layout: str) -> None:
    """Make TARGET, the next fiscal year's content folder, from CONTENT, which stays as it is.

    Latest and past values move on, budgets shift, data files get places for the new points; what waits for
    a person stands in TARGET/carried_over.yaml, and docgen todo lists it.
    """
    from docgen.pipeline import load
    from docgen.pipeline import roll as roll_folder
    from docgen.pipeline import todo as work_list

    made = stage("rolling the content", lambda: roll_folder(content, target, layout))
    items = stage("reading the new folder", lambda: work_list(load(made, layout=layout), layout))
    click.echo(f"{made}: {len(items)} items to do (docgen todo {made})")
