"""``docgen todo``: everything in a content folder that waits for a person."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.options import layout_option, previous_option
from docgen.cli.report import WRONG_INPUT, errors_for_programs, guarded, place, progress, report
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.worklist.item import WorkItem


@click.command("todo")
@click.argument("content", type=click.Path(path_type=Path))
@layout_option
@previous_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="An Excel file (.xlsx) for the bureaus.")
def command(content: Path, layout: str, previous: Path | None, form: str, output: Path | None) -> None:
    """List what waits for a person in the content folder CONTENT."""
    from docgen.pipeline import load, save_bytes
    from docgen.pipeline import todo as work_list

    if output is not None:
        guarded(lambda: _must_be_excel(output))
    try:
        compendium = progress("reading the content", lambda: load(content, previous, layout))
        items = progress("gathering what is to do", lambda: work_list(compendium, layout))
    except DocgenError as error:
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    if output is not None:
        from docgen.worklist.excel import to_excel

        title = f"{compendium.title}（{compendium.fiscal_year}年度）の作業一覧"
        guarded(lambda: save_bytes(to_excel(items, title), output))
    click.echo(_json(items) if form == "json" else _text(items))


def _must_be_excel(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise DocgenError(
            f"{path.name!r} is not the name of an Excel file", where="-o", expected="a name such as todo.xlsx"
        )


def _text(items: Sequence[WorkItem]) -> str:
    from docgen.worklist.labels import LABELS

    counts = Counter(LABELS[item.kind] for item in items)
    listed = "、".join(f"{label}{count}" for label, count in counts.items())
    return "\n".join([*(str(item) for item in items), f"{len(items)} items" + (f"（{listed}）" if items else "")])


def _json(items: Sequence[WorkItem]) -> str:
    rows = [
        {
            "kind": item.kind,
            "id": item.id,
            "name": item.name,
            "task": item.task,
            "now": item.now or None,
            "pages": list(item.pages),
            **place(item.where),
        }
        for item in items
    ]
    return json.dumps({"items": rows}, ensure_ascii=False, indent=2)
