"""Where a line may end inside a Latin stretch, by the pair rules of Unicode line breaking (UAX 14); and which parts
of a text no line breaks.

Every character has a class, and ``_KEEPS`` says which classes are not parted from it. The classes are those of
UAX 14 folded into the few that behave alike; a full stop after a Japanese character stays with it, and so does a
Latin letter after a closing bracket or a comma, as LibreOffice has it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from itertools import pairwise

from docgen.typeset.characters import JOINER, NOT_FIRST, NOT_LAST, STICKY, is_japanese, latin_edges
from docgen.typeset.kept import KEPT

# A letter for each class: s space, e exclamation, q quotation, r prefix, o postfix, p opening, c closing and comma,
# h hyphen and what begins no line, n digit, d degree, m dash, i ellipsis, z zero-width space, j word joiner;
# w is a Japanese character that is none of these (wide), a is any other (alphabetic).
_CLASSES = {
    " ": "s",
    **dict.fromkeys("!?/\\？！", "e"),
    **dict.fromkeys("\"'«»“”‘’\u00a0", "q"),
    **dict.fromkeys("$+±£¥＄￥", "r"),
    **dict.fromkeys("%℃％‰′″¢￠", "o"),
    **dict.fromkeys("([{「『（【〈《〔｢［｛〝", "p"),
    **dict.fromkeys("),.:;]}、。，．」』）】〉》〕｡､｣］｝〟", "c"),
    **dict.fromkeys("-|–‐ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー・：；〜", "h"),
    **dict.fromkeys("ｧｨｩｪｫｬｭｮｯｰ々ゝゞヽヾ゛゜ﾞﾟ･\t", "h"),
    **dict.fromkeys("0123456789", "n"),
    "°": "d",
    "—": "m",
    "…": "i",
    "‥": "i",
    "\u200b": "z",
    "\u2060": "j",
}
# For each class, the classes that are not parted from it when they follow.
_KEEPS = {
    "s": "secjz",
    "e": "seqchjz",
    "q": "seqaropchndmiwjz",
    "a": "seqarpchndijz",
    "r": "seqachndwjz",
    "o": "seqachndjz",
    "p": "seqaropchndmiwjz",
    "c": "seqachndjz",
    "h": "seqchjz",
    "n": "seqaropchndijz",
    "d": "seqarpchndijz",
    "m": "seqchmjz",
    "i": "seqchijz",
    "w": "seqochdijz",
    "z": "jz",
    "j": "seqaropchndmiwzj",
}
_NEVER_FIRST = NOT_FIRST | STICKY
# The place after a slash may serve only some way before the end of a line's room.
_NOT_AT_END = NOT_LAST | {JOINER, "/"}
# What keeps characters of a text without Latin together: those that begin no line, and those that end none.
_KEEPING = _NEVER_FIRST | _NOT_AT_END


def last_opportunity(text: str, begin: int, index: int) -> int:
    """The last place in ``begin < place <= index`` where a line may end, or ``begin`` where there is none.

    The place after a slash serves only where more of the text than the slash would have fitted: LibreOffice
    does not see it at the very edge, and then ends the line earlier.
    """
    place = index
    following = _class(text[place])
    while place > begin:
        before = _class(text[place - 1])
        if (
            following not in _KEEPS[before]
            and not _inside_number(text, place, following)
            and not (place == index and text[place - 1] == "/")
        ):
            return place
        following = before
        place -= 1
    return begin


@functools.lru_cache(maxsize=8192)
def _class(character: str) -> str:
    return _CLASSES.get(character) or ("w" if is_japanese(character) else "a")


def _inside_number(text: str, place: int, following: str) -> bool:
    """Whether the place is between the slash and the digit of a number such as 1/2."""
    return following == "n" and place >= 2 and text[place - 1] == "/" and _class(text[place - 2]) == "n"


@functools.lru_cache(maxsize=KEPT)
def unbreakable(text: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each part of several characters that no line breaks, without the spaces at its end.

    ``国は、2022年`` has two: ``は、`` and ``2022``.

    A line's end is looked for backwards from the end of what fits, by the rules of the stretch that is there. So
    in a text with Latin, a line surely ends only where both the rules of Japanese and those of Latin allow it.
    """
    parts = _parts(text, _ends_with_latin(text)) if latin_edges(text) else _japanese_parts(text)
    if " " not in text:
        return parts
    trimmed = [(begin, begin + len(text[begin:end].rstrip(" "))) for begin, end in parts]
    return tuple([(begin, end) for begin, end in trimmed if end > begin + 1])


def _japanese_parts(text: str) -> tuple[tuple[int, int], ...]:
    """The parts of several characters of a text without Latin: what begins no line is in the part of what stands before
    it, what follows on one that ends none in the part of that."""
    if _KEEPING.isdisjoint(text):
        return ()
    parts: list[tuple[int, int]] = []
    begin = end = 0
    for place, character in enumerate(text):
        if character not in _KEEPING:
            continue
        first = place - 1 if place and character in _NEVER_FIRST else place
        last = place + 2 if character in _NOT_AT_END else place + 1
        if first >= end:
            parts.append((begin, end))
            begin = first
        end = last
    parts.append((begin, min(end, len(text))))
    return tuple([(begin, end) for begin, end in parts if end > begin + 1])


def _parts(text: str, ends: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The parts of several characters between the places where a line may end."""
    if len(ends) >= len(text) - 1:
        return ()
    return tuple([(begin, end) for begin, end in pairwise((0, *ends, len(text))) if end > begin + 1])


def _ends_with_latin(text: str) -> Sequence[int]:
    kinds = list(map(_kind, text))
    return [end for end, joined in enumerate(map(_stay_together, kinds, kinds[1:]), 1) if not joined]


@functools.lru_cache(maxsize=8192)
def _kind(character: str) -> str:
    """A character's class, with ``<`` where it never begins a line and ``>`` where it may not end one."""
    return _class(character) + "<" * (character in _NEVER_FIRST) + ">" * (character in _NOT_AT_END)


@functools.cache
def _stay_together(before: str, after: str) -> bool:
    """Whether a line might not end between characters of two kinds, in a text with Latin."""
    return "<" in after or ">" in before or after[0] in _KEEPS[before[0]]
