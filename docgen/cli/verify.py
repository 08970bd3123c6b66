"""``docgen verify``: whether a deck's file is whole, whoever made it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, previous_option, report, stage
from docgen.errors import DocgenError
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.breach import Breach
    from docgen.manifest.deck_file import DeckManifests


@bilingual("verify", message("help-verify"))
@click.argument("deck", type=PATH)
@option(
    "--format",
    "form",
    type=Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    words=message("help-verify-format"),
)
@option("--against", type=PATH, words=message("help-verify-against"))
@option("-l", "--layout", words=message("help-verify-layout"))
@previous_option
def command(deck: Path, form: str, against: Path | None, layout: str | None, previous: Path | None) -> None:
    """Say whether a deck's file is whole, and what it says of itself."""
    from docgen.manifest.deck_file import manifests_of
    from docgen.manifest.hold_rules import manifest_is_of_its_deck
    from docgen.review.review import plain_review
    from docgen.review.slides import in_deck
    from docgen.verifying.told import told_of_itself, told_of_manifest
    from docgen.verifying.verify import verify

    told = guarded(lambda: told_of_itself(deck), form)
    manifests = guarded(lambda: manifests_of(deck), form)
    breaches = (*stage("checking the file", lambda: verify(deck), form), *manifest_is_of_its_deck(manifests))
    if against is not None:
        breaches += stage("checking the file", lambda: _changed(manifests, against, layout, previous), form)
    if form == "text":
        echo(str(told))
        if manifests.stated is not None:
            echo(str(told_of_manifest(manifests.stated)))
    review = plain_review(breaches)
    listed = tuple(replace(one, shown=in_deck(one.breach)) for one in review.listed)
    sys.exit(report(replace(review, listed=listed, checked=deck), form))


def _changed(
    manifests: DeckManifests, content: Path, layout: str | None, previous: Path | None
) -> tuple[Breach, ...]:
    """Which inputs of a deck have changed since it was built; the pack is the one that the manifest names."""
    from docgen.manifest.hold_rules import inputs_are_as_recorded, inputs_now
    from docgen.pipeline import pack_of

    stated = manifests.stated
    if stated is None:
        raise DocgenError("manifest-none", where=str(manifests.deck))
    pack = pack_of(layout or stated.layout.name)
    return tuple(inputs_are_as_recorded(stated, inputs_now(content, previous, pack)))
