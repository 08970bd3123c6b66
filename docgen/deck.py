"""A deck made slide by slide in a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import overload

from docgen.derive import derive_record, ready_page
from docgen.errors import DocgenError
from docgen.layout.words import with_words
from docgen.model import Compendium, Edition, Period, Record
from docgen.page_by_page import deck_file
from docgen.pipeline import BuiltDeck, Layout, Target, Writable, pack_of, place, saved, trend_rule
from docgen.ready import ReadyCompendium, ReadyPage, ReadySection
from docgen.shipped import DEFAULT_LAYOUT


class Deck:
    """Pages added one record after the other, then saved.

    What has no data yet is drawn in an ``edition`` that is a "draft", and left out of the "final" one.

    >>> deck = Deck(layout="cabinet-office")                      # doctest: +SKIP
    >>> deck.add(fy2023.indicators["I-1065"]).save("extract.pptx")  # doctest: +SKIP
    """

    def __init__(
        self,
        layout: Layout = DEFAULT_LAYOUT,
        *,
        title: str = "データ集",
        published: Period | None = None,
        edition: Edition = "final",
    ) -> None:
        self._pack = pack_of(layout)
        self._title = title
        self._edition: Edition = edition
        # Without a date a deck has this one: the same records always give the same bytes.
        self._published = published or Period.parse("2000年1月")
        self._given: list[tuple[ReadyPage, ...] | Iterator[object]] = []
        self._known: dict[str, None] = {}
        self._words: Mapping[str, str] = {}
        self._is_used_up = False

    def add(self, record: object, *, identifier: str | None = None, kind: str | None = None) -> Deck:
        """Add the pages of a record: an indicator, a measure chart, a precedent, a figure, a table, a picture.

        A record of a loaded compendium finds its data and sources there; one made in a script brings
        its own. What a compendium makes from many records (cover, contents, divider, lists, overviews) is added
        as its record of docgen.ready; its page is called ``identifier``, and ``kind`` tells a list of candidates
        (additional_list) from their overview (additional_overview). Raises DocgenError where the record is
        added twice or names what it does not have.

        The records of a list are added one by one. Those of an iterator are taken when the deck is saved, each when
        the pages before it are written, so that a deck of any length takes little room; such a deck is saved once.

        >>> docgen.Deck().add(iter(fy2023.indicators.values())).save("all.pptx")  # doctest: +SKIP
        """
        if isinstance(record, list | tuple):
            for one in record:
                self.add(one)
        elif isinstance(record, Iterator):
            self._given.append(self._begun(record))
        else:
            self._given.append(self._pages_of(record, identifier, kind))
        return self

    def build(self) -> BuiltDeck:
        """The deck, composed. Raises DocgenError where nothing was added, or what was added is used up."""
        pages = tuple(self._pages())
        self._given, self._is_used_up = [pages], False
        return place(replace(self._ready(), pages=pages), self._pack)

    def _begun(self, records: Iterator[object]) -> Iterator[object]:
        """An iterator whose first record is looked at: its compendium's words are those of the deck."""
        for first in records:
            self._take_words(first)
            return chain((first,), records)
        return records

    def _pages(self) -> Iterator[ReadyPage]:
        """The pages of what was added, in its order; those of iterators are made here."""
        if self._is_used_up:
            raise DocgenError("records-used-up")
        self._is_used_up = any(isinstance(given, Iterator) for given in self._given)
        for given in self._given:
            if isinstance(given, Iterator):
                for record in given:
                    yield from self._pages_of(record)
            else:
                yield from given

    def _pages_of(self, record: object, identifier: str | None = None, kind: str | None = None) -> tuple[ReadyPage, ...]:
        if isinstance(record, Record):
            pages = derive_record(record, trend_rule(self._pack), self._pack.printing, self._edition)
        else:
            pages = (ready_page(record, identifier, kind),)
        for page in pages:
            if page.id in self._known:
                raise DocgenError("record-in-deck-already", where=page.id, name=page.id)
        self._known.update(dict.fromkeys(page.id for page in pages))
        self._take_words(record)
        return pages

    def _take_words(self, record: object) -> None:
        if isinstance(record, Record) and isinstance(record.home, Compendium) and record.home.words:
            self._words = {**self._words, **record.home.words}

    def _ready(self) -> ReadyCompendium:
        """What the deck is beside its pages, once they are known. DocgenError where there are none."""
        if not self._known:
            raise DocgenError("deck-without-slides")
        return ReadyCompendium(
            title=self._title,
            document_type="データ集",
            fiscal_year=self._published.fiscal_year,
            published=self._published,
            organisation="",
            pages=(),
            sections=(ReadySection("pages", self._title, tuple(self._known)),),
            words=self._words,
            edition=self._edition,
        )

    @overload
    def save(self, target: str | PathLike[str]) -> Path: ...

    @overload
    def save(self, target: Writable) -> None: ...

    def save(self, target: Target) -> Path | None:
        """Compose the deck and write it, page by page, to a path, or into a file that is open for bytes."""
        file = deck_file(self._pages(), self._ready, with_words(self._pack, self._words))
        return saved(file.pieces(), target)
