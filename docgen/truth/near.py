"""The tables that a sentence may speak of: those of its slide, and those whose subject it names, without trying all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from operator import itemgetter

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable
from docgen.bearing.named_tables import MOST
from docgen.sentences.plain import plain
from docgen.truth.context import are_numbered_apart, page_of, title_words
from docgen.truth.sentence import Sentence
from docgen.value import value

_HEAD = 2  # characters by which words are looked up


@value(frozen=True, slots=True)
class Near:
    """Tables by their slides, and by the first letters of the word that their titles are known by."""

    pages: Mapping[Hashable, Sequence[FactTable]]
    words: Mapping[str, Sequence[tuple[str, FactTable]]]
    _spoken_of: dict[Hashable, Sequence[FactTable]] = field(default_factory=dict, repr=False, compare=False)

    def on_page(self, sentence: Sentence) -> Sequence[FactTable]:
        """The tables of the slide of a sentence; those without a place for one without."""
        return self.beside(sentence.statement)

    def beside(self, statement: Statement) -> Sequence[FactTable]:
        """The tables of the slide of a text."""
        return self.pages.get(page_of(statement), ())

    def evidence_for(self, sentence: Sentence, evidence: Evidence) -> Evidence:
        """Some evidence with the tables alone that a sentence may speak of."""
        return replace(evidence, tables=tuple(self.spoken_of(sentence)))

    def spoken_of(self, sentence: Sentence) -> Sequence[FactTable]:
        """The tables of its slide, then those on other slides by whose word it may call them.

        The word of a title is its longest; one that very many titles have tells none of them. Many rules ask for them.
        """
        key = (sentence.words, sentence.statement.page, page_of(sentence.statement))
        if key not in self._spoken_of:
            self._spoken_of[key] = tuple(self._found(sentence))
        return self._spoken_of[key]

    def _found(self, sentence: Sentence) -> Iterator[FactTable]:
        own = self.on_page(sentence)
        yield from own
        about = f"{sentence.words} {plain(sentence.statement.page)}"
        seen = set(map(id, own))
        called = [named for head, named in self.words.items() if head in about]
        for _, _, table in sorted(_places(about, called), key=itemgetter(0, 1)):
            if id(table) not in seen and not are_numbered_apart(about, plain(table.title)):
                yield table


def _places(about: str, called: Sequence[Sequence[tuple[str, FactTable]]]) -> Iterator[tuple[int, int, FactTable]]:
    """Where a text has the words of tables, each with its order among those that begin alike."""
    for named in called:
        for order, (word, table) in enumerate(named):
            place = about.find(word)
            if place >= 0:
                yield place, order, table


def near(evidence: Evidence) -> Near:
    """The tables of some evidence in the order in which rules look for them."""
    return evidence.once(_near)


def _near(evidence: Evidence) -> Near:
    tables = evidence.tables
    pages: dict[Hashable, list[FactTable]] = {}
    words: dict[str, list[tuple[str, FactTable]]] = {}
    titled = Counter(word for table in tables for word in title_words(table))
    for table in tables:
        pages.setdefault(page_of(table), []).append(table)
        word = max((word for word in title_words(table) if titled[word] <= MOST), key=len, default="")
        if word:
            words.setdefault(word[:_HEAD], []).append((word, table))
    return Near(pages, words)
