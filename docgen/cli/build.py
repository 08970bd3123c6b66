"""``docgen build``: the deck of a content folder."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from docgen.cli.shared import guarded, layout_option, previous_option, stage
from docgen.shipped import shipped_folder


@click.command("build")
@click.argument("content", type=click.Path(path_type=Path), required=False)
@layout_option
@previous_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: CONTENT's name with .pptx.")
def command(content: Path | None, layout: str, previous: Path | None, output: Path | None) -> None:
    """Build the deck of a content folder.

    Without CONTENT, that of the FY2023 compendium that docgen carries.
    """
    # What a build makes lives to its end; looking for garbage on the way, or then, would only cost time.
    gc.disable()
    from docgen.pipeline import build as build_deck
    from docgen.pipeline import load, pack_of

    folder = content if content is not None else shipped_folder("content") / "fy2023"
    path = output if output is not None else Path(f"{folder.resolve().name}.pptx")
    pack = guarded(lambda: pack_of(layout))
    compendium = stage("reading the content", lambda: load(folder, previous, pack))
    deck = stage("composing the pages", lambda: build_deck(compendium, pack))
    stage("writing the deck", lambda: deck.save(path))
    gc.freeze()
    click.echo(f"{path}: {len(deck.placed.slides)} slides")
