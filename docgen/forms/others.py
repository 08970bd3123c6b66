"""What is only asked for where it waits: figures of an earlier year, the date of publication, data that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.forms.content import CONFIRMED, FormContent
from docgen.forms.form import AnswerCell, FormRow
from docgen.forms.sheet_kinds import REMARK
from docgen.messages import text_of
from docgen.model import Figure
from docgen.model.compendium import carriable
from docgen.worklist.work_list import work_items


def figure_rows(content: FormContent) -> Iterator[FormRow]:
    """A row for each figure that shows an earlier year's data still."""
    paths = carriable(content.compendium)["figures"]
    records = dict(content.compendium.records)
    for (name, identifier), task in content.tasks.items():
        if name != "figures":
            continue
        path = paths[identifier]
        figure, indicator = records[path], content.compendium.indicators[str(path[1])]
        assert isinstance(figure, Figure)
        shown = [str(cell) for cell in figure.where.values()]
        yield FormRow(
            f"figures/{identifier}",
            path,
            f"{indicator.id} 図「{figure.title}」",
            {
                "group": f"{indicator.id} {indicator.name}",
                "name": figure.title,
                "task": task,
                "now": "、".join([*shown, *([f"～{figure.x_to}"] if figure.x_to is not None else [])]),
            },
            CONFIRMED,
            content.responsible.of(path),
            ("figures", identifier),
        )


def front_rows(content: FormContent) -> Iterator[FormRow]:
    """The date of publication, where the content states one."""
    published = content.compendium.published
    if published is not None:
        yield FormRow(
            "front/published",
            ("published",),
            "公表の時期",
            {"name": "公表の時期", "task": content.tasks.get(("front", "published"), ""), "now": str(published)},
            {"period": AnswerCell("period", str(published), note="2025年2月のように入れてください。"), **CONFIRMED},
            (),
            content.item("front", "published"),
        )


def missing_rows(content: FormContent) -> Iterator[FormRow]:
    """Indicators and figures without data, for words on where it may be had."""
    pages = {page.id: page for page in content.ready.pages}
    for item in work_items(content.compendium, content.ready):
        if item.kind == "missing":
            page = pages[item.pages[0]]
            name = text_of(item.name, "ja")
            yield FormRow(
                f"missing/{item.id}",
                page.path,
                name,
                {"group": page.id, "name": name, "task": item.task.text("ja")},
                {REMARK: AnswerCell("text", note="データの所在等を書いてください。")},
                content.responsible.of(page.path),
            )
