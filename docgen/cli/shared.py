"""What commands share: options, progress on a terminal, errors as text with status 2, and their form for programs."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.cli.command import PATH, Choice, option
from docgen.cli.echo import echo
from docgen.cli.progress import Stage, progress
from docgen.cli.trusting import trusting
from docgen.errors import DocgenError, DocgenErrors
from docgen.messages import Message, current_language, message
from docgen.place_parts import place_in_parts
from docgen.shipped import DEFAULT_LAYOUT

if TYPE_CHECKING:
    from docgen.review.review import Review

T = TypeVar("T")

_layout: Callable[[Callable[..., Any]], Any] = option(
    "-l", "--layout", default=DEFAULT_LAYOUT, show_default=True, words=message("help-option-layout")
)


def layout_option(function: Callable[..., Any]) -> Any:
    """The decorator of a command that takes a layout pack, whose code and folders the user may trust."""
    return _layout(trusting(function))


previous_option = option("--previous", type=PATH, words=message("help-option-previous"))

_final = option("--final", "edition", flag_value="final", default=None, words=message("help-option-final"))
_draft = option("--draft", "edition", flag_value="draft", default=None, words=message("help-option-draft"))


def edition_options(function: Callable[..., Any]) -> Any:
    """The decorator of a command that makes a deck, for the edition that goes before the one of compendium.yaml."""
    return _draft(_final(function))


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
        if form == "json":
            print_json({"errors": error_rows(error)})
        else:
            echo(str(error), err=True)
            if isinstance(error, DocgenErrors):
                echo(str(error.message), err=True)
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
    echo(text)


def error_rows(error: DocgenError) -> list[dict[str, Any]]:
    """What a user got wrong, for programs: a row for each error."""
    errors = error.errors if isinstance(error, DocgenErrors) else (error,)
    return [_error_row(single) for single in errors]


def _error_row(error: DocgenError) -> dict[str, Any]:
    said = {"what": error.what, "expected": error.expected, "hint": error.hint}
    values = error.message.plain_values(current_language())
    return {**place_in_parts(error.where), "code": error.code, **said, "values": values}


def report(review: Review, form: str) -> int:
    """Print a review as text, or for programs; the exit status."""
    if form == "text":
        from docgen.review.listing import print_review

        print_review(review, sys.stdout)
    else:
        from docgen.review.forms import PROGRAM_FORMS

        print_json(PROGRAM_FORMS[form](review))
    return NOT_CLEAN if review.errors else 0
