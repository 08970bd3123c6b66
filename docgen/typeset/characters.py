"""Kinds of characters: what kinsoku says of each, and which are Japanese, Latin or neither.

Kinsoku: characters that may not begin or end a line, that may hang over its right edge, or that stay with the
character before them, by JIS X 4051 (strict), as the office programs apply it to Japanese.

Japanese and Latin have a gap between them, and other rules of breaking. A neutral character, which is neither
(space, general punctuation, arrow, circled number), goes with what stands before it, and at the start of a text
with what follows.
"""

from __future__ import annotations

import functools
import re

from docgen.typeset.kept import KEPT

NOT_FIRST = frozenset(
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〟〗〙"
    "ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾゕゖ"
    "！％），．：；？］｝｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠"
)
NOT_LAST = frozenset("$([{£¥‘“〈《「『【〔〝〖〘＄（［｛｟｢￡￥")
HANGING = frozenset("、。，．､｡")

JOINER = "\u200d"
# Combining marks, variation selectors and skin tones stay with the character before them.
STICKY = frozenset(
    chr(code)
    for first, last in (
        (0x300, 0x36F), (0x20D0, 0x20FF), (0x3099, 0x309A), (0x200D, 0x200D), (0xFE00, 0xFE0F), (0x1F3FB, 0x1F3FF),
        (0xE0100, 0xE01EF),
    )
    for code in range(first, last + 1)
)  # fmt: skip

# By Unicode block: Hangul, CJK radicals to Yi, compatibility ideographs and forms, half- and full-width
# forms, and the planes of rare kanji.
_JAPANESE = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
# ASCII but for the space, Latin-1 but for its space, extended Latin, Greek, Cyrillic, Armenian.
_LATIN = "!-~\u00a1-\u02c6\u02c8\u02c9\u02cc-\u02d8\u02da-\u02ff\u0370-\u058f\u1e00-\u1fff\u2c60-\u2c7f\ua720-\ua7ff"

_LATIN_RUN = re.compile(f"[{_LATIN}][^{_JAPANESE}]*")
_ANY_JAPANESE = re.compile(f"[{_JAPANESE}]")


def is_japanese(character: str) -> bool:
    """Whether a character is Japanese by itself (not a neutral one)."""
    return _ANY_JAPANESE.match(character) is not None


@functools.lru_cache(maxsize=KEPT)
def latin_edges(text: str) -> tuple[int, ...]:
    """Where Latin stretches begin and end, in turn: ``(1, 5)`` for ``国2022年``."""
    edges = [edge for stretch in _LATIN_RUN.finditer(text) for edge in stretch.span()]
    if not edges:
        return () if not text or _ANY_JAPANESE.search(text) else (0, len(text))
    if edges[0] and not _ANY_JAPANESE.search(text, 0, edges[0]):
        edges[0] = 0
    return tuple(edges)


@functools.lru_cache(maxsize=KEPT)
def gap_places(text: str) -> tuple[int, ...]:
    """The characters before which there is a gap: where Japanese and Latin meet, but not after a tab, and after
    neutral characters at the start of a Japanese text."""
    edges = latin_edges(text)
    japanese = _ANY_JAPANESE.search(text)
    leads = japanese is not None and (not edges or japanese.start() < edges[0])
    places = (*edges, japanese.start()) if japanese and leads else edges
    return tuple([place for place in places if 0 < place < len(text) and text[place - 1] != "	"])
