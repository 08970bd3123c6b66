"""``docgen check``: what is amiss in a content folder and the deck that it gives, or in what any deck says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.shared import guarded, layout_option, previous_option, report, stage
from docgen.errors import DocgenError
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.review.accepted_file import AcceptedFile
    from docgen.review.review import Review


def _explain(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what the code of a breach means, and end."""
    if code is None:
        return
    from docgen.messages import current_language
    from docgen.review.explain import explained

    click.echo(guarded(lambda: explained(code, current_language())))
    context.exit()


@bilingual("check", message("help-check"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@option(
    "--format",
    "form",
    type=Choice(["text", "json", "sarif", "counts"]),
    default="text",
    show_default=True,
    words=message("help-check-format"),
)
@option("--accept", multiple=True, metavar="FINDING", words=message("help-check-accept"))
@option("--reason", words=message("help-check-reason"))
@option("--by", metavar="NAME", words=message("help-check-by"))
@option("--accepted", type=PATH, words=message("help-check-accepted"))
@option(
    "--explain",
    metavar="CODE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    words=message("help-check-explain"),
)
def command(
    content: Path,
    layout: str,
    previous: Path | None,
    form: str,
    accept: tuple[str, ...],
    reason: str | None,
    by: str | None,
    accepted: Path | None,
) -> None:
    """Say what is amiss in a content folder and its deck, or in what a deck says."""
    guarded(lambda: _refuse_half(accept, reason, by), form)
    file = guarded(lambda: _accepted_file(content, accepted), form)
    is_deck = content.suffix.lower() == ".pptx" and not content.is_dir()
    review = _of_deck(content, file, form) if is_deck else _of_content(content, layout, previous, file, form)
    if accept:
        guarded(lambda: _accept(review, accept, reason or "", by or ""), form)
    else:
        sys.exit(report(review, form))


def _accepted_file(content: Path, stated: Path | None) -> AcceptedFile:
    from docgen.review.accepted_file import accepted_file, beside

    return accepted_file(stated or beside(content))


def _of_content(content: Path, layout: str, previous: Path | None, file: AcceptedFile, form: str) -> Review:
    """What is amiss in a content folder and its deck."""
    from docgen.pipeline import check_content, load, pack_of
    from docgen.review.review import review_of
    from docgen.review.slides import numbering

    pack = guarded(lambda: pack_of(layout), form)
    compendium = stage("reading the content", lambda: load(content, previous, pack), form)
    checked = stage("checking the pages", lambda: check_content(compendium, pack), form)
    return review_of(checked.breaches, numbering(checked, compendium.origin.positions), content, file)


def _of_deck(path: Path, file: AcceptedFile, form: str) -> Review:
    """What contradicts itself in a deck, and what of its numbers was judged."""
    from docgen.pipeline import check_deck
    from docgen.review.review import review_of
    from docgen.review.slides import slide_of

    judged = stage("checking the pages", lambda: check_deck(path), form)
    return review_of(judged.breaches, slide_of, path, file, judged.coverage)


def _refuse_half(accept: tuple[str, ...], reason: str | None, by: str | None) -> None:
    """Refuse an acceptance without its reason or its name, and these without an acceptance."""
    if accept and not (reason and reason.strip() and by and by.strip()):
        raise DocgenError("accept-needs-reason", where="--accept")
    given = [name for name, value in (("--reason", reason), ("--by", by)) if value is not None]
    if given and not accept:
        raise DocgenError("accept-without-accept", where=given[0], option=given[0])


def _accept(review: Review, names: tuple[str, ...], reason: str, by: str) -> None:
    from datetime import date

    from docgen.review.accept import accept, chosen

    for entry in accept(review, chosen(review, names), reason.strip(), by.strip(), date.today().isoformat()):
        click.echo(str(message("accept-done", place=entry.place, rule=entry.code)))
