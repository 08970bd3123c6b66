"""What changed between two compendia, each a content folder, a deck's file, a loaded compendium or a built deck."""

from __future__ import annotations

from pathlib import Path

from docgen.comparison.bodies import body_changes
from docgen.comparison.comparison import Comparison
from docgen.comparison.hands import hand_changes
from docgen.comparison.records import name_changes, page_changes, record_changes
from docgen.fingerprint.placed import fingerprint_of
from docgen.fingerprint.related import must_be_related
from docgen.fingerprint.renamed import as_named_now, names_in
from docgen.fingerprint.values import Fingerprint
from docgen.merging.hand_edits import shown_deck
from docgen.merging.report import HandEdit
from docgen.model import Compendium
from docgen.pipeline import BuiltDeck, Layout, build, load
from docgen.placed.deck import DeckSummary
from docgen.shipped import DEFAULT_LAYOUT

Comparable = Compendium | BuiltDeck | Path | str
"""What can be compared; a path is a content folder's or a deck's."""

# What editions are called where two decks are of different ones.
_EDITIONS = {"draft": "、案", "final": "、確定版"}


def diff(old: Comparable, new: Comparable, layout: Layout = DEFAULT_LAYOUT) -> Comparison:
    """What changed from ``old`` to ``new``: content folders, decks' files, compendia or built decks.

    >>> print(docgen.diff("content/fy2022", "content/fy2023"))                 # doctest: +SKIP

    Content is composed in ``layout``, for the numbers of its pages. True where anything changed. Raises
    DocgenError for a deck that docgen did not build, and for two different compendia.
    """
    (before, old_edits), (after, new_edits) = _shown(old, layout), _shown(new, layout)
    renamed = after.summary.renamed
    names = name_changes(before.summary, after.summary)
    before = as_named_now(before, renamed, names_in(after))
    must_be_related(before, after, str(new) if isinstance(new, str | Path) else "")
    changes = (
        *names,
        *page_changes(before.summary, after.summary),
        *record_changes(before.summary, after.summary),
        *body_changes(before, after),
        *hand_changes(old_edits, new_edits, after),
    )
    differ = before.summary.edition != after.summary.edition
    return Comparison(_name(before.summary, differ), _name(after.summary, differ), changes)


def _shown(source: Comparable, layout: Layout) -> tuple[Fingerprint, tuple[HandEdit, ...]]:
    """What a compendium shows: content as it is composed in ``layout``, a deck's file as it is now, with its hand edits."""
    if isinstance(source, BuiltDeck):
        return fingerprint_of(source.placed), ()
    if isinstance(source, Compendium):
        return fingerprint_of(build(source, layout).placed), ()
    path = Path(source)
    if path.is_file() or path.suffix.lower() in (".pptx", ".potx", ".pptm"):
        return shown_deck(path)
    return fingerprint_of(build(load(path, layout=layout), layout).placed), ()


def _name(summary: DeckSummary, with_edition: bool) -> str:
    """What a deck is called; with its edition where the other's is another."""
    edition = _EDITIONS.get(summary.edition, "") if with_edition else ""
    return f"{summary.title}（{summary.fiscal_year}年度{edition}）"
