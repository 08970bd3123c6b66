"""What commands share: options, progress on a terminal, errors as text with status 2, and their form for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.errors import CellPosition, DocgenError, DocgenErrors, Position, Where
from docgen.shipped import DEFAULT_LAYOUT

if TYPE_CHECKING:
    from docgen.breach import Breach

T = TypeVar("T")

layout_option = click.option(
    "-l", "--layout", default=DEFAULT_LAYOUT, show_default=True, help="A layout pack: its name, or its folder."
)

previous_option = click.option(
    "--previous",
    type=click.Path(path_type=Path),
    help="The content folder of the year before; what changed since then is marked. Default: the one that "
    "compendium.yaml names.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, or JSON for programs.",
)

WRONG_INPUT = 2
"""The exit status where the user's input is wrong."""

NOT_CLEAN = 1
"""The exit status where a check finds errors, ``diff`` differences or ``merge`` conflicts."""


def stage(name: str, work: Callable[[], T], form: str = "text") -> T:
    """The result of ``work``, with progress, and with what the user got wrong printed as by :func:`guarded`."""
    return guarded(lambda: progress(name, work), form)


def progress(name: str, work: Callable[[], T]) -> T:
    """The result of ``work``; its name stands on the terminal while it runs, where somebody looks at one."""
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console

    with Console(stderr=True).status(name):
        return work()


def guarded(work: Callable[[], T], form: str = "text") -> T:
    """The result of ``work``; what the user got wrong is printed, as text or as JSON, and ends the program with 2."""
    try:
        return work()
    except DocgenError as error:
        errors = error.errors if isinstance(error, DocgenErrors) else (error,)
        if form == "json":
            print_json({"errors": [_error_row(single) for single in errors]})
        else:
            click.echo(str(error), err=True)
            if isinstance(error, DocgenErrors):
                click.echo(f"{len(errors)} error{'s' if len(errors) != 1 else ''}", err=True)
        raise SystemExit(WRONG_INPUT) from None


def print_json(answer: object) -> None:
    """Print an answer for programs."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def _error_row(error: DocgenError) -> dict[str, Any]:
    return {**place(error.where), "what": error.what, "expected": error.expected, "hint": error.hint}


def report_breaches(breaches: Sequence[Breach], form: str) -> int:
    """Print breaches, as ``json`` or as text with their count; the exit status."""
    errors = sum(breach.level == "error" for breach in breaches)
    if form == "json":
        print_json({"breaches": [_breach_row(breach) for breach in breaches]})
    else:
        count = f"{errors} errors, {len(breaches) - errors} notices"
        click.echo("\n".join([*map(str, breaches), count]))
    return NOT_CLEAN if errors else 0


def _breach_row(breach: Breach) -> dict[str, Any]:
    head = {"code": breach.code, "level": breach.level}
    return {**head, **place(breach.where), "what": breach.what, "hint": breach.hint or None}


def place(where: Where) -> dict[str, Any]:
    """A place for programs: file, line and column; file, sheet and cell of a workbook; or the words that name it."""
    if isinstance(where, Position):
        return {"file": where.file, "line": where.line, "column": where.column}
    if isinstance(where, CellPosition):
        cell = {"row": where.row, "column": where.column, "cell": where.cell} if where.row else {}
        return {"file": where.file, "sheet": where.sheet or None, **cell}
    return {"where": where}
