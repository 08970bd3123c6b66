"""What it costs a reader that a line ends at a place of a text: nothing where a phrase begins, most inside a number."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from docgen.typeset.loanwords import loanword_starts
from docgen.typeset.phrases import AROUND, begins_phrase
from docgen.typeset.together import inside_numbers, inside_units

# A last line of so many characters or fewer is too short.
LONELY = 2
# A short text has at most so many characters and lines, and is no sentence.
_SHORT, _FEW_LINES = 60, 5
# Inside what is one, inside a short bracket beside its numbers, inside a loanword or another word.
_IN_UNIT, _IN_BRACKET, _IN_LOANWORD, _IN_WORD = 1000.0, 450.0, 110.0, 60.0
# Between the words of a phrase: after a number with its unit or a dot, where the script changes, after a kanji that
# ends words, between words of two kanji each, between loanwords.
_AFTER_UNIT, _SCRIPT_CHANGES, _AFTER_SUFFIX, _PAIRS, _BETWEEN_LOANWORDS = 4.0, 6.0, 8.0, 16.0, 20.0
# After the bar between a topic and its part, where the lines of a title should end: less than nothing.
_BAR, _AFTER_BAR = "｜", -25.0
# Between a particle and what leans on it.
_LEANS = 3.0
# In a sentence, where a line is full: no phrase is seen to begin, inside a loanword, before a character or two that
# a pause follows.
_UNSEEN, _IN_FULL_LOANWORD, _BEFORE_END = 0.3, 2.0, 1.5
# What the costs inside a phrase are divided by where a line of a sentence ends early, and the most of them.
_IN_SENTENCE, _MOST_IN_SENTENCE = 5.0, 6.0

# A kanji that ends a word, also a loanword.
_SUFFIXES = "的化性力型者人員等権率額費別数"
# Those of them that begin no word.
_ONLY_SUFFIXES = "的化性型者等率額費数"
# Where a phrase begins for sure, so that the model need not be asked.
_PAUSE = re.compile("[、。，．）)」』】][^ぁ-ん]|｜.|[をがはのにでと][^ぁ-んー]")
# A particle and the verb that leans on it, such as に｜おける.
_LEANING = re.compile("に(?:おけ|おい|よ|対|関|向け|つい|係|基づ|伴|資|当た)|と(?:な|し)|を(?:踏|通じ|用)")
_KATAKANA = re.compile("[ァ-ヺー]{2}")
_LOANWORD = re.compile("[ァ-ヺー]{3}")
_SCRIPT = re.compile(
    f"[一-鿿々][ァ-ヺ]|[ァ-ヺー](?![{_SUFFIXES}])[一-鿿]|[A-Za-z0-9][ぁ-ヺ一-鿿]|[ぁ-ヺー一-鿿][A-Za-z0-9]"
)
_KANJI = re.compile("[一-鿿々]+")
# The wave between the ends of a range: a line ends behind it, not before. One that opens a subtitle is another.
_WAVES, _BEFORE_OTHER_WAVES = "～〜", "。、，．」』）】 　～〜"
# The end of a phrase, and what programs do not part from it though it begins anew.
_END = re.compile("[^、。，．」』）】]{1,2}[」』）】]*[、。，．]")
_CLINGING = re.compile(f"{_END.pattern}[A-Za-z0-9]")


def is_short(text: str, lines: int) -> bool:
    """Whether the lines of a text should end at phrases: a title, a head, a label of so many lines, no sentence."""
    return len(text) <= _SHORT and lines <= _FEW_LINES and not text.endswith("。")


def has_loanword(text: str) -> bool:
    """Whether a line of a text might end inside a loanword of some length."""
    return _LOANWORD.search(text) is not None


def ends_badly(text: str, ends: Sequence[int], *, phrases: bool) -> bool:
    """Whether lines with these ends read badly: the last of a character or two, or one that ends inside what is one,
    inside a loanword, before the wave of a range, or a character or two before a pause that a number follows; where lines
    should end at ``phrases``, one that ends inside a phrase, or none at a bar that is in the text."""
    inner = ends[:-1]
    if not inner:
        return False
    if len(text[inner[-1] :].strip()) <= LONELY or not inside_units(text).isdisjoint(inner):
        return True
    if phrases and _BAR in text and all(text[end - 1] != _BAR for end in inner):
        return True
    parts_badly = _parts_a_phrase if phrases else _parts_a_word
    return any(_is_before_wave(text, end) or parts_badly(text, end) for end in inner)


def _parts_a_phrase(text: str, end: int) -> bool:
    return _at_pause(text, end) is None


def _parts_a_word(text: str, end: int) -> bool:
    """Whether a line of a sentence ends inside a loanword, or before an end that a number clings to."""
    return _is_in_loanword(text, end) or (_CLINGING.match(text, end) is not None and _at_pause(text, end) is None)


def _is_before_wave(text: str, place: int) -> bool:
    return text[place] in _WAVES and text[place - 1] not in _BEFORE_OTHER_WAVES


def unread(text: str, place: int, units: frozenset[int]) -> float:
    """What it costs that a line of a title, a head or a label ends at a place; ``units`` are the places inside what is
    one."""
    if place in units:
        return _IN_UNIT if place in inside_numbers(text) else _IN_BRACKET
    if _is_before_wave(text, place):
        return _IN_BRACKET
    at_pause = _at_pause(text, place)
    return _in_phrase(text, place, units) if at_pause is None else at_pause


def unread_in_sentence(text: str, place: int, units: frozenset[int], *, is_full: bool) -> float:
    """What it costs that a line of a sentence ends at a place: as it must where it ``is_full``, or earlier."""
    if place in units:
        return _IN_UNIT if place in inside_numbers(text) else _IN_BRACKET
    if _is_before_wave(text, place):
        return _IN_BRACKET
    if _PAUSE.fullmatch(text, place - 1, place + 1):
        return 0.0
    if not is_full:
        if _at_pause(text, place) is not None:
            return 0.0
        return min(_in_phrase(text, place, units) / _IN_SENTENCE, _MOST_IN_SENTENCE)
    if _is_in_loanword(text, place):
        return _IN_FULL_LOANWORD
    return _BEFORE_END if _END.match(text, place) and not begins_phrase(text, place) else _UNSEEN


def _at_pause(text: str, place: int) -> float | None:
    """What it costs that a line ends where a phrase begins; None where none begins."""
    return _between_phrases(text[max(0, place - AROUND) : place], text[place : place + AROUND])


@functools.lru_cache(maxsize=16384)
def _between_phrases(before: str, after: str) -> float | None:
    """The same, by the characters around the place: most pauses are seen without the model of phrases."""
    text, place = before + after, len(before)
    if text[place] == _BAR or _KATAKANA.fullmatch(text, place - 1, place + 1):
        return None
    if text[place - 1] == _BAR:
        return _AFTER_BAR
    if _PAUSE.fullmatch(text, place - 1, place + 1) or begins_phrase(text, place):
        return _LEANS if _LEANING.match(text, place - 1) else 0.0
    return None


def _in_phrase(text: str, place: int, units: frozenset[int]) -> float:
    """What it costs that a line ends inside a phrase; ``units`` are the places inside what is one."""
    if place - 1 in units or text[place - 1] in "・／/":
        return _AFTER_UNIT
    pair = text[place - 1 : place + 1]
    if "ァ" <= pair[1] <= "ー" and _KATAKANA.fullmatch(pair):
        return _BETWEEN_LOANWORDS if place in loanword_starts(text) else _IN_LOANWORD
    cost = _between(pair)
    if cost is None:
        is_word = _kanji_before(text, place, units) % 2 == 0 and text[place] not in _ONLY_SUFFIXES
        return _PAIRS if is_word else _IN_WORD
    return cost


@functools.lru_cache(maxsize=8192)
def _between(pair: str) -> float | None:
    """What it costs by the two characters around a place; None between two kanji, where those before tell."""
    before = pair[0]
    if pair[1] == _BAR:
        return _IN_WORD
    if _SCRIPT.fullmatch(pair):
        return _SCRIPT_CHANGES
    if before in _SUFFIXES:
        return _AFTER_SUFFIX
    if _KANJI.fullmatch(pair):
        return None
    return _IN_WORD


def _is_in_loanword(text: str, place: int) -> bool:
    return _KATAKANA.fullmatch(text, place - 1, place + 1) is not None and place not in loanword_starts(text)


def _kanji_before(text: str, place: int, units: frozenset[int]) -> int:
    """How many kanji stand before a place, from the last kanji on that ends a word or a unit."""
    index = place - 1
    while index >= 0 and ("一" <= text[index] <= "鿿" or text[index] == "々"):
        if index < place - 1 and (text[index] in _SUFFIXES or index in units):
            break
        index -= 1
    return place - 1 - index
