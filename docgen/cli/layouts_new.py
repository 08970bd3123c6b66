"""``docgen layouts new``: the beginning of a layout pack."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded
from docgen.messages import message
from docgen.shipped import DEFAULT_LAYOUT


@bilingual("new", message("help-layouts-new"))
@click.argument("folder", type=PATH)
@option("--extends", "parent", default=DEFAULT_LAYOUT, show_default=True, words=message("help-layouts-new-extends"))
@option("--template", type=PATH, words=message("help-layouts-new-template"))
def new(folder: Path, parent: str, template: Path | None) -> None:
    """Start a layout pack."""
    from docgen.layout.load import by_path
    from docgen.layout.start import start_pack

    started = guarded(lambda: start_pack(folder, parent, template))
    for remark in started.remarks:
        echo(str(remark))
    echo(str(message("layouts-new-done", file=str(started.file), folder=by_path(folder))))
