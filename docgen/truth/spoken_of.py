"""Which numbers of other sentences may be of the same thing, found by the words around them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from docgen.bearing.named_tables import MOST

T = TypeVar("T")


@dataclass(slots=True)
class SpokenOf(Generic[T]):
    """Things by the ``words`` that tell what they are, and by the ``text`` that they stand in.

    Two are near where the text of the one may have all words of the other. What is told by words that very many share
    is near nothing.
    """

    things: list[T] = field(default_factory=list)
    by_word: dict[Hashable, dict[str, list[int]]] = field(default_factory=dict)
    by_text: dict[Hashable, dict[str, list[int]]] = field(default_factory=dict)

    def near(self, key: Hashable, words: Iterable[str], text: str) -> Iterator[T]:
        """What was added under a key and is near, in the order in which it was added."""
        by_word, by_text = self.by_word.get(key, {}), self.by_text.get(key, {})
        told = [by_word[pair] for pair in letter_pairs(text) if pair in by_word]
        found = {number for listed in told if len(listed) <= MOST for number in listed}
        having = [by_text.get(pair, []) for word in words for pair in letter_pairs(word)]
        fewest = min(having, key=len, default=[])
        if len(fewest) <= MOST:
            found.update(fewest)
        return (self.things[number] for number in sorted(found))

    def add(self, key: Hashable, words: Iterable[str], text: str, thing: T) -> None:
        """Add a thing, which its words tell, under a key."""
        number = len(self.things)
        self.things.append(thing)
        by_word, by_text = self.by_word.setdefault(key, {}), self.by_text.setdefault(key, {})
        own = {pair for word in words for pair in letter_pairs(word)}
        if own:
            rarest = min(sorted(own), key=lambda pair: len(by_word.get(pair, ())))
            by_word.setdefault(rarest, []).append(number)
        for pair in letter_pairs(text):
            listed = by_text.setdefault(pair, [])
            if len(listed) <= MOST:
                listed.append(number)


# Sentences, and the words in them, are asked for again and again.
@lru_cache(maxsize=4096)
def letter_pairs(text: str) -> frozenset[str]:
    """Each two letters that stand beside each other; of a single letter that letter.

    >>> sorted(letter_pairs("輸出額"))
    ['出額', '輸出']
    """
    return frozenset([text[place : place + 2] for place in range(max(len(text) - 1, 1))])
