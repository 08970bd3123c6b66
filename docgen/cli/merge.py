"""``docgen merge``: what was done to a deck by hand, carried over to the new build."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.options import layout_option, previous_option
from docgen.cli.report import FINDINGS, WRONG_INPUT, errors_for_programs, progress, report
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.merge.conflict import Rule
    from docgen.merge.merge import MergedDeck


@click.command()
@click.argument("edited", type=click.Path(path_type=Path))
@click.argument("content", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The merged deck.")
@layout_option
@previous_option
@click.option(
    "--conflicts",
    type=click.Choice(["theirs", "ours", "both"]),
    default="both",
    show_default=True,
    help="Where both sides changed the same: the edited deck's, the new content's, or the new content's "
    "with the edited deck's told on the slide.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def merge(
    edited: Path, content: Path, output: Path, layout: str, previous: Path | None, conflicts: Rule, form: str
) -> None:
    """Build the deck of CONTENT with what was done by hand to EDITED, a deck that docgen built.

    Exit status: 0 merged, 1 merged and both sides changed something, 2 the input is wrong.
    """
    from docgen.merge.merge import merge_deck
    from docgen.pipeline import build, load, pack_of

    gc.disable()
    try:
        pack = pack_of(layout)
        compendium = progress("reading the content", lambda: load(content, previous, pack))
        built = progress("composing the pages", lambda: build(compendium, pack))
        merged = progress("merging", lambda: merge_deck(edited, built, conflicts))
        merged.save(output)
    except DocgenError as error:
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    click.echo(_json(merged) if form == "json" else _text(merged, output))
    sys.exit(FINDINGS if merged.conflicts else 0)


def _text(merged: MergedDeck, output: Path) -> str:
    lines = [f"edit kept: {edit}" for edit in merged.edits]
    lines += [f"conflict: {conflict}" for conflict in merged.conflicts]
    return "\n".join([*lines, f"{output}: {len(merged.edits)} edits kept, {len(merged.conflicts)} conflicts"])


def _json(merged: MergedDeck) -> str:
    edits, conflicts = ([each.row() for each in rows] for rows in (merged.edits, merged.conflicts))
    return json.dumps({"edits": edits, "conflicts": conflicts}, ensure_ascii=False, indent=2)
