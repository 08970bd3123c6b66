"""``docgen layouts show``: what a layout pack states, and where each value comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.report import guarded, stage
from docgen.errors import DocgenError, Position

if TYPE_CHECKING:
    from docgen.layout.pack import LayoutPack
    from docgen.layout.stated_values import StatedValue

PARTS = ("page", "fonts", "colours", "roles", "slide_layouts", "kinds", "pages", "table", "chart", "statuses", "words")


@click.command()
@click.argument("pack")
@click.option("--part", "parts", multiple=True, type=click.Choice(PARTS), help="Only this part; may be given again.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A sheet of every box: .pptx, or .png (LibreOffice).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(pack: str, parts: tuple[str, ...], output: Path | None, form: str) -> None:
    """Show the layout pack PACK: every role, slot and colour, and the file and line where it is stated.

    With -o, a deck or a picture that draws every slot and placeholder with its name and size."""
    from docgen.layout.load import load_pack
    from docgen.layout.stated_values import stated_values

    found = guarded(lambda: load_pack(pack))
    if output is not None:
        stage("drawing the sheet", lambda: _save_sheet(found, output))
        click.echo(str(output))
        return
    stated = list(stated_values(found, parts or PARTS[:-1]))
    if form == "json":
        rows = [{"path": [*each.path], "value": str(each.value), "from": _said(each.position)} for each in stated]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found, stated)))


def _lines(pack: LayoutPack, stated: list[StatedValue]) -> Iterator[str]:
    from docgen.layout.stated_values import by_line

    chain = " → ".join(folder.name for folder in reversed(pack.origin.folders))
    yield f"{pack.name}  {pack.label}  ({chain})"
    for part, of_part in groupby(stated, key=lambda each: each.path[0]):
        yield f"\n{part}"
        for thing, values in groupby(of_part, key=lambda each: each.thing):
            yield f"  {'.'.join(str(key) for key in thing[1:])}"
            for place, together in by_line(values, pack):
                yield f"    {_values(together)}  ← {_said(place)}"


def _values(together: list[StatedValue]) -> str:
    return "  ".join(f"{each.path[-1]} {_value(each.value)}" for each in together)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(each) for each in value)}]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _said(place: Position | None) -> str:
    """The pack's folder, file and line; a template's values stand in no line."""
    if place is None:
        return "template"
    file = Path(place.file)
    return str(Position(f"{file.parent.name}/{file.name}", place.line, place.column))


def _save_sheet(pack: LayoutPack, output: Path) -> None:
    from docgen.compose.specimen import specimen
    from docgen.pipeline import save_bytes
    from docgen.write import write

    data = write(specimen(pack))
    if output.suffix == ".pptx":
        save_bytes(data, output)
    elif output.suffix == ".png":
        _save_picture(data, output)
    else:
        raise DocgenError(f"a sheet cannot be a {output.suffix} file", where=str(output), expected=".pptx or .png")


def _save_picture(data: bytes, output: Path) -> None:
    import tempfile

    from docgen.pipeline import save_bytes
    from docgen.render import render

    with tempfile.TemporaryDirectory() as folder:
        deck = save_bytes(data, Path(folder) / "sheet.pptx")
        save_bytes(render(deck, Path(folder)).sheet.read_bytes(), output)
