"""``docgen render``: the pictures of a deck."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, stage
from docgen.errors import DocgenError
from docgen.messages import message

# No deck has more pages: a mistyped number in --pages is refused rather than counted to.
_LAST_PAGE = 9999


@bilingual("render", message("help-render"))
@click.argument("deck", type=PATH)
@option("-o", "--output", type=PATH, words=message("help-render-output"))
@option("--pages", words=message("help-render-pages"))
def command(deck: Path, output: Path | None, pages: str | None) -> None:
    """Draw a deck: a PDF, a PNG a page, a contact sheet."""
    from docgen.render import render as render_deck

    wanted = guarded(lambda: page_numbers(pages)) if pages is not None else None
    drawn = stage("drawing the pages", lambda: render_deck(deck, output or Path("render"), wanted))
    done = message("render-done", pdf=str(drawn.pdf), count=len(drawn.pages), sheet=str(drawn.sheet))
    echo(str(done))


def page_numbers(text: str) -> tuple[int, ...]:
    """The pages that ``3,7-9`` names. DocgenError where it names none."""
    numbers: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        low, high = _page(first), _page(last if dash else first)
        if low is None or high is None or low > high:
            raise DocgenError("no-pages-named", where="--pages", text=part.strip())
        numbers.extend(range(low, high + 1))
    return tuple(dict.fromkeys(numbers))


def _page(text: str) -> int | None:
    """The page number that a text is, None where it is none."""
    return int(text) if text.isdecimal() and int(text) <= _LAST_PAGE else None
