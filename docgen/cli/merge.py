"""``docgen merge``: what was done to a deck by hand, carried over to the new build."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.progress import progress
from docgen.cli.shared import (
    NOT_CLEAN,
    edition_options,
    format_option,
    guarded,
    layout_option,
    previous_option,
    print_json,
)
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.merging.content_patches import Patch, Unwritable
    from docgen.merging.merged_deck import MergedDeck
    from docgen.merging.report import Rule
    from docgen.model import Compendium, Edition


@bilingual("merge", message("help-merge"))
@click.argument("edited", type=PATH, nargs=-1, required=True)
@click.argument("content", type=PATH)
@option("-o", "--output", type=PATH, required=True, words=message("help-merge-output"))
@layout_option
@previous_option
@option(
    "--conflicts",
    type=Choice(["theirs", "ours", "both"]),
    default="both",
    show_default=True,
    words=message("help-merge-conflicts"),
)
@option("--base", type=PATH, words=message("help-merge-base"))
@edition_options
@option("--to-content", is_flag=True, words=message("help-merge-to-content"))
@format_option
def command(
    edited: tuple[Path, ...],
    content: Path,
    output: Path,
    layout: str,
    previous: Path | None,
    conflicts: Rule,
    base: Path | None,
    edition: Edition | None,
    to_content: bool,
    form: str,
) -> None:
    """Build a deck that keeps the hand edits of an earlier one, or of several."""
    from docgen.merging.content_patches import patched_files
    from docgen.merging.merged_deck import merge as merge_edits
    from docgen.merging.merged_deck import texts_for_content
    from docgen.pipeline import build, load, pack_of
    from docgen.whole.copy import copy_with
    from docgen.whole.files import write_files

    pack = guarded(lambda: pack_of(layout), form)

    def read(folder: Path) -> Compendium:
        return progress("reading the content", lambda: load(folder, previous, pack))

    def merged_deck() -> tuple[MergedDeck, tuple[Patch, ...], tuple[Unwritable, ...]]:
        compendium = read(content)
        patches, left = texts_for_content(edited, compendium, base) if to_content else ((), ())
        files = patched_files(patches)
        with copy_with(files, content) if files else nullcontext(content) as folder:
            source = read(folder) if files else compendium
            built = progress("composing the pages", lambda: build(source, pack, edition=edition))
        merged = progress("merging", lambda: merge_edits(edited, built, conflicts=conflicts, base=base))
        # Of what is killed the content is new first: the deck still has its edits, and a merge of it gives the same.
        write_files({**files, output: merged.data}, content)
        return merged, patches, left

    merged, patches, left = guarded(merged_deck, form)
    if form == "json":
        print_json(_for_programs(merged, patches, left))
    else:
        echo(_text(merged, patches, left, output))
    sys.exit(NOT_CLEAN if merged.conflicts else 0)


def _text(merged: MergedDeck, patches: Sequence[Patch], left: Sequence[Unwritable], output: Path) -> str:
    lines = [message("merge-edit-kept", edit=str(edit)) for edit in merged.edits]
    lines += [message("merge-conflict", conflict=str(conflict)) for conflict in merged.conflicts]
    lines += [message("merge-written", patch=str(patch)) for patch in patches]
    lines += [message("merge-not-written", change=str(change)) for change in left]
    lines += [one.message for one in merged.left_behind]
    count = message("merge-count", file=str(output), edits=len(merged.edits), conflicts=len(merged.conflicts))
    return "\n".join(str(line) for line in (*lines, count))


def _for_programs(
    merged: MergedDeck, patches: Sequence[Patch], left: Sequence[Unwritable]
) -> dict[str, list[dict[str, Any]]]:
    return {
        "edits": [edit.row() for edit in merged.edits],
        "conflicts": [conflict.row() for conflict in merged.conflicts],
        "written": [patch.row() for patch in patches],
        "not_written": [change.row() for change in left],
        "left_behind": [{"what": one.what} for one in merged.left_behind],
    }
