"""The commands: build, check, render.

Exit status: 0 done, 1 findings, 2 the user's input is wrong. What a user can cause is never a traceback.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen.errors import DocgenError, DocgenErrors, Position

T = TypeVar("T")
_WRONG_INPUT = 2
_FINDINGS = 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="docgen")
def main() -> None:
    """Compile structured content into a compendium deck (.pptx)."""


@main.command()
@click.argument("content", type=click.Path(path_type=Path), required=False)
@click.option("-l", "--layout", default="cabinet_office", show_default=True, help="A pack's name, or its folder.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: CONTENT's name and .pptx.")
def build(content: Path | None, layout: str, output: Path | None) -> None:
    """Build the deck of the content folder CONTENT (default: the starter content that docgen carries)."""
    from docgen.pipeline import build as build_deck
    from docgen.pipeline import load
    from docgen.shipped import shipped_folder

    folder = content if content is not None else shipped_folder("content") / "fy2023"
    path = output if output is not None else Path(f"{folder.resolve().name}.pptx")
    compendium = _stage("reading the content", lambda: load(folder))
    deck = _stage("composing the pages", lambda: build_deck(compendium, layout))
    _stage("writing the deck", lambda: deck.save(path))
    click.echo(f"{path}: {len(deck.placed.slides)} slides")


@main.command()
@click.argument("content", type=click.Path(path_type=Path))
@click.option("-l", "--layout", default="cabinet_office", show_default=True, help="A pack's name, or its folder.")
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
            click.echo(json.dumps({"errors": _error_rows(error)}, ensure_ascii=False, indent=2))
            sys.exit(_WRONG_INPUT)
        raise SystemExit(_report(error)) from None
    if form == "json":
        rows = [
            {"rule": b.rule, "level": b.level, "where": str(b.where), "what": b.what, "hint": b.hint}
            for b in breaches
        ]
        click.echo(json.dumps({"findings": rows}, ensure_ascii=False, indent=2))
    else:
        for breach in breaches:
            click.echo(str(breach))
        errors = sum(breach.level == "error" for breach in breaches)
        click.echo(f"{errors} findings, {len(breaches) - errors} notices")
    sys.exit(_FINDINGS if any(breach.level == "error" for breach in breaches) else 0)


@main.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the pictures; default: render/.")
@click.option("--pages", help="Pages to draw, such as 3,7-9; default: all.")
def render(deck: Path, output: Path | None, pages: str | None) -> None:
    """Draw DECK: a PDF, one PNG a page, and a contact sheet. Needs LibreOffice."""
    from docgen.render import render as render_deck

    wanted = _guarded(lambda: page_numbers(pages)) if pages is not None else None
    made = _stage("drawing the pages", lambda: render_deck(deck, output or Path("render"), wanted))
    click.echo(f"{made.pdf}, {len(made.pages)} pages, {made.sheet}")


def page_numbers(text: str) -> tuple[int, ...]:
    """The pages that ``3,7-9`` names. DocgenError where it names none."""
    numbers: list[int] = []
    for part in text.split(","):
        first, found, last = part.strip().partition("-")
        if not first.isdecimal() or (found and not last.isdecimal()):
            raise DocgenError(
                f"{part!r} names no pages", where="--pages", expected="numbers and ranges, such as 3,7-9"
            )
        numbers.extend(range(int(first), int(last or first) + 1))
    return tuple(numbers)


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


def _error_rows(error: DocgenError) -> list[dict[str, Any]]:
    errors = error.errors if isinstance(error, DocgenErrors) else (error,)
    return [_error_row(each) for each in errors]


def _error_row(error: DocgenError) -> dict[str, Any]:
    where = error.where
    place: dict[str, Any] = {"where": None if where is None else str(where)}
    if isinstance(where, Position):
        place = {"file": where.file, "line": where.line, "column": where.column}
    return {**place, "what": error.what, "expected": error.expected, "hint": error.hint}
