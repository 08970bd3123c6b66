"""``docgen layouts``: layout packs, looked at, checked and started."""

from __future__ import annotations

import click

from docgen.cli.command import Group
from docgen.cli.layouts_check import check
from docgen.cli.layouts_list import listed
from docgen.cli.layouts_new import new
from docgen.cli.layouts_pictures import pictures
from docgen.cli.layouts_schema import schema
from docgen.cli.layouts_show import show
from docgen.messages import message


@click.group("layouts", cls=Group, words=message("help-layouts"))
def command() -> None:
    """List, show, check and start layout packs."""


for _command in (listed, show, check, new, schema, pictures):
    command.add_command(_command)
