"""The captions of a deck: its figures and tables by their numbers and titles."""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re
from docgen.bearing.evidence import Titled
from docgen.opened.opened_deck import OpenedDeck
from docgen.sentences.plain import plain

_CAPTION = re.compile(r"\s*[【(\[]?(?P<number>(?:図表|図|表)\s*\d+(?:[-.]\d+)*)[】)\]]?[\s:：.．]+(?P<title>\S.{1,60})$")
_SENTENCE = re.compile(r"[。]|(?:は|を|が|に)、|(?:参照|のとおり|示す)$")


def captions(deck: OpenedDeck) -> tuple[Titled, ...]:
    """The paragraphs that begin with the number of a figure or table and a title: 図3　港の貨物量の推移."""
    return tuple(_captions(deck))


def _captions(deck: OpenedDeck) -> Iterator[Titled]:
    for text in deck.texts:
        match = _CAPTION.match(plain(text.text))
        if match is not None and not _SENTENCE.search(match["title"]):
            yield Titled(match["number"].replace(" ", ""), match["title"].strip())
