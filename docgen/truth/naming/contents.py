"""The pages and titles of chapters, against the table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.sentences.plain import plain
from docgen.truth.naming.alike import bare
from docgen.truth.naming.index import NameIndex
from docgen.truth.naming.markers import Item, Key, item, page_of
from docgen.truth.sentence import Sentence
from docgen.value import value

_PAGE = re.compile(r"(?P<number>\d+)\s*(?:ページ|頁)|[pP][.]\s*(?P<short>\d+)")
_FROM_HERE = re.compile(r"\s*(?:から(?!\d|[0-9])(?:である|始|$|。)|から始)")
_TRAIL = re.compile(r"[\s.…・]*(?:[pP][.]?\s*|[(（])?\d+\s*(?:ページ|頁)?[)）]?\s*$")
_DIVIDER = re.compile(r"^\s*[(【〈\[](?:扉|章扉|中扉|目次|見出し|章題|表題|題名)[)】〉\]]\s*")
_VERB = re.compile(r"。|(?:た|る|ます|です)$|参照|(?:から|まで|について)$")
_GOES_ON = re.compile(r"(?<=..)[\s～:：(「,、/―].*$")
# The page of one entry, with another entry behind it: 1 概況……3　2 救急……7.
_SEVERAL = re.compile(r"(?:[….・]{2,}|[pP][.])\s*[0-9]+(?:\s|$)")
_QUOTED = re.compile(r"[「『(]|[0-9]")
_CHAPTERS = frozenset({"章", "部", "節", "編", "Ⅰ", "."})
# Dots up to a page within a title: it is several entries of the contents.
_SEVERAL = re.compile("[…‥]|[.・]{2,}")
_COUNTED = re.compile(r"全|計|約|各|[0-9]+ページ(?:分|の(?:資料|冊子))|増|減")


@value(frozen=True, slots=True)
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
                yield sentence.breach(
                    "other-page",
                    sentence.spot(match.start(), match.end()),
                    written=match.group(),
                    title=chapter.title,
                    page=chapter.first,
                )


def titles_as_listed(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A chapter's title on its divider or page that the contents give otherwise: 第3章　担い手の育成・定着.

    A title that goes on after that of the contents, or is a part of it, is the same. In a deck that was opened the title
    of a slide is a chapter's only if no other slide has the title that the contents give.
    """
    listed = _of_one(found for entry in evidence.contents if (found := item(_TRAIL.sub("", plain(entry)).strip())))
    titles = [(sentence, found) for sentence in sentences if listed and (found := _titled(sentence)) is not None]
    said = {bare(label) for _, found in titles for label in (found.label, _GOES_ON.sub("", found.label))}
    by_key: dict[Key, list[tuple[Sentence, Item]]] = {}
    for sentence, found in titles:
        by_key.setdefault(_listed_as(found.key, listed), []).append((sentence, found))
    for key, entry in listed.items():
        there = by_key.get(key, [])
        title = bare(entry.label)
        if len({bare(found.label) for _, found in there}) != 1 or title in said:
            continue
        sentence, found = there[0]
        if bare(found.label) not in title:
            end = sentence.words.index(found.label) + len(found.label)
            yield sentence.breach(
                "one-id-one-name",
                sentence.spot(len(sentence.words) - len(_DIVIDER.sub("", sentence.words)), end),
                written=sentence.words.strip(),
                name=entry.label,
            )


def _listed_as(key: Key, listed: Mapping[Key, Item]) -> Key:
    """The number of a chapter as the contents have it, where these give bare numbers alone: 3 of 第3章."""
    kind, number = key
    return (".", number) if kind in ("章", "部") and all(one == "." for one, _ in listed) else key


def _of_one(listed: Iterable[Item]) -> Mapping[Key, Item]:
    """Items by their numbers, those of which two have one number left out."""
    found: dict[Key, list[Item]] = {}
    for one in listed:
        if one.label:
            found.setdefault(one.key, []).append(one)
    return {key: ones[0] for key, ones in found.items() if len(ones) == 1}


def _titled(sentence: Sentence) -> Item | None:
    """The numbered title that a sentence is: of its slide, or, where it has no place, of a chapter."""
    found = item(_DIVIDER.sub("", sentence.words))
    if found is None or not found.label or _SEVERAL.search(found.label):
        return None
    if found.label not in sentence.words or _VERB.search(sentence.words.strip()):
        return None
    if isinstance(sentence.statement.where, SlidePosition):
        return found if plain(sentence.statement.page).split() == sentence.words.split() else None
    return found if found.marker.kind in _CHAPTERS and not _QUOTED.match(found.label) else None


def _chapters(entries: Sequence[str]) -> Iterator[Chapter]:
    read = [(_title(entry), page) for entry in entries if (page := page_of(entry)) is not None]
    for (title, page), (_, after) in pairwise([*read, ("", 0)]):
        if len(title) > 1:
            yield Chapter(title, page, after)


def _title(entry: str) -> str:
    words = _TRAIL.sub("", plain(entry)).strip()
    found = item(words)
    return found.label if found is not None and found.label else words
