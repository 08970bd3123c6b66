"""``docgen layouts pictures``: what pages look like in a layout pack, for its README."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, stage
from docgen.cli.trusting import trusting
from docgen.errors import DocgenError, nearest
from docgen.messages import message
from docgen.shipped import shipped_folder

if TYPE_CHECKING:
    from docgen.placed import PlacedSlide

KINDS = "cover,contents,indicator_overview,indicator_detail,measure_chart,map"


@bilingual("pictures", message("help-layouts-pictures"))
@click.argument("pack")
@trusting
@option("--content", type=PATH, words=message("help-layouts-pictures-content"))
@option("--kinds", default=KINDS, show_default=True, words=message("help-layouts-pictures-kinds"))
@option("-o", "--output", type=PATH, words=message("help-layouts-pictures-output"))
def pictures(pack: str, content: Path | None, kinds: str, output: Path | None) -> None:
    """Draw pages of a compendium in a layout pack."""
    from docgen.pipeline import build, load, pack_of

    layout = guarded(lambda: pack_of(pack))
    path = output or layout.origin.folders[-1] / "pages.png"
    folder = content if content is not None else shipped_folder("content") / "fy2023"
    deck = stage("composing the pages", lambda: build(load(folder, layout=layout), layout))
    numbers = guarded(lambda: _first_of(kinds.split(","), deck.placed.slides))
    stage("drawing the pages", lambda: _save(deck.to_bytes(), numbers, path))
    echo(str(path))


def _first_of(kinds: Sequence[str], slides: Sequence[PlacedSlide]) -> tuple[int, ...]:
    """The number of the first slide of each kind. DocgenError for a kind that no slide has."""
    first: dict[str, int] = {}
    for number, slide in enumerate(slides, start=1):
        first.setdefault(slide.kind, number)
    for kind in kinds:
        if kind not in first:
            raise DocgenError("no-page-of-kind", hint=nearest(kind, first), kind=kind, kinds=tuple(first))
    return tuple(first[kind] for kind in kinds)


def _save(data: bytes, numbers: tuple[int, ...], path: Path) -> None:
    import tempfile

    from docgen.render import render
    from docgen.render.pages import small_sheet
    from docgen.whole.file import write_file

    with tempfile.TemporaryDirectory() as folder:
        deck = write_file(data, Path(folder) / "deck.pptx")
        drawn = small_sheet(render(deck, Path(folder), numbers).pages)
    write_file(drawn, path)
