"""Signatures: that somebody reviewed a page as it is, kept in accepted.yaml as the acceptance of its being unsigned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.breach import Breach
from docgen.checks.signed_rule import unsigned_pages
from docgen.errors import DocgenError, nearest
from docgen.messages import message
from docgen.model import Compendium
from docgen.model.acceptance import Acceptance
from docgen.model.accepted import SIGNED
from docgen.model.renames import now_named, renames_of
from docgen.ready import ReadyCompendium
from docgen.review.accept import accept
from docgen.review.accepted_file import AcceptedFile
from docgen.review.review import Shown, review_of


def sign(
    page: str, name: str, date: str, compendium: Compendium, ready: ReadyCompendium, checked: Path, file: AcceptedFile
) -> Acceptance | None:
    """Write into accepted.yaml that ``name`` reviewed a page as it is; None where it is signed so already.

    Raises DocgenError for a page that the deck does not have, and for a signature without a name.
    """
    if not name.strip():
        raise DocgenError("sign-without-name", where="--as")
    pages = [each.id for each in ready.pages]
    if page not in pages:
        raise DocgenError("sign-no-page", where=page, hint=nearest(page, pages), name=page)
    unsigned = [breach for breach in unsigned_pages(compendium, ready) if breach.where == page]
    review = review_of(unsigned, lambda breach: Shown(), checked, file)
    waiting = [listed for listed in review.listed if listed.breach.code == SIGNED]
    return next(iter(accept(review, waiting, str(message("sign-reason")), name.strip(), date)), None)


def signature_breaches(compendium: Compendium, ready: ReadyCompendium, file: AcceptedFile) -> Iterator[Breach]:
    """Where a content has signatures: the pages without one, and signatures of pages that are gone."""
    signed = [(entry, place) for entry, place in zip(file.entries, file.positions, strict=False) if entry.code == SIGNED]
    if not signed:
        return
    yield from unsigned_pages(compendium, ready)
    pages = {page.id for page in ready.pages}
    renames = renames_of(compendium)
    for entry, place in signed:
        if entry.place in pages:
            continue
        now = tuple(page for page in now_named(entry.place, renames) if page in pages)
        if now:
            yield Breach("signed-page-gone.renamed", place, page=entry.place, name=entry.name, now=now)
        else:
            yield Breach("signed-page-gone", place, page=entry.place, name=entry.name)
