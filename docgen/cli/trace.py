"""``docgen trace``: what a page, a sentence or a number rests on, down to the file and the row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.command import PATH, bilingual
from docgen.cli.echo import echo
from docgen.cli.shared import format_option, guarded, layout_option, print_json, stage
from docgen.errors import CellPosition, Position, column_letters
from docgen.messages import Message, message
from docgen.place_parts import place_in_parts

if TYPE_CHECKING:
    from docgen.tracing.step import Reading, Step, StepKind

KINDS: Mapping[StepKind, Message] = {
    "page": message("noun-page"),
    "indicator": message("noun-indicator"),
    "finding": message("noun-finding"),
    "candidate": message("noun-candidate"),
    "measure chart": message("noun-measure-chart"),
    "prior study": message("trace-prior-study"),
    "record": message("trace-record"),
    "statement": message("noun-statement"),
    "sentence": message("trace-sentence"),
    "value": message("noun-value"),
    "fact": message("noun-stated-fact"),
    "figure": message("word-figure"),
    "table": message("word-table"),
    "budget line": message("noun-budget-line"),
    "dataset": message("noun-dataset"),
    "source": message("noun-source"),
}
"""What the steps of a trace are called."""

# Up to so many cells of one column stand on a line each; more are one range of lines.
_LISTED = 3


@bilingual("trace", message("help-trace"))
@click.argument("content", type=PATH)
@click.argument("identifier", metavar="ID")
@layout_option
@format_option
def command(content: Path, identifier: str, layout: str, form: str) -> None:
    """Say what a page, sentence or value rests on."""
    from docgen.pipeline import load, pack_of
    from docgen.pipeline import trace as trace_content

    pack = guarded(lambda: pack_of(layout), form)
    compendium = stage("reading the content", lambda: load(content, layout=pack), form)
    step = stage("tracing", lambda: trace_content(compendium, identifier, pack), form)
    if form == "json":
        print_json(_for_programs(step))
    else:
        echo("\n".join(tree(step)))


def tree(step: Step) -> Iterator[str]:
    """The lines of a trace as a tree: each step, the cells it reads, and the steps below it."""
    yield _line(step)
    branches = [[line] for line in _cells(step.readings)] + [list(tree(below)) for below in step.rests_on]
    for branch in branches:
        last = branch is branches[-1]
        yield ("└─ " if last else "├─ ") + branch[0]
        yield from (("   " if last else "│  ") + line for line in branch[1:])


def _line(step: Step) -> str:
    name = f"{KINDS[step.kind]} {step.id}".rstrip()
    if step.above:
        return f"{name} [{step.where}] {message('trace-above')}"
    return f"{name}: {' '.join(step.text.split())} [{step.where}]"


def _cells(readings: Iterable[Reading]) -> Iterator[str]:
    """A line for each cell, or for each column of a file where many of its cells were read."""
    columns: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        columns.setdefault((reading.file, reading.column), []).append(reading)
    sources: dict[str, str] = {}
    for (file, column), cells in columns.items():
        lines = [_cell(reading) for reading in cells]
        if len(cells) > _LISTED:
            lines = [f"{_lines(cells)} {column or message('trace-rows')} ({len(cells)})"]
        source = cells[0].source if file not in sources else ""
        sources[file] = cells[0].source
        yield lines[0] + (f" ({source})" if source else "")
        yield from lines[1:]


def _cell(reading: Reading) -> str:
    return f"{reading.where} {reading.column} = {reading.text}" if reading.column else f"{reading.where} {reading.text}"


def _lines(cells: list[Reading]) -> str:
    """The file and its lines, or the sheet and its cells: data/deaths.csv:2-7,9, data/deaths.xlsx!死者数!C2-7,9."""
    from docgen.ready import line_ranges

    lines: dict[str, list[int]] = {}
    for where in (reading.where for reading in cells):
        if isinstance(where, Position):
            lines.setdefault(f"{where.file}:", []).append(where.line)
        elif isinstance(where, CellPosition):
            sheet = CellPosition(where.file, where.sheet)
            lines.setdefault(f"{sheet}!{column_letters(where.column)}", []).append(where.row)
    return " ".join(f"{where}{','.join(line_ranges(numbers))}" for where, numbers in lines.items()) or cells[0].file


def _for_programs(step: Step) -> dict[str, Any]:
    row = {"kind": step.kind, "id": step.id or None, "text": step.text, **place_in_parts(step.where)}
    if step.above:
        return {**row, "above": True}
    read = [
        {
            **place_in_parts(reading.where),
            "column_name": reading.column or None,
            "text": reading.text,
            "source": reading.source or None,
        }
        for reading in step.readings
    ]
    return {**row, "reads": read, "rests_on": [_for_programs(below) for below in step.rests_on]}
