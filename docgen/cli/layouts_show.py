"""``docgen layouts show``: what a layout pack states, and where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import format_option, guarded, print_json, stage
from docgen.cli.trusting import trusting
from docgen.errors import DocgenError, Position
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.layout.pack import LayoutPack
    from docgen.layout.stated_values import StatedValue

PARTS = ("page", "fonts", "colours", "roles", "slide_layouts", "kinds", "pages", "table", "chart", "statuses", "words")


@bilingual("show", message("help-layouts-show"))
@click.argument("pack")
@trusting
@option(
    "--part",
    "parts",
    multiple=True,
    type=Choice(PARTS),
    metavar="PART",
    words=message("help-layouts-show-part", parts=PARTS),
)
@option("-o", "--output", type=PATH, words=message("help-layouts-show-output"))
@format_option
def show(pack: str, parts: tuple[str, ...], output: Path | None, form: str) -> None:
    """Show what a layout pack states, and where."""
    from docgen.layout.load import load_pack
    from docgen.layout.stated_values import stated_values

    layout = guarded(lambda: load_pack(pack))
    if output is not None:
        stage("drawing the sheet", lambda: _save_sheet(layout, output))
        echo(str(output))
        return
    stated = list(stated_values(layout, parts or PARTS[:-1]))
    if form == "json":
        rows = [
            {"path": [*value.path], "value": str(value.value), "from": _origin(value.position)} for value in stated
        ]
        print_json(rows)
    else:
        echo("\n".join(_lines(layout, stated)))


def _lines(pack: LayoutPack, stated: list[StatedValue]) -> Iterator[str]:
    from docgen.layout.stated_values import by_line

    chain = " → ".join(folder.name for folder in reversed(pack.origin.folders))
    yield f"{pack.name}  {pack.label}  ({chain})"
    for part, of_part in groupby(stated, key=lambda value: value.path[0]):
        yield f"\n{part}"
        for thing, values in groupby(of_part, key=lambda value: value.owner):
            yield f"  {'.'.join(str(key) for key in thing[1:])}"
            for place, together in by_line(values, pack):
                yield f"    {_values(together)}  ← {_origin(place)}"


def _values(together: list[StatedValue]) -> str:
    return "  ".join(f"{value.path[-1]} {_value(value.value)}" for value in together)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(part) for part in value)}]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _origin(place: Position | None) -> str:
    """The pack's folder, file and line; a template's values stand in no line."""
    if place is None:
        return "template"
    file = Path(place.file)
    return str(Position(f"{file.parent.name}/{file.name}", place.line, place.column))


def _save_sheet(pack: LayoutPack, output: Path) -> None:
    from docgen.compose.specimen import specimen
    from docgen.whole.file import write_file
    from docgen.write import write

    data = write(specimen(pack))
    if output.suffix == ".pptx":
        write_file(data, output)
    elif output.suffix == ".png":
        _save_picture(data, output)
    else:
        raise DocgenError("sheet-of-other-suffix", where=str(output), suffix=output.suffix)


def _save_picture(data: bytes, output: Path) -> None:
    import tempfile

    from docgen.render import render
    from docgen.whole.file import write_file

    with tempfile.TemporaryDirectory() as folder:
        deck = write_file(data, Path(folder) / "sheet.pptx")
        sheet = render(deck, Path(folder)).sheet
        assert sheet is not None
        write_file(sheet.read_bytes(), output)
