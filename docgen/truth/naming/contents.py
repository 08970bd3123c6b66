"""The pages that sentences name for a chapter, against the table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.naming.index import NameIndex
from docgen.truth.naming.markers import item, page_of
from docgen.truth.sentence import Sentence

_PAGE = re.compile(r"(?P<number>\d+)\s*(?:ページ|頁)|[pP][.]\s*(?P<short>\d+)")
_FROM_HERE = re.compile(r"\s*(?:から(?!\d|[0-9])(?:である|始|$|。)|から始)")
_TRAIL = re.compile(r"[\s.…・]*(?:[pP][.]?\s*|[(（])?\d+\s*(?:ページ|頁)?[)）]?\s*$")
_COUNTED = re.compile(r"全|計|約|各|[0-9]+ページ(?:分|の(?:資料|冊子))|増|減")


@dataclass(frozen=True, slots=True)
class Chapter:
    """An entry of the contents: its title, its first page, and the first page of the next (0: none)."""

    title: str
    first: int
    after: int

    def has(self, page: int) -> bool:
        """Whether a page lies in the chapter."""
        return self.first <= page and (not self.after or page < max(self.after, self.first + 1))


def pages_as_listed(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A page that a sentence names for the one chapter that it names, and that lies in another.

    Where the sentence says that the chapter begins there, the page must be its first.
    """
    chapters = {chapter.title: chapter for chapter in _chapters(evidence.contents)}
    index = NameIndex(chapters)
    for sentence in sentences if chapters else ():
        pages = list(_PAGE.finditer(sentence.words))
        named = list(dict.fromkeys(mention.name for mention in index.mentions(sentence.words))) if pages else []
        if len(named) != 1 or _COUNTED.search(sentence.words):
            continue
        chapter = chapters[named[0]]
        for match in pages:
            page = int(match["number"] or match["short"])
            begins = _FROM_HERE.match(sentence.words, match.end())
            if not chapter.has(page) or (begins and page != chapter.first):
                yield Breach(
                    "other-page",
                    sentence.where,
                    spot=sentence.spot(match.start(), match.end()),
                    written=match.group(),
                    title=chapter.title,
                    page=chapter.first,
                    sentence=sentence.printed,
                )


def _chapters(entries: Sequence[str]) -> Iterator[Chapter]:
    read = [(_title(entry), page) for entry in entries if (page := page_of(entry)) is not None]
    for (title, page), (_, after) in pairwise([*read, ("", 0)]):
        if len(title) > 1:
            yield Chapter(title, page, after)


def _title(entry: str) -> str:
    words = _TRAIL.sub("", plain(entry)).strip()
    found = item(words)
    return found.label if found is not None and found.label else words
