"""``docgen rename``: another id for a record, in all files of a content folder."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, stage
from docgen.messages import message
from docgen.nouns import NOUNS


@bilingual("rename", message("help-rename"))
@click.argument("old")
@click.argument("new")
@click.argument("content", type=PATH, default=".")
@layout_option
@option("--of", "collection", type=Choice(tuple(NOUNS)), metavar="NAME", words=message("help-rename-of"))
def command(old: str, new: str, content: Path, layout: str, collection: str | None) -> None:
    """Give a record another id in all files of a content folder."""
    from docgen.renaming.rename import renaming

    made = stage("reading the content", lambda: renaming(content, old, new, collection, layout))
    guarded(made.write)
    for path in sorted(made.files):
        echo(str(path))
    for where in made.mentions:
        echo(str(message("rename-mention", place=str(where), name=old)))
    echo(str(message("rename-done", old=old, new=new, count=len(made.files))))
