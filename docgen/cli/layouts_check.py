"""``docgen layouts check``: what should be mended in a layout pack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.shared import format_option, guarded, report
from docgen.cli.trusting import trusting
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.breach import Breach


@bilingual("check", message("help-layouts-check"))
@click.argument("pack")
@trusting
@option("--content", type=PATH, words=message("help-layouts-check-content"))
@format_option
def check(pack: str, content: Path | None, form: str) -> None:
    """Say what should be mended in a layout pack."""
    from docgen.review.review import plain_review

    breaches = guarded(lambda: _breaches(pack, content), form)
    sys.exit(report(plain_review(breaches), form))


def _breaches(name: str, content: Path | None) -> tuple[Breach, ...]:
    from docgen.breach import by_place
    from docgen.layout.check import shortcomings, unserved
    from docgen.layout.load import load_pack
    from docgen.shipped import DEFAULT_LAYOUT
    from docgen.slides.pack_module import builders_of

    pack = load_pack(name)
    breaches = [*shortcomings(pack, load_pack(DEFAULT_LAYOUT), builders_of(pack))]
    if content is not None:
        from docgen.compose.shown_pages import kind_of, shown_pages
        from docgen.pipeline import derived, load

        pages = shown_pages(derived(load(content, layout=pack), pack), pack.pages).pages
        kinds = dict.fromkeys(map(kind_of, pages))
        breaches += [breach for breach in unserved(pack, kinds) if breach not in breaches]
    return by_place(breaches)
