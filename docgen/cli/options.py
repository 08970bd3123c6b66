"""Options that several commands have."""

from __future__ import annotations

import click

from docgen.shipped import DEFAULT_LAYOUT

layout_option = click.option(
    "-l", "--layout", default=DEFAULT_LAYOUT, show_default=True, help="A pack's name, or its folder."
)
