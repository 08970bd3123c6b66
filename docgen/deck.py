"""A deck made slide by slide in a script."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import overload

from docgen.derive import derive_record, ready_page
from docgen.errors import DocgenError
from docgen.model import Compendium, Period, Record
from docgen.pipeline import BuiltDeck, Layout, Target, Writable, pack_of, place, saved, trend_rule
from docgen.ready import ReadyCompendium, ReadyPage, ReadySection
from docgen.shipped import DEFAULT_LAYOUT


class Deck:
    """Pages added one record after the other, then saved.

    >>> deck = Deck(layout="cabinet-office")                      # doctest: +SKIP
    >>> deck.add(fy2023.indicators["I-1065"]).save("extract.pptx")  # doctest: +SKIP
    """

    def __init__(
        self,
        layout: Layout = DEFAULT_LAYOUT,
        *,
        title: str = "データ集",
        published: Period | None = None,
    ) -> None:
        self._pack = pack_of(layout)
        self._title = title
        # Without a date a deck has this one: the same records always give the same bytes.
        self._published = published or Period.parse("2000年1月")
        self._pages: tuple[ReadyPage, ...] = ()
        self._words: Mapping[str, str] = {}

    def add(self, record: object, *, identifier: str | None = None, kind: str | None = None) -> Deck:
        """Add the pages of a record: an indicator, a measure chart, a precedent, a figure, a table, a picture.

        A record of a loaded compendium finds its data and sources there; one made in a script brings
        its own. What a compendium makes from many records (cover, contents, divider, lists, overviews) is added
        as its record of docgen.ready; its page is called ``identifier``, and ``kind`` tells a list of candidates
        (additional_list) from their overview (additional_overview). Raises DocgenError where the record is
        added twice or names what it does not have.
        """
        if isinstance(record, Record):
            pages = derive_record(record, trend_rule(self._pack), self._pack.printing)
        else:
            pages = (ready_page(record, identifier, kind),)
        known = {page.id for page in self._pages}
        for page in pages:
            if page.id in known:
                raise DocgenError("record-in-deck-already", where=page.id, name=page.id)
        self._pages = (*self._pages, *pages)
        if isinstance(record, Record) and isinstance(record.home, Compendium):
            self._words = {**self._words, **record.home.words}
        return self

    def build(self) -> BuiltDeck:
        """The deck, composed. Raises DocgenError where nothing was added."""
        if not self._pages:
            raise DocgenError("deck-without-slides")
        return place(
            ReadyCompendium(
                title=self._title,
                document_type="データ集",
                fiscal_year=self._published.fiscal_year,
                published=self._published,
                organisation="",
                pages=self._pages,
                sections=(ReadySection("pages", self._title, tuple(page.id for page in self._pages)),),
                words=self._words,
            ),
            self._pack,
        )

    @overload
    def save(self, target: str | PathLike[str]) -> Path: ...

    @overload
    def save(self, target: Writable) -> None: ...

    def save(self, target: Target) -> Path | None:
        """Compose the deck and write it to a path, or into a file that is open for bytes."""
        return saved(self.build().to_bytes(), target)
