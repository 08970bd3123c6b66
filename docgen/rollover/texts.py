"""Sentences that name a year by where it stands from today: listed, for a person to write anew."""

from __future__ import annotations

from docgen.model.relative_words import relative_sentences, relative_words
from docgen.rollover.edits import Changes, Waiting
from docgen.rollover.source import Source

_COLLECTIONS = ("indicators", "findings", "candidates", "measure_charts", "precedents", "pages")


def rolled_texts(source: Source) -> Changes:
    """The records whose sentences hold relative words (今年度, 昨年度, 本年)."""
    waiting = []
    for collection in _COLLECTIONS:
        for record in getattr(source.compendium, collection).values():
            words = dict.fromkeys(
                word for text in relative_sentences(record) for word in relative_words(text)
            )
            if words:
                waiting.append(Waiting("texts", f"{collection}/{record.id}", "、".join(words)))
    return Changes(waiting=tuple(waiting))
