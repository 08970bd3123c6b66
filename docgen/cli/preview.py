"""``docgen preview``: the pages of a content folder in a browser, seen anew while the content is written."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, previous_option
from docgen.errors import DocgenError
from docgen.messages import current_language, message

if TYPE_CHECKING:
    from docgen.render.engine import Asked

_LIBRARIES = ("starlette", "uvicorn", "watchfiles")


@bilingual("preview", message("help-preview"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@option(
    "--engine",
    type=Choice(["auto", "betteroffice", "libreoffice", "svg"]),
    default="auto",
    show_default=True,
    words=message("help-render-engine"),
)
@option("--port", type=click.IntRange(1, 65535), words=message("help-preview-port"))
@option("--at", "place", metavar="FILE:LINE", words=message("help-preview-at"))
@option("--no-open", is_flag=True, words=message("help-preview-no-open"))
def command(
    content: Path,
    layout: str,
    previous: Path | None,
    engine: Asked,
    port: int | None,
    place: str | None,
    no_open: bool,
) -> None:
    """Show the pages of a content folder in a browser, and show them anew while the content is written."""
    guarded(_refuse_without_libraries)
    at = guarded(lambda: place_of(place)) if place is not None else None
    if at is not None and guarded(lambda: _shown_by_another(content, layout, *at)):
        echo(str(message("preview-shown", place=place)))
        return
    guarded(lambda: _preview(content, layout, previous, engine, port, at, no_open))


def _refuse_without_libraries() -> None:
    for library in _LIBRARIES:
        if find_spec(library) is None:
            raise DocgenError("preview-library-missing", library=library)


def place_of(text: str) -> tuple[Path, int]:
    """The file and the line that ``measures/1.yaml:12`` or ``measures/1.yaml:12:5`` names. DocgenError for another text."""
    parts = text.rsplit(":", 2)
    if len(parts) == 3 and parts[1].isdecimal() and parts[2].isdecimal():
        parts = [parts[0], parts[1]]
    else:
        parts = text.rsplit(":", 1)
    if len(parts) != 2 or not parts[1].isdecimal() or not parts[0]:
        raise DocgenError("preview-no-place", where="--at", text=text)
    return Path(parts[0]), int(parts[1])


def _shown_by_another(content: Path, layout: str, file: Path, line: int) -> bool:
    """Whether a preview of this content is running, and shows a place. DocgenError for one that no slide shows."""
    from docgen.preview.seat import remembered
    from docgen.preview.server import show_in

    seat = remembered(content, layout)
    shown = show_in(seat, file, line) if seat is not None else None
    if shown is False:
        raise DocgenError("preview-not-shown", where=f"{file}:{line}")
    return shown is True


def _preview(
    content: Path,
    layout: str,
    previous: Path | None,
    asked: Asked,
    port: int | None,
    at: tuple[Path, int] | None,
    no_open: bool,
) -> None:
    from docgen.pipeline import pack_of
    from docgen.preview.seat import taken
    from docgen.preview.server import serve
    from docgen.preview.studio import Studio
    from docgen.preview.workshop import Source
    from docgen.render.engine import QUICKEST, engine_of

    engine = engine_of(asked, QUICKEST)
    if not content.is_dir():
        raise DocgenError("no-content-folder", where=str(content), file="compendium.yaml")
    pack_of(layout)
    studio = Studio(Source(content, layout, previous), engine, current_language())
    studio.show_first(at)
    try:
        seat, listening = taken(content, layout, port)
    except OSError as error:
        raise DocgenError("preview-port-taken", where="--port", port=port or 0) from error
    echo(str(message("preview-at", content=str(content), address=seat.address)))
    if not no_open:
        import webbrowser

        webbrowser.open(seat.address)
    serve(studio, seat, listening)
