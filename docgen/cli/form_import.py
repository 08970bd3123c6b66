"""``docgen form import``: the answers of returned forms, shown, and then written into the content."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import (
    NOT_CLEAN,
    format_option,
    guarded,
    is_confirmed,
    layout_option,
    previous_option,
    print_json,
    stage,
)
from docgen.messages import message
from docgen.messages.harmless import harmless
from docgen.place_parts import place_in_parts

if TYPE_CHECKING:
    from docgen.forms.importing import FormImport

# Where no terminal says how wide it is.
_WIDTH = 200


@bilingual("import", message("help-form-import"))
@click.argument("forms", nargs=-1, required=True, type=PATH)
@click.argument("content", type=PATH)
@layout_option
@previous_option
@option("--yes", is_flag=True, words=message("help-form-yes"))
@format_option
def import_(
    forms: tuple[Path, ...], content: Path, layout: str, previous: Path | None, yes: bool, form: str
) -> None:
    """Take the answers of returned forms into the content."""
    from docgen.forms.exchange import import_forms

    answers = stage("reading the forms", lambda: import_forms(forms, content, previous, layout), form)
    wanted = bool(answers.files) and (yes or (form == "text" and can_ask()))
    if form == "text":
        _show(answers)
        if wanted and not yes:
            wanted = is_confirmed(message("form-write-it"))
    if wanted:
        guarded(answers.write, form)
    if form == "json":
        print_json(_row(answers, wanted))
    elif answers.files:
        echo(str(message("form-written", count=len(answers.files)) if wanted else message("form-not-written")))
    sys.exit(NOT_CLEAN if answers.files and not wanted else 0)


def can_ask() -> bool:
    """Whether somebody at a terminal can be asked."""
    return sys.stdin.isatty()


def _show(answers: FormImport) -> None:
    """Print the changes as a table, what is confirmed, and what is worth knowing."""

    if answers.changes:
        _print_table(answers)
    for notice in answers.notices:
        echo(str(notice))
    echo(str(message("form-count", changes=len(answers.changes), confirmed=len(answers.confirmed))))


def _print_table(answers: FormImport) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table


    heads = (
        message("form-head-cell"),
        message("form-head-name"),
        message("form-head-before"),
        message("form-head-after"),
        message("form-head-remark"),
    )
    table = Table(box=SIMPLE, show_edge=False)
    for head in heads:
        table.add_column(str(head), overflow="fold")
    several = len({change.where.file for change in answers.changes}) > 1
    for change in answers.changes:
        file = f"{Path(change.where.file).name}!" if several else ""
        name = f"{change.name} {change.field}".strip()
        cells = (f"{file}{change.where.sheet}!{change.where.cell}", name, change.before, change.after, change.remark)
        table.add_row(*(harmless(str(cell)) for cell in cells))
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, markup=False)
    console.print(table)


def _row(answers: FormImport, written: bool) -> dict[str, Any]:
    changes = [
        {
            **place_in_parts(change.where),
            "name": change.name,
            "field": str(change.field),
            "before": str(change.before),
            "after": str(change.after),
            "remark": str(change.remark) or None,
        }
        for change in answers.changes
    ]
    notices = [{"code": notice.code, **place_in_parts(notice.where), "what": notice.what} for notice in answers.notices]
    return {
        "changes": changes,
        "confirmed": list(answers.confirmed),
        "notices": notices,
        "files": sorted(answers.files),
        "written": written,
    }
