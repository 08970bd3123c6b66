"""Marks at numbers: 速報, 推計, 改定 and the signs that statistics put beside a number or behind it."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

from docgen.model.period import Period

_WORDS: Mapping[str, str] = {
    "速報": "速報", "速報値": "速報", "p": "速報", "確報": "確報", "確報値": "確報", "確定": "確定", "確定値": "確定",
    "改定": "改定", "改定値": "改定", "改訂": "改定", "改訂値": "改定", "r": "改定", "訂正": "訂正", "訂正値": "訂正",
    "推計": "推計", "推計値": "推計", "e": "推計", "推定": "推計", "推定値": "推計", "試算": "試算", "試算値": "試算",
    "暫定": "暫定", "暫定値": "暫定", "概数": "概数", "概算": "概算", "参考": "参考", "参考値": "参考",
    "見込": "見込み", "見込み": "見込み", "見込値": "見込み", "見込額": "見込み", "見込数": "見込み",
    "予測": "予測", "予測値": "予測", "f": "予測",
}  # fmt: skip
_WIDTHS = {0x3000: " ", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
_SIGN = re.compile(r"\*{1,4}|※\d?|†|‡|注\d{0,2}\)?|\d{1,2}\)")
_NUMBER = r"[△▲−－+-]?\s*(?:[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(?:[.．][0-9]+)?(?:\s*%)?"
# The number of a note stands apart, or in brackets: what else is a digit is one of the number's.
_NOTE = r"[(（]注?[0-9]{1,2}[)）]|注[0-9]{0,2}[)）]?|(?<=\s)[0-9]{1,2}[)）]"
_MARKED = re.compile(rf"(?P<before>[^0-9]*?)\s*(?P<number>{_NUMBER})\s*(?P<after>{_NOTE}|[^0-9]*)")
# Words of a letter and a number, which are no numbers with a mark: R5 (令和5年), P1, f1.
_NAME = re.compile(r"[A-Za-z][0-9]{1,3}|.*[0-9][A-Z]")
_BEHIND = re.compile(r"(?P<period>.+?)\s*[(（](?P<mark>[^()（）]+)[)）]")
_SMALL = "pref"
_AROUND = f"{_SMALL}{_SMALL.upper()}ｐｒｅｆＰＲＥＦ*＊†‡"
_FIRST = frozenset(_AROUND + "(（[〔【<＜〈" + "".join(word[0] for word in _WORDS))
_LAST = frozenset(_AROUND + ")）⁾₎]〕】>＞〉" + "".join(word[-1] for word in _WORDS))
_NO_MARK = re.compile(r"[0-9.,△▲-]*|[^0-9０-９]*")
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


def without_mark(text: str) -> tuple[str, str]:
    """A number or a period without the mark beside it, and the mark; any other text as it is.

    >>> without_mark("2,610（速報値）"), without_mark("p2,610"), without_mark("2022年（速報）"), without_mark("備考1")
    (('2,610', '速報'), ('2,610', '速報'), ('2022年', '速報'), ('備考1', ''))
    """
    if not _may_be_marked(text) or _NO_MARK.fullmatch(text) or mark_in(text):
        return text, ""
    # Widths only: ① and ² are letters of their own, not 1 and 2.
    match = _MARKED.fullmatch(text.translate(_WIDTHS))
    if match is not None and bool(match["before"]) != bool(match["after"]) and not _NAME.fullmatch(text):
        mark = mark_in(match["before"] or match["after"])
        if mark:
            return match["number"].replace(" ", ""), mark
    behind = _BEHIND.fullmatch(text)
    mark = mark_in(behind["mark"]) if behind is not None else ""
    if behind is not None and mark and is_period(behind["period"]):
        return behind["period"], mark
    return text, ""


def _may_be_marked(text: str) -> bool:
    """Whether a text begins or ends as marked ones do: most cells are told by two of their letters."""
    return text != "" and (text[0] in _FIRST or text[-1] in _LAST or "※" in text or "注" in text)


@functools.lru_cache(maxsize=4096)
def period_words(text: str) -> str:
    """A category without the mark behind its period; any other text as it is.

    >>> period_words("2023年度速報"), period_words("令和5年度（推計）"), period_words("2022"), period_words("速報")
    ('2023年度', '令和5年度', '2022', '速報')
    """
    alone, _ = without_mark(text)
    behind = next((word for word in _WORDS if len(word) > 1 and alone.endswith(word)), "")
    period = alone.removesuffix(behind).strip()
    return period if behind and is_period(period) else alone


def is_period(text: str) -> bool:
    """Whether a text names a period, and is not a bare number."""
    try:
        Period.parse(text)
    except ValueError:
        return False
    return not text.strip().isdigit()


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
