"""Which letters are kanji, katakana and others of names; a pattern for one letter takes longer to compile than a check."""

from __future__ import annotations


def is_kanji(letter: str) -> bool:
    """Whether a letter is a kanji.

    >>> [is_kanji(letter) for letter in "港ミか3"], is_kanji("")
    ([True, False, False, False], False)
    """
    return "一" <= letter[:1] <= "龥"


def is_katakana(letter: str) -> bool:
    """Whether a letter is a katakana, or the sign of a long one.

    >>> [is_katakana(letter) for letter in "港ミーか"]
    [False, True, True, False]
    """
    return "ァ" <= letter[:1] <= "ヴ" or letter[:1] == "ー"


def is_of_a_name(letter: str) -> bool:
    """Whether a letter is of a name: kanji, katakana, a half-width Latin letter or digit, and no hiragana.

    >>> [is_of_a_name(letter) for letter in "港ミA3々か、"]
    [True, True, True, True, True, False, False]
    """
    latin = letter.isascii() and letter.isalnum()
    return latin or is_kanji(letter) or is_katakana(letter) or letter[:1] == "々"
