"""Where a line may end inside a Latin stretch: the pair rules of Unicode line breaking (UAX 14).

Every character has a class, and ``_KEEPS`` says which classes it does not part from. The classes are those
of UAX 14 folded into the few that behave alike; a full stop after a Japanese character stays with it, and
so does a Latin letter after a closing bracket or a comma, as LibreOffice has it.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence

from docgen.typeset.kinsoku import NOT_FIRST, NOT_LAST
from docgen.typeset.scripts import is_japanese, latin_edges

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
# Class by class, what may not be parted from it when it follows.
_KEEPS = {
    "s": "sec",
    "e": "seqch",
    "q": "seqaropchndmiw",
    "a": "seqarpchndi",
    "r": "seqachndw",
    "o": "seqachnd",
    "p": "seqaropchndmiw",
    "c": "seqachnd",
    "h": "seqch",
    "n": "seqaropchndi",
    "d": "seqarpchndi",
    "m": "seqchm",
    "i": "seqchi",
    "w": "seqochdi",
    "z": "",
    "j": "seqaropchndmiwz",
}


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
            and not _inside_number(text, place, before, following)
            and not (place == index and text[place - 1] == "/")
        ):
            return place
        following = before
        place -= 1
    return begin


def _class(character: str) -> str:
    known = _CLASSES.get(character)
    return known if known is not None else "w" if is_japanese(character) else "a"


def _inside_number(text: str, place: int, before: str, following: str) -> bool:
    """Whether the place is between the slash and the digit of a number such as 1/2."""
    if following != "n" or text[place - 1] not in "/-" or place < 2:
        return following in "jz"
    return text[place - 1] == "/" and _class(text[place - 2]) == "n"


@functools.lru_cache(maxsize=8192)
def unbreakable(text: str) -> Sequence[tuple[int, int]]:
    """The units of several characters between which a line may end, as begin and end, without spaces at the end."""
    edges = latin_edges(text)
    units: list[tuple[int, int]] = []
    begin = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and not _may_end(text, place, edges):
            continue
        end = place
        while end > begin + 1 and text[end - 1] == " ":
            end -= 1
        if end > begin + 1:
            units.append((begin, end))
        begin = place
    return units


def _may_end(text: str, place: int, edges: Sequence[int]) -> bool:
    if bisect_left(edges, place) % 2:
        before, following = _class(text[place - 1]), _class(text[place])
        return following not in _KEEPS[before] and not _inside_number(text, place, before, following)
    return text[place] not in NOT_FIRST and text[place - 1] not in NOT_LAST
