"""``docgen layouts schema``: the JSON schema of layout.yaml, for editors."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON schema of layout.yaml.

    Editors complete and check the file with it.
    """
    from docgen.layout.schema import schema_text

    click.echo(schema_text(), nl=False)
