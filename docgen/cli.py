"""The commands: build, check, render.

Exit status: 0 done, 1 findings, 2 the user's input is wrong. What a user can cause is never a traceback.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.shipped import DEFAULT_LAYOUT, shipped_folder

if TYPE_CHECKING:
    from docgen.check.breach import Breach

T = TypeVar("T")
_WRONG_INPUT = 2
_FINDINGS = 1
# No deck has more pages; a slip of the keyboard in --pages must not count to a billion.
_LAST_PAGE = 9999

_layout_option = click.option(
    "-l", "--layout", default=DEFAULT_LAYOUT, show_default=True, help="A pack's name, or its folder."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="docgen")
def main() -> None:
    """Compile structured content into a compendium deck (.pptx).

    Exit status: 0 done, 1 check has findings, 2 the input is wrong.
    """


@main.command()
@click.argument("content", type=click.Path(path_type=Path), required=False)
@_layout_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: CONTENT's name and .pptx.")
def build(content: Path | None, layout: str, output: Path | None) -> None:
    """Build the deck of the content folder CONTENT (default: the starter content that docgen carries)."""
    from docgen.pipeline import build as build_deck
    from docgen.pipeline import load

    # What a build makes lives to its end; looking for garbage on the way would only cost time.
    gc.disable()
    folder = content if content is not None else shipped_folder("content") / "fy2023"
    path = output if output is not None else Path(f"{folder.resolve().name}.pptx")
    compendium = _stage("reading the content", lambda: load(folder))
    deck = _stage("composing the pages", lambda: build_deck(compendium, layout))
    _stage("writing the deck", lambda: deck.save(path))
    click.echo(f"{path}: {len(deck.placed.slides)} slides")


@main.command()
@click.argument("content", type=click.Path(path_type=Path))
@_layout_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(content: Path, layout: str, form: str) -> None:
    """Check the content folder CONTENT and the deck that it gives."""
    from docgen.pipeline import check as check_content
    from docgen.pipeline import load

    try:
        compendium = _progress("reading the content", lambda: load(content))
        breaches = _progress("checking the pages", lambda: check_content(compendium, layout))
    except DocgenError as error:
        if form == "json":
            click.echo(_errors_json(error))
            sys.exit(_WRONG_INPUT)
        raise SystemExit(_report(error)) from None
    click.echo(_findings_json(breaches) if form == "json" else _findings_text(breaches))
    sys.exit(_FINDINGS if any(breach.level == "error" for breach in breaches) else 0)


@main.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A folder; default: render/.")
@click.option("--pages", help="Pages to draw, such as 3,7-9; default: all.")
def render(deck: Path, output: Path | None, pages: str | None) -> None:
    """Draw DECK: a PDF, one PNG a page, and a contact sheet.

    Needs LibreOffice."""
    from docgen.render import render as render_deck

    wanted = _guarded(lambda: page_numbers(pages)) if pages is not None else None
    made = _stage("drawing the pages", lambda: render_deck(deck, output or Path("render"), wanted))
    click.echo(f"{made.pdf}, {len(made.pages)} pages, {made.sheet}")


def page_numbers(text: str) -> tuple[int, ...]:
    """The pages that ``3,7-9`` names. DocgenError where it names none."""
    numbers: list[int] = []
    for part in text.split(","):
        first, found, last = part.strip().partition("-")
        low, high = _page(first), _page(last if found else first)
        if low is None or high is None or low > high:
            raise DocgenError(
                f"{part.strip()!r} names no pages",
                where="--pages",
                expected="numbers and ranges, such as 3,7-9",
            )
        numbers.extend(range(low, high + 1))
    return tuple(dict.fromkeys(numbers))


def _page(text: str) -> int | None:
    """The page number that a text is, None where it is none."""
    return int(text) if text.isdecimal() and int(text) <= _LAST_PAGE else None


def _stage(name: str, work: Callable[[], T]) -> T:
    """The result of a stage, with progress; a user's error is printed and ends the program with 2."""
    return _guarded(lambda: _progress(name, work))


def _progress(name: str, work: Callable[[], T]) -> T:
    """The result of ``work``, with a line of progress where somebody looks at a terminal."""
    if not sys.stderr.isatty():
        return work()
    from rich.console import Console

    with Console(stderr=True).status(name):
        return work()


def _guarded(work: Callable[[], T]) -> T:
    try:
        return work()
    except DocgenError as error:
        raise SystemExit(_report(error)) from None


def _report(error: DocgenError) -> int:
    click.echo(str(error), err=True)
    if isinstance(error, DocgenErrors):
        count = len(error.errors)
        click.echo(f"{count} error{'s' if count != 1 else ''}", err=True)
    return _WRONG_INPUT


def _findings_text(breaches: Sequence[Breach]) -> str:
    errors = sum(breach.level == "error" for breach in breaches)
    count = f"{errors} findings, {len(breaches) - errors} notices"
    return "\n".join([*(str(breach) for breach in breaches), count])


def _findings_json(breaches: Sequence[Breach]) -> str:
    rows = [_finding_row(each) for each in breaches]
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=2)


def _finding_row(breach: Breach) -> dict[str, Any]:
    rule = {"rule": breach.rule, "level": breach.level}
    return {**rule, **_place(breach.where), "what": breach.what, "hint": breach.hint or None}


def _errors_json(error: DocgenError) -> str:
    errors = error.errors if isinstance(error, DocgenErrors) else (error,)
    rows = [
        {**_place(each.where), "what": each.what, "expected": each.expected, "hint": each.hint}
        for each in errors
    ]
    return json.dumps({"errors": rows}, ensure_ascii=False, indent=2)


def _place(where: Position | str | None) -> dict[str, Any]:
    """A place for programs: file, line and column, or the words that name it."""
    if isinstance(where, Position):
        return {"file": where.file, "line": where.line, "column": where.column}
    return {"where": where}
