"""What commands share: progress on a terminal, errors as text with status 2, and their form for programs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from docgen.errors import DocgenError, DocgenErrors, Position

T = TypeVar("T")

WRONG_INPUT = 2
"""The exit status where the user's input is wrong."""

FINDINGS = 1
"""The exit status where a command has findings."""


def stage(name: str, work: Callable[[], T]) -> T:
    """The result of a stage, with progress; a user's error is printed and ends the program with 2."""
    return guarded(lambda: progress(name, work))


def progress(name: str, work: Callable[[], T]) -> T:
    """The result of ``work``, with a line of progress where somebody looks at a terminal."""
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console

    with Console(stderr=True).status(name):
        return work()


def guarded(work: Callable[[], T]) -> T:
    """The result of ``work``; a user's error is printed and ends the program with 2."""
    try:
        return work()
    except DocgenError as error:
        raise SystemExit(report(error)) from None


def report(error: DocgenError) -> int:
    """Print an error, or several and their count; the exit status."""
    click.echo(str(error), err=True)
    if isinstance(error, DocgenErrors):
        count = len(error.errors)
        click.echo(f"{count} error{'s' if count != 1 else ''}", err=True)
    return WRONG_INPUT


def errors_for_programs(error: DocgenError) -> dict[str, Any]:
    """An error, or several, as JSON holds them."""
    errors = error.errors if isinstance(error, DocgenErrors) else (error,)
    rows = [
        {**place(each.where), "what": each.what, "expected": each.expected, "hint": each.hint}
        for each in errors
    ]
    return {"errors": rows}


def place(where: Position | str | None) -> dict[str, Any]:
    """A place for programs: file, line and column, or the words that name it."""
    if isinstance(where, Position):
        return {"file": where.file, "line": where.line, "column": where.column}
    return {"where": where}
