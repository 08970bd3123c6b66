"""``docgen build``: the deck of a content folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, previous_option, stage
from docgen.messages import Language, current_language, message
from docgen.shipped import shipped_folder

# Said without the catalogue, whose reading a build need not wait for.
_DONE: Mapping[Language, str] = {"en": "{path}: {count} slides", "ja": "{path}: スライド{count}枚"}


@bilingual("build", message("help-build"))
@click.argument("content", type=PATH, required=False)
@layout_option
@previous_option
@option("-o", "--output", type=PATH, words=message("help-build-output"))
def command(content: Path | None, layout: str, previous: Path | None, output: Path | None) -> None:
    """Build the deck of a content folder; without one, that of the starter content."""
    from docgen.pipeline import build_file, load, pack_of, saved

    folder = content if content is not None else shipped_folder("content") / "fy2023"
    path = output if output is not None else Path(f"{folder.resolve().name}.pptx")
    pack = guarded(lambda: pack_of(layout))
    compendium = stage("reading the content", lambda: load(folder, previous, pack))
    deck = stage("composing the pages", lambda: build_file(compendium, pack))
    stage("writing the deck", lambda: saved(deck.pieces(), path))
    echo(_DONE[current_language()].format(path=path, count=deck.slides))
