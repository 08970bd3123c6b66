"""``docgen check``: what is amiss in a content folder and the deck that it gives, or in what any deck says."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from docgen.cli.command import PATH, Choice, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, previous_option, report, stage
from docgen.errors import DocgenError
from docgen.messages import message

if TYPE_CHECKING:
    from docgen.model.house_term import HouseTerm
    from docgen.reconciling.source import Source
    from docgen.review.accepted_file import AcceptedFile
    from docgen.review.outputs import Deck
    from docgen.review.review import Review

    _Found = tuple[Review, Deck]


_MADE = 100_000
"""Objects that are made before the collector looks for what refers to itself: what a check makes does next to never."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a deck is checked beside: a content in a layout pack, with the year before; data files; a list of terms."""

    against: Path | None
    data: Path | None
    terms: Path | None
    layout: str
    previous: Path | None


def _explain(context: click.Context, _: click.Parameter, code: str | None) -> None:
    """Print what the code of a breach means, and end."""
    if code is None:
        return
    from docgen.messages import current_language
    from docgen.review.explain import explained

    echo(guarded(lambda: explained(code, current_language())))
    context.exit()


@bilingual("check", message("help-check"))
@click.argument("content", type=PATH)
@layout_option
@previous_option
@option("--against", type=PATH, words=message("help-check-against"))
@option("--data", type=PATH, words=message("help-check-data"))
@option("--terms", type=PATH, words=message("help-check-terms"))
@option(
    "--format",
    "form",
    type=Choice(["text", "json", "sarif", "counts"]),
    default="text",
    show_default=True,
    words=message("help-check-format"),
)
@option("-o", "--output", type=PATH, multiple=True, words=message("help-check-output"))
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
@click.pass_context
def command(
    context: click.Context,
    content: Path,
    layout: str,
    previous: Path | None,
    against: Path | None,
    data: Path | None,
    terms: Path | None,
    form: str,
    output: tuple[Path, ...],
    accept: tuple[str, ...],
    reason: str | None,
    by: str | None,
    accepted: Path | None,
) -> None:
    """Say what is amiss in a content folder and its deck, or in what a deck says."""
    guarded(lambda: _refuse_half(accept, reason, by), form)
    guarded(lambda: _refuse_unknown(output, content), form)
    gc.set_threshold(_MADE)
    file = guarded(lambda: _accepted_file(content, accepted), form)
    is_deck = content.suffix.lower() == ".pptx" and not content.is_dir()
    guarded(lambda: _refuse_unused(context, is_deck, against, data, terms), form)
    if is_deck:
        review, deck = _of_deck(content, _Beside(against, data, terms, layout, previous), file, form)
    else:
        review, deck = _of_content(content, layout, previous, file, form)
    gc.freeze()  # nor, when the process ends, what was found
    if accept:
        guarded(lambda: _accept(review, accept, reason or "", by or ""), form)
        return
    if output:
        stage("writing the findings", lambda: _save(review, output, deck), form)
    sys.exit(report(review, form))


def _accepted_file(content: Path, stated: Path | None) -> AcceptedFile:
    from docgen.review.accepted_file import accepted_file, beside

    return accepted_file(stated or beside(content))


def _listed(terms: Path | None) -> tuple[HouseTerm, ...]:
    """The house list of terms in a file."""
    if terms is None:
        return ()
    from docgen.reading.house_terms import house_terms

    return house_terms(terms)


def _of_content(content: Path, layout: str, previous: Path | None, file: AcceptedFile, form: str) -> _Found:
    """What is amiss in a content folder and its deck."""
    from docgen.pipeline import check_content, load, pack_of
    from docgen.review.content import content_review

    pack = guarded(lambda: pack_of(layout), form)
    # What is imported by now, and then what is read, stays to the end: the collector need not walk it again and again.
    gc.freeze()
    compendium = stage("reading the content", lambda: load(content, previous, pack), form)
    gc.freeze()
    checked = stage("checking the pages", lambda: check_content(compendium, pack), form)
    return content_review(compendium, checked, content, file), checked.deck.to_bytes


def _of_deck(path: Path, beside: _Beside, file: AcceptedFile, form: str) -> _Found:
    """What contradicts itself in a deck, or a content, and what of its numbers was judged."""
    from docgen.reconciling.deck import deck_judged
    from docgen.review.review import review_of
    from docgen.review.slides import in_deck

    gc.freeze()  # what is imported by now stays to the end
    terms = guarded(lambda: _listed(beside.terms), form)
    content = _content(beside.against, beside, form) if beside.against is not None else None
    judged = stage("checking the pages", lambda: deck_judged(path, content, terms, beside.data), form)
    return review_of(judged.breaches, in_deck, path, file, judged.coverage), path.read_bytes


def _content(folder: Path, beside: _Beside, form: str) -> Source:
    """What the content that a deck is set against prints."""
    from docgen.pipeline import load, pack_of, source

    pack = guarded(lambda: pack_of(beside.layout), form)
    compendium = stage("reading the content", lambda: load(folder, beside.previous, pack), form)
    return stage("composing the pages", lambda: source(compendium, pack), form)


def _refuse_unknown(output: tuple[Path, ...], content: Path) -> None:
    if output:
        from docgen.review.outputs import refuse_unknown

        for path in output:
            refuse_unknown(path, content)


def _save(review: Review, output: tuple[Path, ...], deck: Deck) -> None:
    from docgen.review.outputs import save

    for path in output:
        save(review, path, deck)


def _refuse_unused(
    context: click.Context, is_deck: bool, against: Path | None, data: Path | None, terms: Path | None
) -> None:
    """Raise DocgenError for an option that was given, and that tells nothing of what is checked."""
    for name, value in (("--against", against), ("--data", data), ("--terms", terms)):
        if not is_deck and value is not None:
            raise DocgenError("option-of-deck", where=name)
    for name in ("layout", "previous") if is_deck and against is None else ():
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise DocgenError("option-of-content", where=f"--{name}")


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
        echo(str(message("accept-done", place=entry.place, rule=entry.code)))
