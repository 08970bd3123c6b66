"""A plan's file to jobs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from docgen.batching.job import DeckJob
from docgen.batching.plan_file import Plan
from docgen.batching.plan_loops import FIXED, Row, rows_of
from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.messages import message
from docgen.model.explain import explain
from docgen.model.lookup import not_among
from docgen.reading.files import MAIN_FILE
from docgen.reading.parameters import KEY
from docgen.reading.yaml_document import YamlDocument, read_yaml

_NAMED = re.compile(r"\{([^{}]*)\}")
_PARTING = re.compile(r"[/\\\0]|^\.*$")


def read_plan(path: str | Path) -> tuple[DeckJob, ...]:
    """The jobs of a plan. Raises DocgenError, at the place in the file, for what is wrong with it."""
    file = Path(path)
    document = read_yaml(file)
    if document.problems:
        raise DocgenErrors(document.problems)
    if not isinstance(document.value, dict):
        raise DocgenError("plan-no-mapping", where=Position(str(file), 1))
    try:
        plan = Plan.model_validate(document.value)
    except ValidationError as error:
        raise DocgenErrors(explain(error, Plan, document, ())) from error
    named = {content: _named_parameters(file.parent / content) for content in plan.content}
    rows = tuple(rows_of(plan, document, file.parent))
    _must_be_given(plan, named, rows[0], document)
    jobs: dict[Path, DeckJob] = {}
    for row in rows:
        job = _job(plan, named[row["content"]], row, document)
        first = jobs.setdefault(Path(job.output), job)
        if first is not job:
            where = document.position(("output",))
            raise DocgenError("plan-output-twice", where=where, output=str(job.output), names=_varied(rows))
    return tuple(jobs.values())


def _job(plan: Plan, own: tuple[str, ...], row: Row, document: YamlDocument) -> DeckJob:
    folder = Path(document.file).parent
    layout = row["layout"]
    return DeckJob(
        content=folder / row["content"],
        output=folder / _output(plan.output, row, document),
        layout=folder / layout if "/" in layout or "\\" in layout else layout,
        parameters={name: value for name, value in row.items() if name in own or name in plan.parameters},
        previous=folder / plan.previous if plan.previous is not None else None,
    )


def _named_parameters(content: Path) -> tuple[str, ...]:
    """The parameters that a content folder names; none where it cannot be read: building it tells why."""
    try:
        named = read_yaml(content / MAIN_FILE).value_at((KEY,))
    except DocgenError:
        return ()
    return tuple(named) if isinstance(named, dict) else ()


def _must_be_given(plan: Plan, named: Mapping[str, tuple[str, ...]], row: Row, document: YamlDocument) -> None:
    """Raise DocgenError where a content names a parameter that the plan does not give, or does not name a stated one."""
    for content, own in named.items():
        for name in own:
            if name not in row or name in FIXED:
                where = document.position(("for",) if plan.loops else ("content",))
                given = [known for known in row if known not in FIXED]
                what = message("plan-parameter-missing", name=name, content=content)
                raise not_among(what, name, given, where, message("plan-name-it"))
        for name in plan.parameters:
            if own and name not in own:
                what = message("no-such-parameter", name=name)
                raise not_among(what, name, own, document.position(("parameters", name)), message("name-the-parameter"))


def _output(stated: str, row: Row, document: YamlDocument) -> str:
    """The path of a deck, with the values of its row. DocgenError for a name that is not there, a value that is no name."""
    where = document.position(("output",))

    def value_of(found: re.Match[str]) -> str:
        name = found[1]
        if name not in row:
            raise not_among(message("plan-no-such-name", name=name), name, row, where)
        value = Path(row[name]).name if name in FIXED else row[name].strip()
        if _PARTING.search(value):
            raise DocgenError("plan-value-no-name", where=where, name=name, value=value)
        return value

    return _NAMED.sub(value_of, stated)


def _varied(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The names whose values differ from deck to deck."""
    return tuple(name for name in rows[0] if len({row[name] for row in rows}) > 1)
