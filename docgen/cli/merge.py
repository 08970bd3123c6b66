"""``docgen merge``: what was done to a deck by hand, carried over to the new build."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.options import layout_option, previous_option
from docgen.cli.report import NOT_CLEAN, WRONG_INPUT, errors_for_programs, progress, report
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.merging.conflict import Rule
    from docgen.merging.content_patches import Patch, Unwritable
    from docgen.merging.merged_deck import MergedDeck


@click.command("merge")
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
@click.option(
    "--to-content",
    is_flag=True,
    help="Write texts that were changed by hand into CONTENT, where they came from one literal field.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    edited: Path,
    content: Path,
    output: Path,
    layout: str,
    previous: Path | None,
    conflicts: Rule,
    to_content: bool,
    form: str,
) -> None:
    """Build the deck of CONTENT with what was done by hand to EDITED, a deck that docgen built.

    Exit status: 0 merged, 1 merged and both sides changed something, 2 the input is wrong.
    """
    from docgen.merging.content_patches import restore, write_patches
    from docgen.merging.merged_deck import merge as merge_edits
    from docgen.merging.merged_deck import texts_for_content
    from docgen.pipeline import build, load, pack_of

    gc.disable()
    patches: tuple[Patch, ...] = ()
    left: tuple[Unwritable, ...] = ()
    before: dict[Path, bytes] = {}
    try:
        pack = pack_of(layout)
        compendium = progress("reading the content", lambda: load(content, previous, pack))
        if to_content:
            patches, left = texts_for_content(edited, compendium)
            before = write_patches(patches)
            compendium = progress("reading the content", lambda: load(content, previous, pack))
        built = progress("composing the pages", lambda: build(compendium, pack))
        merged = progress("merging", lambda: merge_edits(edited, built, conflicts=conflicts))
        merged.save(output)
    except DocgenError as error:
        restore(before)
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    click.echo(_json(merged, patches, left) if form == "json" else _text(merged, patches, left, output))
    sys.exit(NOT_CLEAN if merged.conflicts else 0)


def _text(merged: MergedDeck, patches: Sequence[Patch], left: Sequence[Unwritable], output: Path) -> str:
    lines = [f"edit kept: {edit}" for edit in merged.edits]
    lines += [f"conflict: {conflict}" for conflict in merged.conflicts]
    lines += [f"written to the content: {patch}" for patch in patches]
    lines += [f"not written to the content: {each}" for each in left]
    return "\n".join([*lines, f"{output}: {len(merged.edits)} edits kept, {len(merged.conflicts)} conflicts"])


def _json(merged: MergedDeck, patches: Sequence[Patch], left: Sequence[Unwritable]) -> str:
    answer: dict[str, Any] = {
        "edits": [each.row() for each in merged.edits],
        "conflicts": [each.row() for each in merged.conflicts],
        "written": [each.row() for each in patches],
        "not_written": [each.row() for each in left],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)
