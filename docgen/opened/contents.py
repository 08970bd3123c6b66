"""The entries of a deck's table of contents."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.evidence import Statement
from docgen.opened.opened_deck import OpenedDeck

_TITLE = re.compile(r"\s*(?:目\s*次|もくじ|CONTENTS?|Contents?|INDEX|本(?:資料|日)の構成|アジェンダ)\s*")
_LONGEST = 60  # characters


def contents(deck: OpenedDeck) -> tuple[Statement, ...]:
    """What the slides called 目次 list, line by line; nothing for a deck without one."""
    return tuple(
        text
        for slide in deck.slides
        if is_contents(slide.title)
        for text in slide.texts
        if text.text.strip() != slide.title and len(text.text) <= _LONGEST and not is_contents(text.text)
    )


def is_contents(title: str) -> bool:
    """Whether a title is that of a table of contents.

    >>> is_contents("目　次"), is_contents("目次の作り方")
    (True, False)
    """
    return _TITLE.fullmatch(title) is not None
