"""``docgen diff``: what changed between two compendia."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import NOT_CLEAN, format_option, layout_option, print_json, stage
from docgen.messages import current_language, message

if TYPE_CHECKING:
    from docgen.comparison.comparison import Comparison
    from docgen.render.engine import Asked


@bilingual("diff", message("help-diff"))
@click.argument("old", type=PATH)
@click.argument("new", type=PATH, required=False)
@layout_option
@format_option
@option("--slide", type=PATH, words=message("help-diff-slide"))
@option("--html", type=PATH, words=message("help-diff-html"))
@option(
    "--engine",
    type=Choice(["auto", "libreoffice", "betteroffice"]),
    default="auto",
    show_default=True,
    words=message("help-diff-engine"),
)
@option("--all", "every", is_flag=True, words=message("help-diff-all"))
@option("--base", type=PATH, words=message("help-merge-base"))
def command(
    old: Path,
    new: Path | None,
    layout: str,
    form: str,
    slide: Path | None,
    html: Path | None,
    engine: Asked,
    every: bool,
    base: Path | None,
) -> None:
    """Say what changed between two content folders or decks, or what was done by hand to a deck."""
    if new is None:
        sys.exit(_tell_edits(old, base, form))
    from docgen.comparison.compare import diff as compare
    from docgen.comparison.slide import as_slide

    if html is None:
        comparison = stage("comparing", lambda: compare(old, new, layout), form)
    else:
        comparison = _reported(old, new, layout, engine, html, form)
    if slide is not None:
        stage("writing the slide", lambda: as_slide(comparison, layout).save(slide))
    if form == "json":
        print_json(comparison.row())
    else:
        echo(comparison.whole_text(current_language()) if every else str(comparison))
    sys.exit(NOT_CLEAN if comparison else 0)


def _reported(old: Path, new: Path, layout: str, engine: Asked, file: Path, form: str) -> Comparison:
    """The comparison, also written as a report with pictures."""
    from docgen.comparison.report import report
    from docgen.whole.file import write_file

    made = stage("comparing", lambda: report(old, new, layout, engine), form)
    data = made.html(current_language()).encode("utf-8", "surrogatepass")
    stage("writing the report", lambda: write_file(data, file), form)
    if made.drawn is None:
        echo(str(message("diff-report-not-drawn")), err=True)
    return made.comparison


def _tell_edits(deck: Path, base: Path | None, form: str) -> int:
    """Print what was done by hand to a deck since it was built; the exit status."""
    from docgen.merging.hand_edits import hand_edits

    found = stage("comparing", lambda: hand_edits(deck, base), form)
    if form == "json":
        edits, others = ([each.row() for each in group] for group in (found.edits, found.not_carried))
        print_json({"edits": edits, "not_carried": others})
    else:
        told = [str(each) for each in (*found.edits, *found.not_carried)]
        echo("\n".join((*told, str(message("diff-edits", count=len(told))))))
    return NOT_CLEAN if found else 0
