"""``docgen form``: forms for the bureaus, out and in."""

from __future__ import annotations

import click

from docgen.cli.command import Group
from docgen.cli.form_export import export
from docgen.cli.form_import import import_
from docgen.messages import message


@click.group("form", cls=Group, words=message("help-form"))
def command() -> None:
    """Send forms to the bureaus, and take their answers in."""


for _command in (export, import_):
    command.add_command(_command)
