"""A deck with its manifest: the content checked and built, what was found and accepted in it, who has signed which page."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from docgen.errors import DocgenError, DocgenErrors
from docgen.fingerprint.part import build_of
from docgen.manifest.inputs import TakenFolders, allowed_digests, fonts_of, pack_files, program
from docgen.model import Compendium, Edition
from docgen.model.acceptance import Acceptance
from docgen.model.accepted import SIGNED
from docgen.model.manifest import Built, ContentOfYear, Findings, InputFile, Manifest, RuleCount, SignedPage
from docgen.pipeline import BuiltDeck, Layout, check_content, load, pack_of
from docgen.review.accepted_file import accepted_file, beside
from docgen.review.content import content_review
from docgen.review.review import Review
from docgen.value import value
from docgen.write.deck import spelled


@value(frozen=True, slots=True)
class RecordedDeck:
    """A built deck, the manifest of it, and how many parts without data the whole deck leaves out."""

    deck: BuiltDeck
    manifest: Manifest
    left_out: int = 0


Part = Callable[[Compendium], BuiltDeck]
"""Builds a part of a compendium's deck."""


def recorded(
    content: Path,
    previous: Path | None,
    layout: Layout,
    built: Built | None = None,
    part: Part | None = None,
    edition: Edition | None = None,
) -> RecordedDeck:
    """The deck of a content folder, or a ``part`` of it, with the manifest of what it was made of.

    Raises DocgenErrors as loading and building do, for a file that is written meanwhile, and for a signature of a page
    that the deck no longer has.
    """
    taken = TakenFolders.of(content, previous)
    pack = pack_of(layout)
    file = accepted_file(beside(content))
    compendium = load(content, previous, pack)
    checked = check_content(compendium, pack, edition)
    review = content_review(compendium, checked, content, file)
    gone = [one.breach for one in review.listed if one.breach.code == "signed-page-gone"]
    if gone:
        raise DocgenErrors([DocgenError.of(one.message, where=one.where) for one in gone])
    deck = part(compendium) if part is not None else checked.deck
    own, *before = taken.files()
    signed = tuple(_signed(review))
    pages = [page.id for page in deck.placed.summary.pages]
    named = {one.page for one in signed if one.state == "signed"}
    placed = deck.placed
    manifest = Manifest(
        title=compendium.title,
        fiscal_year=compendium.fiscal_year,
        build=build_of(spelled(placed).fingerprint),
        slides=len(placed.slides),
        part=placed.part.words if placed.part is not None else "",
        edition=edition or compendium.edition,
        program=program(),
        built=built,
        content=own,
        previous=tuple(_of_years(compendium, before)),
        allowed=allowed_digests(),
        layout=pack_files(pack),
        fonts=fonts_of(pack),
        findings=_findings(review),
        accepted=tuple(_plain(one.acceptance) for one in review.accepted if one.acceptance and one.breach.code != SIGNED),
        signed=signed,
        unsigned=tuple(page for page in pages if page not in named),
    )
    return RecordedDeck(deck, manifest, checked.ready.left_out)


def _signed(review: Review) -> Iterator[SignedPage]:
    """The signatures, in the order of the pages: of pages as they are, and of pages that have changed since."""
    for state, group in (("signed", review.accepted), ("expired", review.listed)):
        for one in group:
            if one.breach.code == SIGNED and one.acceptance is not None:
                entry = one.acceptance
                yield SignedPage(page=entry.place, name=entry.name, date=entry.date, state=state)


def _findings(review: Review) -> Findings:
    """How many findings of each code are left; what nobody has signed yet is told of the pages."""
    told = [one.breach for one in review.listed if one.breach.code != SIGNED]
    counts = Counter((breach.code, breach.level) for breach in told)
    rules = tuple(RuleCount(code=code, level=level, count=count) for (code, level), count in sorted(counts.items()))
    errors = sum(breach.level == "error" for breach in told)
    return Findings(errors=errors, notices=len(told) - errors, rules=rules)


def _of_years(compendium: Compendium, folders: list[tuple[InputFile, ...]]) -> Iterator[ContentOfYear]:
    year = compendium.previous
    for files in folders:
        if year is not None:
            yield ContentOfYear(fiscal_year=year.fiscal_year, files=files)
            year = year.previous


def _plain(entry: Acceptance) -> Acceptance:
    """An acceptance without a place on a machine: of a file that does not lie in the folder, the name alone."""
    absolute = os.path.isabs(entry.place) or entry.place.startswith("..")
    return entry.model_copy(update={"place": Path(entry.place).name}) if absolute else entry
