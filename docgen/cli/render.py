"""``docgen render``: the pictures of a deck."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.shared import guarded, stage
from docgen.errors import DocgenError

# No deck has more pages: a mistyped number in --pages is refused rather than counted to.
_LAST_PAGE = 9999


@click.command("render")
@click.argument("deck", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The folder for them; default: render/.")
@click.option("--pages", help="Pages to draw, such as 3,7-9; default: all.")
def command(deck: Path, output: Path | None, pages: str | None) -> None:
    """Draw a deck: a PDF, a PNG a page, a contact sheet.

    Needs LibreOffice.
    """
    from docgen.render import render as render_deck

    wanted = guarded(lambda: page_numbers(pages)) if pages is not None else None
    drawn = stage("drawing the pages", lambda: render_deck(deck, output or Path("render"), wanted))
    click.echo(f"{drawn.pdf}, {len(drawn.pages)} pages, {drawn.sheet}")


def page_numbers(text: str) -> tuple[int, ...]:
    """The pages that ``3,7-9`` names. DocgenError where it names none."""
    numbers: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        low, high = _page(first), _page(last if dash else first)
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
