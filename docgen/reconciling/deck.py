"""A deck, whoever made it, by all rules: read from its file, and judged by itself, by data and by a content."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.opened.deck import opened
from docgen.truth.judged import Judged, judged

if TYPE_CHECKING:
    from docgen.bearing.fact import FactTable
    from docgen.model.house_term import HouseTerm
    from docgen.reconciling.source import Source


def deck_judged(
    path: str | PathLike[str],
    against: Source | None = None,
    terms: tuple[HouseTerm, ...] = (),
    data: str | PathLike[str] | None = None,
) -> Judged:
    """What in a deck contradicts itself, and the content that it is set ``against``; how many of its numbers were judged.

    Its words are held against the ``terms``, and those of the content, its numbers by a folder of ``data`` as well.
    DocgenError for what is no deck, and a folder without data.
    """
    deck = opened(Path(path))
    tables: tuple[FactTable, ...] = ()
    # A deck alone needs neither what reads data nor what builds decks.
    if data is not None:
        from docgen.reconciling.data_folder import folder_tables

        tables = folder_tables(Path(data))
    if against is None:
        return judged(deck, terms, tables)
    from docgen.reconciling.against import reconciled

    return reconciled(deck, against, terms, tables)
