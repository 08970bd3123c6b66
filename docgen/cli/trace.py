"""``docgen trace``: what a page, a sentence or a number rests on, down to the file and the row."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.options import layout_option
from docgen.cli.report import WRONG_INPUT, errors_for_programs, place, progress, report
from docgen.errors import DocgenError, Position

if TYPE_CHECKING:
    from docgen.tracing.step import Reading, Step

# So many cells of one column are listed one by one; more are drawn together as a range of lines.
_LISTED = 3


@click.command("trace")
@click.argument("content", type=click.Path(path_type=Path))
@click.argument("identifier", metavar="ID")
@layout_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(content: Path, identifier: str, layout: str, form: str) -> None:
    """Say what ID of the content folder CONTENT rests on.

    ID is a page's, a record's, a statement's (page/statement), a value's (indicator/value), a figure's or table's
    (page/figure), or a budget line's. What stands above already is marked (above) and not told again.
    """
    from docgen.pipeline import load, pack_of
    from docgen.pipeline import trace as trace_content

    try:
        pack = pack_of(layout)
        compendium = progress("reading the content", lambda: load(content, layout=pack))
        step = progress("tracing", lambda: trace_content(compendium, identifier, pack))
    except DocgenError as error:
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    if form == "json":
        click.echo(json.dumps(_for_programs(step), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(tree(step)))


def tree(step: Step) -> Iterator[str]:
    """The lines of a trace as a tree: each step, the cells it reads, and the steps below it."""
    yield _told(step)
    branches = [[line] for line in _cells(step.readings)] + [list(tree(each)) for each in step.rests_on]
    for branch in branches:
        last = branch is branches[-1]
        yield ("└─ " if last else "├─ ") + branch[0]
        yield from (("   " if last else "│  ") + line for line in branch[1:])


def _told(step: Step) -> str:
    name = f"{step.kind} {step.id}" if step.id else step.kind
    above = " (above)" if step.above else ""
    text = "" if step.above else f": {' '.join(step.text.split())}"
    return f"{name}{text} [{step.where}]{above}"


def _cells(readings: Iterable[Reading]) -> Iterator[str]:
    """A line for each cell, or for each column of a file where many of its cells were read."""
    columns: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        columns.setdefault((reading.file, reading.column), []).append(reading)
    sources: dict[str, str] = {}
    for (file, column), cells in columns.items():
        lines = [_cell(each) for each in cells]
        if len(cells) > _LISTED:
            lines = [f"{_lines(cells)} {column or 'rows'} ({len(cells)})"]
        source = cells[0].source if file not in sources else ""
        sources[file] = cells[0].source
        yield lines[0] + (f" ({source})" if source else "")
        yield from lines[1:]


def _cell(reading: Reading) -> str:
    return f"{reading.where} {reading.column} = {reading.text}" if reading.column else f"{reading.where} {reading.text}"


def _lines(cells: list[Reading]) -> str:
    """The file and its lines: data/deaths.csv:2-7,9."""
    from docgen.ready import line_ranges

    places = [each.where for each in cells if isinstance(each.where, Position)]
    return f"{places[0].file}:{','.join(line_ranges(each.line for each in places))}" if places else cells[0].file


def _for_programs(step: Step) -> dict[str, Any]:
    told = {"kind": step.kind, "id": step.id or None, "text": step.text, **place(step.where)}
    if step.above:
        return {**told, "above": True}
    read = [
        {**place(each.where), "column_name": each.column or None, "text": each.text, "source": each.source or None}
        for each in step.readings
    ]
    return {**told, "reads": read, "rests_on": [_for_programs(each) for each in step.rests_on]}
