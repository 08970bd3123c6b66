"""``docgen verify``: whether a deck's file is whole, whoever made it."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, report, stage
from docgen.messages import message


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
def command(deck: Path, form: str) -> None:
    """Say whether a deck's file is whole, and what it says of itself."""
    from docgen.review.review import plain_review
    from docgen.review.slides import in_deck
    from docgen.verifying.told import told_of_itself
    from docgen.verifying.verify import verify

    told = guarded(lambda: told_of_itself(deck), form)
    breaches = stage("checking the file", lambda: verify(deck), form)
    if form == "text":
        echo(str(told))
    review = plain_review(breaches)
    listed = tuple(replace(one, shown=in_deck(one.breach)) for one in review.listed)
    sys.exit(report(replace(review, listed=listed, checked=deck), form))
