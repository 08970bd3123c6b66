"""What commands share: progress on a terminal, errors as text with status 2, and their form for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.errors import DocgenError, DocgenErrors, Position, Where

if TYPE_CHECKING:
    from docgen.breach import Breach

T = TypeVar("T")

WRONG_INPUT = 2
"""The exit status where the user's input is wrong."""

NOT_CLEAN = 1
"""The exit status where a check finds errors, ``diff`` differences or ``merge`` conflicts."""


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


def report_breaches(breaches: Sequence[Breach], form: str) -> int:
    """Print breaches, as ``json`` or as text with their count; the exit status."""
    errors = sum(breach.level == "error" for breach in breaches)
    if form == "json":
        rows = [_row(breach) for breach in breaches]
        click.echo(json.dumps({"breaches": rows}, ensure_ascii=False, indent=2))
    else:
        count = f"{errors} errors, {len(breaches) - errors} notices"
        click.echo("\n".join([*map(str, breaches), count]))
    return NOT_CLEAN if errors else 0


def _row(breach: Breach) -> dict[str, Any]:
    head = {"code": breach.code, "level": breach.level}
    return {**head, **place(breach.where), "what": breach.what, "hint": breach.hint or None}


def place(where: Where) -> dict[str, Any]:
    """A place for programs: file, line and column, or the words that name it."""
    if isinstance(where, Position):
        return {"file": where.file, "line": where.line, "column": where.column}
    return {"where": where}
