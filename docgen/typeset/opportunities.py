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
# Class by class, what may not be parted from it when it follows; a joiner and a zero-width space never are.
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

_NEVER_FIRST, _NEVER_LAST = NOT_FIRST | STICKY, NOT_LAST | {JOINER}
_Kind = tuple[str, str]
"""What the rules know of a character: its class before a place, ``_ALWAYS`` where no line ends after it; and its class
after a place, ``_ALWAYS`` where no line begins with it."""
_ALWAYS = ""
_PLAIN: _Kind = ("w", "w")
# A sign for each kind: a text in signs can be searched by expressions. Kinds that never begin a line come first.
_KINDS: list[_Kind] = [(before, _ALWAYS) for before in (_ALWAYS, *_KEEPS)]
_KINDS += [(before, each) for each in _KEEPS for before in (_ALWAYS, each)]
_SIGNS: dict[_Kind, str] = {kind: chr(0xA1 + index) for index, kind in enumerate(_KINDS)}
_NEVER_BEGIN = f"{_SIGNS[_KINDS[0]]}-{_SIGNS[_KINDS[len(_KEEPS)]]}"


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
    known = _CLASSES.get(character)
    return known if known is not None else "w" if is_japanese(character) else "a"


def _inside_number(text: str, place: int, following: str) -> bool:
    """Whether the place is between the slash and the digit of a number such as 1/2."""
    return following == "n" and place >= 2 and text[place - 1] == "/" and _class(text[place - 2]) == "n"


@functools.lru_cache(maxsize=8192)
def unbreakable(text: str) -> Sequence[tuple[int, int]]:
    """The units of several characters between which a line may surely end, as begin and end, without spaces at the
    end.

    Where a line ends is looked for from the end of what fits, by the rules of the stretch that is there; so in
    a text with Latin a place is sure only if the rules of Japanese and those of Latin allow it.
    """
    units = _units(bool(latin_edges(text)))
    found = [match.span() for match in units.finditer(text.translate(_signs()))]
    if " " not in text:
        return found
    ends = [(begin, begin + len(text[begin:end].rstrip(" "))) for begin, end in found]
    return [(begin, end) for begin, end in ends if end > begin + 1]


class _Signs(dict[int, str]):
    """The sign of each character, by its code."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        # The place after a slash may serve only some way before the end of a line's room.
        last = character in _NEVER_LAST or character == "/"
        known = _class(character)
        kind = _ALWAYS if last else known, _ALWAYS if character in _NEVER_FIRST else known
        sign = self[code] = _SIGNS[kind]
        return sign


@functools.cache
def _signs() -> _Signs:
    return _Signs()


@functools.cache
def _units(latin: bool) -> re.Pattern[str]:
    """What finds, among signs, the longest units of which no character is parted from the next: by the rules of
    Japanese, and by those of Latin too."""
    befores: dict[str, str] = {}
    for (before, _), sign in _SIGNS.items():
        befores[before] = befores.get(before, "") + sign
    plain = _SIGNS[_PLAIN]
    parts = [
        f"[{signs.replace(plain, '')}](?=[{_following(before, latin)}])" for before, signs in befores.items()
    ]
    # Most characters are plain: of them nothing but what follows is looked at.
    return re.compile(f"(?:{plain}(?=[{_following('w', latin)}])|(?!{plain})(?:{'|'.join(parts)}))+.")


def _following(before: str, latin: bool) -> str:
    """The set of the signs before which a line may surely not end, after a character of a class."""
    kept = "".join(_KEEPS) if before == _ALWAYS else _KEEPS[before] if latin else ""
    return _NEVER_BEGIN + "".join([_SIGNS[_ALWAYS, each] + _SIGNS[each, each] for each in dict.fromkeys(kept)])
