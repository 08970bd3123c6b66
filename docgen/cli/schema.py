"""``docgen schema``: JSON schemas of content files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option
from docgen.messages import message


@bilingual("schema", message("help-schema"))
@click.argument("content", type=PATH, required=False)
@layout_option
@option("-o", "--output", type=PATH, words=message("help-option-schema-output"))
def command(content: Path | None, layout: str, output: Path | None) -> None:
    """Write JSON schemas of content files."""
    from docgen.pipeline import pack_of, page_types
    from docgen.schemas import describe_folder, describe_kinds

    types = guarded(lambda: page_types(pack_of(layout)))
    if content is None and output is not None:
        written = describe_kinds(types, output)
    else:
        written = guarded(lambda: describe_folder(content or Path(), types, output))
    echo("\n".join(map(str, written)))
