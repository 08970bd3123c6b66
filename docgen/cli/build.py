"""``docgen build``: the deck of a content folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, previous_option, stage
from docgen.messages import Language, current_language, message
from docgen.shipped import shipped_folder

if TYPE_CHECKING:
    from docgen.layout.pack import LayoutPack
    from docgen.model import Compendium

# Said without the catalogue, whose reading a build need not wait for.
_DONE: Mapping[Language, str] = {"en": "{path}: {count} slides", "ja": "{path}: スライド{count}枚"}


@bilingual("build", message("help-build"))
@click.argument("content", type=PATH, required=False)
@layout_option
@previous_option
@option("-o", "--output", type=PATH, words=message("help-build-output"))
@option("--only", multiple=True, metavar="ID", words=message("help-build-only"))
@option("--section", metavar="SECTION", words=message("help-build-section"))
@option("--bureau", metavar="BUREAU", words=message("help-build-bureau"))
def command(
    content: Path | None,
    layout: str,
    previous: Path | None,
    output: Path | None,
    only: tuple[str, ...],
    section: str | None,
    bureau: str | None,
) -> None:
    """Build the deck of a content folder; without one, that of the starter content."""
    from docgen.pipeline import build_file, load, pack_of, saved

    folder = content if content is not None else shipped_folder("content") / "fy2023"
    path = output if output is not None else Path(f"{folder.resolve().name}.pptx")
    pack = guarded(lambda: pack_of(layout))
    compendium = stage("reading the content", lambda: load(folder, previous, pack))
    if only or section or bureau:
        _build_part(compendium, (only, section, bureau), pack, path)
        return
    deck = stage("composing the pages", lambda: build_file(compendium, pack))
    stage("writing the deck", lambda: saved(deck.pieces(), path))
    echo(_DONE[current_language()].format(path=path, count=deck.slides))


def _build_part(
    compendium: Compendium, asked: tuple[tuple[str, ...], str | None, str | None], pack: LayoutPack, path: Path
) -> None:
    """Build and save the pages that are ``asked`` for: by ids, a section, a bureau."""
    from docgen.extracts.chosen import Choice
    from docgen.extracts.extract import extract

    part = stage("composing the pages", lambda: extract(compendium, Choice(*asked), pack))
    stage("writing the deck", lambda: part.save(path))
    echo(_DONE[current_language()].format(path=path, count=len(part.placed.slides)))
