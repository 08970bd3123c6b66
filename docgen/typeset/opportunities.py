"""Where a line may end inside a Latin stretch: the pair rules of Unicode line breaking (UAX 14).

Every character has a class, and ``_KEEPS`` says which classes it does not part from. The classes are those
of UAX 14 folded into the few that behave alike; a full stop after a Japanese character stays with it, and
so does a Latin letter after a closing bracket or a comma, as LibreOffice has it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from docgen.typeset.kinsoku import JOINER, NOT_FIRST, NOT_LAST, STICKY
from docgen.typeset.scripts import JAPANESE, is_japanese, latin_edges

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

_NEVER_FIRST, _NEVER_LAST = NOT_FIRST | STICKY, NOT_LAST | {JOINER}
_JAPANESE_RULES = _NEVER_FIRST | _NEVER_LAST
_RULED = re.compile(f"[{re.escape(''.join(sorted(_JAPANESE_RULES)))}]")
# What is not plain Japanese: everything else, and what has a class or a rule of its own.
_SPECIAL = re.compile(f"(?:[^{JAPANESE}]|[{re.escape(''.join(sorted(_JAPANESE_RULES.union(_CLASSES))))}])+")


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


@functools.lru_cache(maxsize=8192)
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
    """The units of several characters between which a line may surely end, as begin and end, without spaces at the
    end."""
    units: list[tuple[int, int]] = []
    begin, end = 0, 1
    for place in _kept(text):
        if place != end:
            _append(units, text, begin, end)
            begin = place - 1
        end = place + 1
    _append(units, text, begin, end)
    return units


def _append(units: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while end > begin + 1 and text[end - 1] == " ":
        end -= 1
    if end > begin + 1:
        units.append((begin, end))


def _kept(text: str) -> list[int]:
    """The places inside a text where no line may end, by the rules of Japanese or by those of Latin, in order.

    Where a line ends is looked for from the end of what fits, by the rules of the stretch that is there; so a
    place is sure only if both allow it.
    """
    if not latin_edges(text):
        return [] if _JAPANESE_RULES.isdisjoint(text) else _kept_in_japanese(text)
    kept: list[int] = []
    for found in _SPECIAL.finditer(text):
        begin, end = found.span()
        stretch = found[0]
        if stretch.isalnum() and stretch.isascii():
            kept.extend(range(begin + 1, end))
        else:
            inside = range(max(1, begin), min(end + 1, len(text)))
            kept.extend([place for place in inside if _held(text, place) or _joined(text, place)])
    return kept


def _kept_in_japanese(text: str) -> list[int]:
    kept = [0]
    for found in _RULED.finditer(text):
        place = found.start()
        if text[place] in _NEVER_FIRST and place > kept[-1]:
            kept.append(place)
        if text[place] in _NEVER_LAST and place + 1 < len(text):
            kept.append(place + 1)
    return kept[1:]


def _held(text: str, place: int) -> bool:
    """Whether a line of Japanese may not end at a place."""
    return text[place] in _NEVER_FIRST or text[place - 1] in _NEVER_LAST


def _joined(text: str, place: int) -> bool:
    """Whether a line may not end at a place by the pair rules, or only some way before the end of its room."""
    before, following = _class(text[place - 1]), _class(text[place])
    return following in _KEEPS[before] or _inside_number(text, place, before, following) or text[place - 1] == "/"
