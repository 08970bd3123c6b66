"""The tables that a sentence may speak of: those of its slide, and those whose subject it names, without trying all."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.bearing.fact import FactTable
from docgen.sentences.plain import plain
from docgen.truth.context import page_of, title_words
from docgen.truth.sentence import Sentence

_HEAD = 2  # characters by which words are looked up
_LONGEST = 20  # characters of a word that a title is known by


@dataclass(frozen=True, slots=True)
class Near:
    """Tables by their slides, and by the first letters of the longest word of their titles."""

    pages: Mapping[Hashable, Sequence[FactTable]]
    words: Mapping[str, Sequence[tuple[str, FactTable]]]

    def on_page(self, sentence: Sentence) -> Sequence[FactTable]:
        """The tables of the slide of a sentence; those without a place for one without."""
        return self.pages.get(page_of(sentence.statement), ())

    def spoken_of(self, sentence: Sentence) -> Iterator[FactTable]:
        """The tables of its slide, then those on other slides whose title's longest word it names."""
        own = self.on_page(sentence)
        yield from own
        about = f"{sentence.words} {plain(sentence.statement.page)}"
        seen = set(map(id, own))
        for place in range(len(about) - 1 if self.words else 0):
            for word, table in self.words.get(about[place : place + _HEAD], ()):
                if id(table) not in seen and about.startswith(word, place):
                    seen.add(id(table))
                    yield table


def near(tables: Sequence[FactTable]) -> Near:
    """Tables in the order in which rules look for them."""
    pages: dict[Hashable, list[FactTable]] = {}
    words: dict[str, list[tuple[str, FactTable]]] = {}
    for table in tables:
        pages.setdefault(page_of(table), []).append(table)
        if titled := title_words(table):
            word = max(titled, key=len)
            words.setdefault(word[:_HEAD], []).append((word, table))
    return Near(pages, words)


def stretches(text: str) -> Iterator[str]:
    """All stretches of a text that a word of a title, or a name, can be."""
    for start in range(len(text)):
        for length in range(2, min(_LONGEST, len(text) - start) + 1):
            yield text[start : start + length]
