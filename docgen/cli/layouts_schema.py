"""``docgen layouts schema``: the JSON schema of layout.yaml, for editors."""

from __future__ import annotations

from docgen.cli.command import bilingual
from docgen.cli.echo import echo
from docgen.messages import message


@bilingual("schema", message("help-layouts-schema"))
def schema() -> None:
    """Print the JSON schema of layout.yaml."""
    from docgen.layout.schema import schema_text

    echo(schema_text(), nl=False)
