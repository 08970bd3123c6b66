"""``docgen new``: a content folder to begin with."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, stage
from docgen.messages import message
from docgen.shipped import DEFAULT_LAYOUT

if TYPE_CHECKING:
    from docgen.starter.proposed import Proposed

_FIRST_MONTH = 4
"""The month in which a fiscal year begins."""


@bilingual("new", message("help-new"))
@click.argument("folder", type=PATH)
@option("--from", "source", type=PATH, words=message("help-new-from"))
def command(folder: Path, source: Path | None) -> None:
    """Make a content folder to begin with."""
    from docgen.starter.copied import copy_starter

    if source is None:
        guarded(lambda: copy_starter(folder, _describe))
        echo(str(message("new-copied", folder=str(folder))))
    else:
        echo("\n".join(_told(stage("reading the data", lambda: _propose(source, folder)), source, folder)))
    echo("\n".join(_next_steps(folder)))


def _propose(source: Path, folder: Path) -> Proposed:
    from docgen.starter.proposed import propose_folder

    today = date.today()
    return propose_folder(source, folder, today.year - (today.month < _FIRST_MONTH), _verify, _describe)


def _verify(folder: Path) -> None:
    """Raise DocgenError for the first thing that keeps a folder from being built, or that check calls an error."""
    from docgen.errors import DocgenError
    from docgen.pipeline import check, load

    for breach in check(load(folder)):
        if breach.level == "error":
            raise DocgenError.of(breach.message, where=breach.where)


def _describe(folder: Path) -> None:
    """Write the schemas of the folder, with which editors complete and check its files."""
    from docgen.pipeline import pack_of, page_types
    from docgen.schemas import describe_folder

    describe_folder(folder, page_types(pack_of(DEFAULT_LAYOUT)))


def _told(proposed: Proposed, source: Path, folder: Path) -> list[str]:
    """What was made of a data file, and what of it is not shown or could not be read."""
    made = message("new-pages", folder=str(folder), count=len(proposed.pages), source=source.name)
    unread = [str(message("new-unread")), *map(str, proposed.unread)] if proposed.unread else []
    left_out = [str(message("new-left-out")), *map(str, proposed.left_out)] if proposed.left_out else []
    return [str(made), *left_out, *unread]


def _next_steps(folder: Path) -> list[str]:
    """What to do with a new content folder: four commands, one a line."""
    name = f'"{folder}"' if " " in str(folder) else str(folder)
    deck = f'"{folder.resolve().name}.pptx"' if " " in str(folder) else f"{folder.resolve().name}.pptx"
    commands = (f"build {name}", f"render {deck}", f"check {name}", "kinds")
    return [str(message("new-next")), *(f"  docgen {command}" for command in commands)]
