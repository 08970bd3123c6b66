"""``docgen todo``: everything in a content folder that waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import format_option, guarded, layout_option, previous_option, print_json, stage
from docgen.messages import message
from docgen.place_parts import place_in_parts

if TYPE_CHECKING:
    from docgen.model import Compendium
    from docgen.worklist.item import WorkItem


@bilingual("todo", message("help-todo"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@format_option
@option("-o", "--output", type=PATH, words=message("help-todo-output"))
def command(content: Path, layout: str, previous: Path | None, form: str, output: Path | None) -> None:
    """List what waits for a person in a content folder."""
    from docgen.pipeline import load
    from docgen.pipeline import todo as work_list

    compendium = stage("reading the content", lambda: load(content, previous, layout), form)
    every = stage("gathering what is to do", lambda: work_list(compendium, layout), form)
    items = guarded(lambda: _without_accepted(every, compendium, content), form)
    if output is not None:
        from docgen.forms.exchange import todo_form

        guarded(lambda: todo_form(compendium, layout).save(output), form)
    if form == "json":
        print_json({"items": [_row(item) for item in items]})
    else:
        echo(_text(items))


def _without_accepted(
    items: Sequence[WorkItem], compendium: Compendium, content: Path
) -> tuple[WorkItem, ...]:
    """The items without the typed numbers that somebody has accepted."""
    from docgen.checks.content_rules import typed_breaches
    from docgen.review.accepted_file import accepted_file, beside
    from docgen.review.settle import settle

    breaches = tuple(typed_breaches(compendium))
    accepted = settle(breaches, accepted_file(beside(content)), content).accepted if breaches else {}
    others = [item for item in items if item.kind != "number"]
    numbers = [item for item in items if item.kind == "number"]
    return (*others, *(item for place, item in enumerate(numbers) if place not in accepted))


def _text(items: Sequence[WorkItem]) -> str:
    from docgen.worklist.item import LABELS

    counts = Counter(LABELS[item.kind] for item in items)
    kinds = tuple(message("todo-count-of-kind", kind=label, count=count) for label, count in counts.items())
    total = message("todo-count", count=len(items), kinds=kinds) if items else message("todo-nothing")
    return "\n".join(map(str, (*items, total)))


def _row(item: WorkItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "id": item.id,
        "name": str(item.name),
        "task": str(item.task),
        "now": str(item.now) or None,
        "pages": list(item.pages),
        **place_in_parts(item.where),
    }
