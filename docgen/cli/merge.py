"""``docgen merge``: what was done to a deck by hand, carried over to the new build."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.shared import (
    NOT_CLEAN,
    format_option,
    guarded,
    layout_option,
    previous_option,
    print_json,
    progress,
)
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.merging.content_patches import Patch, Unwritable
    from docgen.merging.merged_deck import MergedDeck
    from docgen.merging.report import Rule
    from docgen.model import Compendium


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
@format_option
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
    """Build a deck that keeps the hand edits of an earlier one.

    The deck of CONTENT is built with what was done by hand to EDITED, a deck that docgen built.

    Exit status: 0 merged, 1 merged and both sides changed something, 2 the input is wrong.
    """
    from docgen.merging.content_patches import restore, write_patches
    from docgen.merging.merged_deck import merge as merge_edits
    from docgen.merging.merged_deck import texts_for_content
    from docgen.pipeline import build, load, pack_of

    gc.disable()
    pack = guarded(lambda: pack_of(layout), form)

    def read() -> Compendium:
        return progress("reading the content", lambda: load(content, previous, pack))

    def merged_deck() -> tuple[MergedDeck, tuple[Patch, ...], tuple[Unwritable, ...]]:
        compendium = read()
        patches, left = texts_for_content(edited, compendium) if to_content else ((), ())
        before = write_patches(patches)
        try:
            source = read() if patches else compendium
            built = progress("composing the pages", lambda: build(source, pack))
            merged = progress("merging", lambda: merge_edits(edited, built, conflicts=conflicts))
            merged.save(output)
        except DocgenError:
            restore(before)
            raise
        return merged, patches, left

    merged, patches, left = guarded(merged_deck, form)
    if form == "json":
        print_json(_for_programs(merged, patches, left))
    else:
        click.echo(_text(merged, patches, left, output))
    sys.exit(NOT_CLEAN if merged.conflicts else 0)


def _text(merged: MergedDeck, patches: Sequence[Patch], left: Sequence[Unwritable], output: Path) -> str:
    lines = [f"edit kept: {edit}" for edit in merged.edits]
    lines += [f"conflict: {conflict}" for conflict in merged.conflicts]
    lines += [f"written to the content: {patch}" for patch in patches]
    lines += [f"not written to the content: {text}" for text in left]
    return "\n".join([*lines, f"{output}: {len(merged.edits)} edits kept, {len(merged.conflicts)} conflicts"])


def _for_programs(
    merged: MergedDeck, patches: Sequence[Patch], left: Sequence[Unwritable]
) -> dict[str, list[dict[str, Any]]]:
    return {
        "edits": [asdict(edit) for edit in merged.edits],
        "conflicts": [asdict(conflict) for conflict in merged.conflicts],
        "written": [patch.row() for patch in patches],
        "not_written": [text.row() for text in left],
    }
