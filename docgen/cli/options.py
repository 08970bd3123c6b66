"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.shipped import DEFAULT_LAYOUT

previous_option = click.option(
    "--previous",
    type=click.Path(path_type=Path),
    help="The content folder of the year before, whose changes are marked; default: the one that "
    "compendium.yaml names.",
)

layout_option = click.option(
    "-l", "--layout", default=DEFAULT_LAYOUT, show_default=True, help="A pack's name, or its folder."
)
