"""Printing: all that a command says goes through here, so that no text of a user's commands the terminal."""

from __future__ import annotations

from typing import IO, Any

import click

from docgen.messages.harmless import harmless


def echo(text: object = "", *, err: bool = False, nl: bool = True, file: IO[Any] | None = None) -> None:
    """Print a text, on the standard output or, with ``err``, on the standard error; ``nl`` ends its line."""
    click.echo(harmless(str(text)), file=file, err=err, nl=nl)
