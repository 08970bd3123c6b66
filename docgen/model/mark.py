"""Marks at numbers: 速報, 推計, 改定 and the signs that statistics put beside a number or behind it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "速報": "速報", "速報値": "速報", "p": "速報", "確報": "確報", "確報値": "確報", "確定": "確定", "確定値": "確定",
    "改定": "改定", "改定値": "改定", "改訂": "改定", "改訂値": "改定", "r": "改定", "訂正": "訂正", "訂正値": "訂正",
    "推計": "推計", "推計値": "推計", "e": "推計", "推定": "推計", "推定値": "推計", "試算": "試算", "試算値": "試算",
    "暫定": "暫定", "暫定値": "暫定", "概数": "概数", "概算": "概算", "参考": "参考", "参考値": "参考",
    "見込": "見込み", "見込み": "見込み", "見込値": "見込み", "見込額": "見込み", "見込数": "見込み",
    "予測": "予測", "予測値": "予測", "f": "予測",
}  # fmt: skip
_SIGN = re.compile(r"\*{1,4}|※\d?|†|‡|注\d{0,2}\)?|\d{1,2}\)")
_BRACKETS = re.compile(r"[(\[〔【<〈](.*)[)\]〕】>〉]")


def mark_in(text: str) -> str:
    """The mark that a text consists of, as it is printed; "" for any other text.

    >>> mark_in("（p）"), mark_in("速報値"), mark_in("*"), mark_in("備考")
    ('速報', '速報', '*', '')
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    inner = _BRACKETS.fullmatch(plain)
    word = inner[1] if inner is not None else plain
    return _WORDS.get(word.lower()) or (plain if _SIGN.fullmatch(word) else "")


def is_word(mark: str) -> bool:
    """Whether a mark is a word such as 速報, and no sign such as *."""
    return mark in _WORDS.values()


def marked(text: str, mark: str) -> str:
    """A number or a category with its mark.

    >>> marked("2022年", "速報"), marked("2,610", "*"), marked("2021年", "")
    ('2022年（速報）', '2,610*', '2021年')
    """
    if not mark:
        return text
    return f"{text}（{mark}）" if is_word(mark) else f"{text}{mark}"
