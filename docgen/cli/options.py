"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.shipped import DEFAULT_LAYOUT

layout_option = click.option(
    "-l", "--layout", default=DEFAULT_LAYOUT, show_default=True, help="A layout pack: its name, or its folder."
)

previous_option = click.option(
    "--previous",
    type=click.Path(path_type=Path),
    help="The content folder of the year before; what changed since then is marked. Default: the one that "
    "compendium.yaml names.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, or JSON for programs.",
)
