"""``docgen layouts new``: the beginning of a layout pack."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.report import guarded
from docgen.shipped import DEFAULT_LAYOUT


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--extends", "parent", default=DEFAULT_LAYOUT, show_default=True, help="The pack that it differs from.")
def new(folder: Path, parent: str) -> None:
    """Start a layout pack in FOLDER, whose name is the pack's."""
    from docgen.layout.start import start_pack

    file = guarded(lambda: start_pack(folder, parent))
    click.echo(f"{file}: build with -l {folder}, check with docgen layouts check {folder}")
