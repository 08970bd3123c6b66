"""``docgen bind``: plain sentences tied to the data, shown as a diff, and written where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import (
    format_option,
    guarded,
    layout_option,
    previous_option,
    print_json,
    stage,
)
from docgen.messages import message
from docgen.place_parts import place_in_parts

if TYPE_CHECKING:
    from docgen.binding.bound import BoundContent, Meaning, TypedNumber


@bilingual("bind", message("help-bind"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@option("--write", is_flag=True, words=message("help-bind-write"))
@format_option
def command(content: Path, layout: str, previous: Path | None, write: bool, form: str) -> None:
    """Tie the numbers of plain sentences to the data."""
    from docgen.binding.bind import bind

    bound = stage("binding", lambda: bind(content, previous, layout), form)
    is_written = write and bool(bound.files)
    if form == "text":
        echo("\n".join(_lines(bound)))
    if is_written:
        guarded(bound.write, form)
    if form == "json":
        print_json(_row(bound, is_written))
    elif bound.files:
        said = message("form-written", count=len(bound.files)) if is_written else message("bind-not-written")
        echo(str(said))


def _lines(bound: BoundContent) -> Iterator[str]:
    """The diff, what is ambiguous with all that it may mean, what is unbound, and the counts."""
    if bound.diff:
        yield bound.diff
    for found in bound.ambiguous:
        number = found.number
        yield str(message("bind-ambiguous", place=str(number.where), number=number.text, excerpt=number.excerpt))
        yield from (f"    {meaning}" for meaning in found.meanings)
    for number in bound.unbound:
        yield str(message("bind-unbound", place=str(number.where), number=number.text, excerpt=number.excerpt))
    ambiguous, unbound = len(bound.ambiguous), len(bound.unbound)
    yield str(message("bind-count", bound=len(bound.bindings), ambiguous=ambiguous, unbound=unbound))


def _row(bound: BoundContent, is_written: bool) -> dict[str, Any]:
    return {
        "bindings": [{**_of_number(one.number), **_of_meaning(one.meaning)} for one in bound.bindings],
        "ambiguous": [
            {**_of_number(one.number), "meanings": [_of_meaning(meaning) for meaning in one.meanings]}
            for one in bound.ambiguous
        ],
        "unbound": [_of_number(number) for number in bound.unbound],
        "files": sorted(bound.files),
        "written": is_written,
    }


def _of_number(number: TypedNumber) -> dict[str, Any]:
    span = {"start": number.start, "end": number.end}
    return {**place_in_parts(number.where), "sentence": number.sentence, "number": number.text, **span}


def _of_meaning(meaning: Meaning) -> dict[str, Any]:
    return {"expression": meaning.expression, "means": meaning.of or None}
