"""The legends that stand on the slides of a deck: ◎：目標達成　○：順調　△：遅れ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import docgen.patterns as re
from docgen.bearing.evidence import Legend, Statement
from docgen.errors import SlidePosition
from docgen.opened.opened_deck import OpenedDeck
from docgen.sentences.plain import plain

_SYMBOL = "[◎○◯△▽▲▼×✕□■◆◇☆★●◐↗→↘↑↓]"
_ANY = re.compile(
    rf"(?:^|(?<=[\s、,;/(|:)」】]))(?P<mark>{_SYMBOL}|[A-E](?![A-Za-z])|S(?![A-Za-z])|-)\s*(?:[:=…]+|\.{{3}})\s*"
)
_HEAD = re.compile(r"^[\s(\[【<※*注0-9]*(?:凡例)?[)\]】>:\s]*")
_JUDGES = re.compile("目標|基準値|凡例|評価|判定|区分|ランク|達成|進捗|状況|類型")
_LONGEST = 300  # characters: a text that is longer is no legend
_LONGEST_MEANING = 60
_FEWEST = 2


def legends_of(deck: OpenedDeck) -> tuple[Legend, ...]:
    """The legends of a deck, each with its slide: texts, or paragraphs of one shape, that give marks their meanings."""
    return tuple(legend for slide in deck.slides for legend in _of_texts(slide.texts))


def _of_texts(texts: tuple[Statement, ...]) -> Iterator[Legend]:
    for where, group in groupby(texts, key=lambda text: text.where):
        if not isinstance(where, SlidePosition):
            continue
        paragraphs = [text.text for text in group]
        found = [legend for text in paragraphs if (legend := legend_in(text, where))]
        joined = legend_in("　".join(paragraphs), where) if not found and len(paragraphs) > 1 else None
        yield from (*found, *([joined] if joined else ()))


def legend_in(text: str, where: SlidePosition | None = None) -> Legend | None:
    """The legend that a text is; None where it is none.

    >>> legend = legend_in("（進捗）◎：目標達成　○：順調　△：遅れ")
    >>> legend.of, dict(legend.marks)
    ('進捗', {'◎': '目標達成', '○': '順調', '△': '遅れ'})
    """
    words = plain(text)
    matches = list(_ANY.finditer(words)) if len(words) <= _LONGEST else []
    if len(matches) < _FEWEST:
        return None
    head = words[: matches[0].start()]
    marks: dict[str, str] = {}
    for match, after in zip(matches, (*matches[1:], None), strict=True):
        meaning = words[match.end() : after.start() if after else len(words)].strip(" 、,;/　\n\v|。)")
        mark = match["mark"]
        if not meaning or len(meaning) > _LONGEST_MEANING or mark in marks:
            return None
        marks[mark] = meaning
    letters = all(re.fullmatch("[A-ES-]", mark) for mark in marks)
    if letters and not _JUDGES.search(words):
        return None
    of = _HEAD.sub("", head).strip(" :。、)」「』『】]　")
    return Legend(of if len(of) <= 20 else "", marks, where)
