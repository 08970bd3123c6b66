"""``docgen layouts check``: what should be mended in a layout pack."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.report import WRONG_INPUT, errors_for_programs, report, report_breaches
from docgen.errors import DocgenError

if TYPE_CHECKING:
    from docgen.breach import Breach


@click.command()
@click.argument("pack")
@click.option("--content", type=click.Path(path_type=Path), help="A content folder: is every kind of its pages served?")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(pack: str, content: Path | None, form: str) -> None:
    """Check the layout pack PACK (its name, or its folder).

    It is complete, its texts stand out from their ground, its fonts' widths are known, its slots lie on the
    page and beside each other, its placeholders are unique, and every slide kind has a slide layout.
    """
    try:
        breaches = _breaches(pack, content)
    except DocgenError as error:
        if form == "json":
            click.echo(json.dumps(errors_for_programs(error), ensure_ascii=False, indent=2))
            sys.exit(WRONG_INPUT)
        raise SystemExit(report(error)) from None
    sys.exit(report_breaches(breaches, form))


def _breaches(name: str, content: Path | None) -> tuple[Breach, ...]:
    from docgen.breach import by_place
    from docgen.layout.check import shortcomings, unserved
    from docgen.layout.load import load_pack
    from docgen.shipped import DEFAULT_LAYOUT
    from docgen.slides.pack_module import builders_of

    pack = load_pack(name)
    breaches = [*shortcomings(pack, load_pack(DEFAULT_LAYOUT), builders_of(pack))]
    if content is not None:
        from docgen.pipeline import kinds_of, load

        kinds = kinds_of(load(content, layout=pack), pack)
        breaches += [breach for breach in unserved(pack, kinds) if breach not in breaches]
    return by_place(breaches)
