"""``docgen build``: the deck of a content folder."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.pages import page_numbers
from docgen.cli.shared import edition_options, guarded, layout_option, previous_option, stage
from docgen.errors import DocgenError
from docgen.messages import Language, current_language, message
from docgen.shipped import shipped_folder

if TYPE_CHECKING:
    from docgen.batching.job import DeckJob
    from docgen.layout.pack import LayoutPack
    from docgen.model import Compendium, Edition
    from docgen.pipeline import BuiltDeck

# Said without the catalogue, whose reading a build need not wait for.
_DONE: Mapping[Language, str] = {"en": "{path}: {count} slides", "ja": "{path}: スライド{count}枚"}
_LEFT_OUT: Mapping[Language, str] = {
    "en": "Parts without data left out: {count} (docgen todo {folder} lists them, --draft shows them)",
    "ja": "データがないため省いた部分: {count}件（docgen todo {folder}で一覧、--draftで表示）",
}


@bilingual("build", message("help-build"))
@click.argument("content", type=PATH, required=False)
@layout_option
@previous_option
@option("-o", "--output", type=PATH, words=message("help-build-output"))
@option("--only", multiple=True, metavar="ID", words=message("help-build-only"))
@option("--section", metavar="SECTION", words=message("help-build-section"))
@option("--bureau", metavar="BUREAU", words=message("help-build-bureau"))
@option("--pages", words=message("help-build-pages"))
@edition_options
@option("--pdf", is_flag=True, words=message("help-build-pdf"))
@option("--cache", is_flag=True, words=message("help-build-cache"))
@option("--manifest", "with_manifest", is_flag=True, words=message("help-build-manifest"))
@option("--built-by", metavar="NAME", words=message("help-build-by"))
@option("--built-at", metavar="TIME", words=message("help-build-at"))
def command(
    content: Path | None,
    layout: str,
    previous: Path | None,
    output: Path | None,
    only: tuple[str, ...],
    section: str | None,
    bureau: str | None,
    pages: str | None,
    edition: Edition | None,
    pdf: bool,
    cache: bool,
    with_manifest: bool,
    built_by: str | None,
    built_at: str | None,
) -> None:
    """Build the deck of a content folder; without one, that of the starter content."""
    folder = content if content is not None else shipped_folder("content") / "fy2023"
    path = output if output is not None else Path(f"{folder.resolve().name}.pptx")
    numbers = guarded(lambda: page_numbers(pages)) if pages is not None else ()
    from docgen.batching.job import DeckJob

    guarded(lambda: _refuse_unused(with_manifest, cache, built_by, built_at))
    job = DeckJob(folder, path, layout, previous=previous, edition=edition)
    asked = _Asked(only, section, bureau, numbers)
    if with_manifest:
        count, left_out = _build_recorded(job, asked, (built_by, built_at))
    elif asked.is_part:
        if cache:
            guarded(_refuse_kept_part)
        count, left_out = _build_part(job, asked), 0
    else:
        count, left_out = _build_once(job) if cache else _build(job)
    echo(_DONE[current_language()].format(path=path, count=count))
    if left_out:
        echo(_LEFT_OUT[current_language()].format(count=left_out, folder=folder))
    if pdf:
        from docgen.render.pages import to_pdf

        echo(str(stage("drawing the pages", lambda: to_pdf(path, path.parent))))


class _Asked(NamedTuple):
    """Which pages are asked for: of ids, a section, a bureau, or those of slides by their numbers; else all."""

    only: tuple[str, ...]
    section: str | None
    bureau: str | None
    numbers: tuple[int, ...]

    @property
    def is_part(self) -> bool:
        """Whether a part of the deck is asked for."""
        return any(self)

    def maker(self, pack: LayoutPack, edition: Edition | None) -> Callable[[Compendium], BuiltDeck]:
        """What builds the part."""
        from docgen.extracts.chosen import Choice
        from docgen.extracts.extract import extract, extract_slides

        choice, numbers = Choice(self.only, self.section, self.bureau), self.numbers
        if choice and numbers:
            guarded(_refuse_both)
        if choice:
            return lambda compendium: extract(compendium, choice, pack, edition)
        return lambda compendium: extract_slides(compendium, numbers, pack, edition)


def _loaded(job: DeckJob) -> tuple[Compendium, LayoutPack]:
    from docgen.pipeline import load, pack_of

    pack = guarded(lambda: pack_of(job.layout))
    # What is imported by now stays to the end: the collector need not walk it again and again.
    gc.freeze()
    compendium = stage("reading the content", lambda: load(job.content, job.previous, pack))
    gc.freeze()
    return compendium, pack


def _build(job: DeckJob) -> tuple[int, int]:
    """Write the deck; the number of its slides, and that of the parts without data that it leaves out."""
    from docgen.pipeline import build_file, saved

    compendium, pack = _loaded(job)
    deck = stage("composing the pages", lambda: build_file(compendium, pack, edition=job.edition))
    stage("writing the deck", lambda: saved(deck.pieces(), job.output))
    gc.freeze()  # nor, when the process ends, what was made
    return deck.slides, deck.left_out


def _build_part(job: DeckJob, asked: _Asked) -> int:
    """Build and save the pages that are ``asked`` for; the number of their slides."""
    compendium, pack = _loaded(job)
    make = asked.maker(pack, job.edition)
    part = stage("composing the pages", lambda: make(compendium))
    stage("writing the deck", lambda: part.save(job.output))
    return len(part.placed.slides)


def _build_recorded(job: DeckJob, asked: _Asked, stated: tuple[str | None, str | None]) -> tuple[int, int]:
    """Write the deck, or the part that is asked for, with its manifest; the numbers of its slides, and of gaps left out.

    ``stated`` is by whom and when it is built, where that is said.
    """
    from docgen.manifest.deck_file import save_with_manifest
    from docgen.manifest.stated import stated_build
    from docgen.pipeline import pack_of
    from docgen.review.recorded import recorded

    built = guarded(lambda: stated_build(*stated, os.environ))
    pack = guarded(lambda: pack_of(job.layout))
    part = asked.maker(pack, job.edition) if asked.is_part else None
    previous = Path(job.previous) if job.previous is not None else None
    made = stage("checking the pages", lambda: recorded(Path(job.content), previous, pack, built, part, job.edition))
    beside = stage("writing the deck", lambda: save_with_manifest(made.deck, made.manifest, Path(job.output)))
    echo(str(message("build-manifest", path=beside, count=len(made.manifest.content))))
    return made.manifest.slides, made.left_out if part is None else 0


def _refuse_unused(with_manifest: bool, cache: bool, built_by: str | None, built_at: str | None) -> None:
    """Refuse what is stated of a manifest where none is made, and a deck from the cache, which has none."""
    if with_manifest and cache:
        raise DocgenError("manifest-not-kept", where="--cache")
    for name, value in (("--built-by", built_by), ("--built-at", built_at)):
        if value is not None and not with_manifest:
            raise DocgenError("option-of-manifest", where=name)


def _refuse_both() -> None:
    raise DocgenError("part-by-both", where="--pages")


def _refuse_kept_part() -> None:
    raise DocgenError("part-not-kept", where="--cache")


def _build_once(job: DeckJob) -> tuple[int, int]:
    """As :func:`_build`, or the deck that was built of the same before."""
    from docgen.batching.kept_decks import KeptDeck, deck_key, keep_deck, kept_deck
    from docgen.pipeline import saved

    key = deck_key(job)
    kept = kept_deck(key) if key is not None else None
    if kept is not None:
        stage("writing the deck", lambda: saved(kept.data, job.output))
        return kept.slides, kept.left_out
    slides, left_out = _build(job)
    if key is not None:
        keep_deck(key, KeptDeck(Path(job.output).read_bytes(), slides, left_out))
    return slides, left_out
