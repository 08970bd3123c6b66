"""``docgen check``: what is amiss in a content folder and in the deck that it gives."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.options import layout_option, previous_option
from docgen.cli.report import FINDINGS, WRONG_INPUT, errors_for_programs, place, progress, report
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.checks.breach import Breach


@click.command()
@click.argument("content", type=click.Path(path_type=Path))
@layout_option
@previous_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(content: Path, layout: str, previous: Path | None, form: str) -> None:
    """Check the content folder CONTENT and the deck that it gives."""
    from docgen.pipeline import check as check_content
    from docgen.pipeline import load, pack_of

    try:
        pack = pack_of(layout)
        compendium = progress("reading the content", lambda: load(content, previous, pack))
        breaches = progress("checking the pages", lambda: check_content(compendium, pack))
    except DocgenError as error:
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    click.echo(_findings_json(breaches) if form == "json" else _findings_text(breaches))
    sys.exit(FINDINGS if any(breach.level == "error" for breach in breaches) else 0)


def _findings_text(breaches: Sequence[Breach]) -> str:
    errors = sum(breach.level == "error" for breach in breaches)
    count = f"{errors} findings, {len(breaches) - errors} notices"
    return "\n".join([*(str(breach) for breach in breaches), count])


def _findings_json(breaches: Sequence[Breach]) -> str:
    rows = [_finding_row(each) for each in breaches]
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=2)


def _finding_row(breach: Breach) -> dict[str, Any]:
    rule = {"rule": breach.rule, "level": breach.level}
    return {**rule, **place(breach.where), "what": breach.what, "hint": breach.hint or None}
