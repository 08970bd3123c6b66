"""``docgen layouts new``: the beginning of a layout pack."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.shared import guarded
from docgen.shipped import DEFAULT_LAYOUT


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--extends", "parent", default=DEFAULT_LAYOUT, show_default=True, help="The pack that it extends.")
@click.option("--template", type=click.Path(path_type=Path), help="A bureau's own .pptx or .potx to build it on.")
def new(folder: Path, parent: str, template: Path | None) -> None:
    """Start a layout pack.

    FOLDER is made; its name is the pack's. With a template, layout.yaml proposes which of the template's slide
    layouts and placeholders are meant, by their types, names and places.
    """
    from docgen.layout.start import start_pack

    started = guarded(lambda: start_pack(folder, parent, template))
    for remark in started.remarks:
        click.echo(remark)
    click.echo(f"{started.file}: build with -l {folder}, check with docgen layouts check {folder}")
