"""Which characters are Japanese and which are Latin: it rules the gap between them and where a line may end.

A character that is neither (spaces, general punctuation, arrows, circled numbers) goes with what stands
before it, and at the start of a text with what follows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

# By Unicode block: Hangul, CJK radicals to Yi, compatibility ideographs and forms, half- and full-width
# forms, and the planes of rare kanji.
_JAPANESE = (
    "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
# ASCII but for the space, Latin-1 but for its space, extended Latin, Greek, Cyrillic, Armenian.
_LATIN = (
    "!-~\u00a1-\u02c6\u02c8\u02c9\u02cc-\u02d8\u02da-\u02ff\u0370-\u058f\u1e00-\u1fff\u2c60-\u2c7f\ua720-\ua7ff"
)

_LATIN_RUN = re.compile(f"[{_LATIN}][^{_JAPANESE}]*")
_ANY_JAPANESE = re.compile(f"[{_JAPANESE}]")
_NEUTRAL_BEFORE_JAPANESE = re.compile(f"[^{_JAPANESE}{_LATIN}]+(?=[{_JAPANESE}])")


def is_japanese(character: str) -> bool:
    """Whether a character is Japanese by itself (not a neutral one)."""
    return _ANY_JAPANESE.match(character) is not None


def neutral_start(text: str) -> int:
    """How many neutral characters stand before the first one of a text that begins so and is Japanese."""
    found = _NEUTRAL_BEFORE_JAPANESE.match(text)
    return found.end() if found else 0


@functools.lru_cache(maxsize=8192)
def latin_edges(text: str) -> Sequence[int]:
    """Where Latin stretches begin and end, in turn: ``[begin, end, begin, end, ...]``."""
    edges = [edge for found in _LATIN_RUN.finditer(text) for edge in found.span()]
    if not edges:
        return [] if not text or _ANY_JAPANESE.search(text) else [0, len(text)]
    if edges[0] and not _ANY_JAPANESE.search(text, 0, edges[0]):
        edges[0] = 0
    return edges


@functools.lru_cache(maxsize=8192)
def gap_places(text: str) -> Sequence[int]:
    """The characters of a text before which there is a gap: where Japanese and Latin meet, but not after a tab."""
    edges = latin_edges(text)
    lead = neutral_start(text)
    length = len(text)
    return [
        place for place in ([*edges, lead] if lead else edges) if 0 < place < length and text[place - 1] != "\t"
    ]
