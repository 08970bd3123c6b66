"""``docgen layouts``: layout packs, looked at, checked and started."""

from __future__ import annotations

import click

from docgen.cli.layouts_check import check
from docgen.cli.layouts_new import new
from docgen.cli.layouts_schema import schema


@click.group()
def layouts() -> None:
    """Check layout packs and start new ones."""


for _command in (check, new, schema):
    layouts.add_command(_command)
