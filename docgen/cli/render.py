"""``docgen render``: the pictures of a deck, or of the pages of a content folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.pages import page_numbers
from docgen.cli.shared import guarded, layout_option, previous_option, stage
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.render.engine import Asked
    from docgen.render.pages import Rendering


@bilingual("render", message("help-render"))
@click.argument("deck", type=PATH)
@option("-o", "--output", type=PATH, words=message("help-render-output"))
@option("--pages", words=message("help-render-pages"))
@option(
    "--engine",
    type=Choice(["auto", "libreoffice", "betteroffice", "svg"]),
    default="auto",
    show_default=True,
    words=message("help-render-engine"),
)
@layout_option
@previous_option
def command(
    deck: Path, output: Path | None, pages: str | None, engine: Asked, layout: str, previous: Path | None
) -> None:
    """Draw a deck: a picture a page, a contact sheet, a PDF."""
    from docgen.render import render

    wanted = guarded(lambda: page_numbers(pages)) if pages is not None else None
    folder = output or Path("render")
    if deck.is_dir():
        drawn = _drawn_content(deck, folder, wanted, engine, layout, previous)
    else:
        drawn = stage("drawing the pages", lambda: render(deck, folder, wanted, engine))
    if drawn.pdf is not None and drawn.sheet is not None:
        done = message("render-done", pdf=str(drawn.pdf), count=len(drawn.pages), sheet=str(drawn.sheet))
    elif drawn.sheet is not None:
        done = message("render-done.sheet", count=len(drawn.pages), sheet=str(drawn.sheet))
    else:
        done = message("render-done.pages", count=len(drawn.pages), folder=str(folder))
    echo(str(done))


def _drawn_content(
    content: Path, folder: Path, pages: tuple[int, ...] | None, asked: Asked, layout: str, previous: Path | None
) -> Rendering:
    """The pages of a content folder, drawn from its deck, or without a deck as plain SVG."""
    import tempfile

    from docgen.layout.style import measure_of
    from docgen.pipeline import build, load, pack_of
    from docgen.render import render
    from docgen.render.engine import QUICKEST, engine_of
    from docgen.render.pages import render_placed

    engine = guarded(lambda: engine_of(asked, QUICKEST))
    pack = guarded(lambda: pack_of(layout))
    compendium = stage("reading the content", lambda: load(content, previous, pack))
    built = stage("composing the pages", lambda: build(compendium, pack))
    name = content.resolve().name
    if engine == "svg":
        measure = measure_of(pack)
        return stage("drawing the pages", lambda: render_placed(built.placed, measure, name, folder, pages))
    with tempfile.TemporaryDirectory() as place:
        deck = built.save(Path(place) / f"{name}.pptx")
        return stage("drawing the pages", lambda: render(deck, folder, pages, engine))
