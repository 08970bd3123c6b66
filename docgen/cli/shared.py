"""What commands share: options, progress on a terminal, errors as text with status 2, and their form for programs."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.cli.command import PATH, Choice, option
from docgen.cli.progress import Stage, progress
from docgen.errors import CellPosition, DocgenError, DocgenErrors, Position, SlidePosition, Where
from docgen.messages import Message, current_language, message
from docgen.shipped import DEFAULT_LAYOUT

if TYPE_CHECKING:
    from docgen.breach import Breach

T = TypeVar("T")

layout_option = option(
    "-l", "--layout", default=DEFAULT_LAYOUT, show_default=True, words=message("help-option-layout")
)

previous_option = option("--previous", type=PATH, words=message("help-option-previous"))

format_option = option(
    "--format",
    "form",
    type=Choice(["text", "json"]),
    default="text",
    show_default=True,
    words=message("help-option-format"),
)

WRONG_INPUT = 2
"""The exit status where the user's input is wrong."""

NOT_CLEAN = 1
"""The exit status where a check finds errors, ``diff`` differences or ``merge`` conflicts."""

_YES = ("y", "yes", "はい")


def stage(name: Stage, work: Callable[[], T], form: str = "text") -> T:
    """The result of ``work``, with progress, and with what the user got wrong printed as by :func:`guarded`."""
    return guarded(lambda: progress(name, work), form)


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
                click.echo(str(error.message), err=True)
        raise SystemExit(WRONG_INPUT) from None


def is_confirmed(question: Message) -> bool:
    """Whether somebody at the terminal says yes to a question; anything else is no."""
    answer = click.prompt(f"{question} [y/N]", default="", show_default=False, prompt_suffix=": ")
    return unicodedata.normalize("NFKC", answer).strip().lower() in _YES


def print_json(answer: object) -> None:
    """Print an answer for programs; characters that the console lacks stand as JSON has them, by their numbers."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = json.dumps(answer, indent=2)
    click.echo(text)


def _error_row(error: DocgenError) -> dict[str, Any]:
    said = {"what": error.what, "expected": error.expected, "hint": error.hint}
    values = error.message.plain_values(current_language())
    return {**place(error.where), "code": error.code, **said, "values": values}


@dataclass(frozen=True, slots=True)
class Covered:
    """What a check looked at: ``counts`` for programs, ``line`` for people."""

    counts: Mapping[str, int]
    line: Message


def report_breaches(breaches: Sequence[Breach], form: str, covered: Covered | None = None) -> int:
    """Print breaches, as ``json`` or as text with their count and what was covered; the exit status."""
    errors = sum(breach.level == "error" for breach in breaches)
    if form == "json":
        coverage = {"covered": dict(covered.counts)} if covered is not None else {}
        print_json({"breaches": [_breach_row(breach) for breach in breaches], **coverage})
    else:
        count = message("report-count", errors=errors, notices=len(breaches) - errors)
        last = (covered.line,) if covered is not None else ()
        click.echo("\n".join(map(str, (*breaches, count, *last))))
    return NOT_CLEAN if errors else 0


def _breach_row(breach: Breach) -> dict[str, Any]:
    head = {"code": breach.code, "level": breach.level}
    said = {"what": breach.what, "hint": breach.hint or None}
    return {**head, **place(breach.where), **said, "values": breach.message.plain_values(current_language())}


def place(where: Where) -> dict[str, Any]:
    """A place for programs: file, line and column; file, sheet and cell of a workbook; or the words that name it."""
    if isinstance(where, Position):
        return {"file": where.file, "line": where.line, "column": where.column}
    if isinstance(where, CellPosition):
        cell = {"row": where.row, "column": where.column, "cell": where.cell} if where.row else {}
        return {"file": where.file, "sheet": where.sheet or None, **cell}
    if isinstance(where, SlidePosition):
        of_table = {"row": where.row, "column": where.column} if where.row else {}
        return {"file": where.file, "slide": where.slide, "shape": where.shape or None, **of_table}
    return {"where": str(where) if where is not None else None}
