"""What a reader takes as one, so that no line should end inside: a number with its unit, a date, a short bracket, an id."""

from __future__ import annotations

import functools
import re

from docgen.typeset.kept import KEPT

_NUMBER = "[0-9０-９]+(?:[,.，．・:：/／][0-9０-９]+)*"
_SCALE = "[兆億万千百]*"
# Units of more than one character; one character after a number stays with it whatever it is.
_UNITS = (
    "年度末", "年度", "年間", "年目", "年代", "年末", "年", "か年", "カ年", "ヵ年", "ヶ年", "か月", "カ月",
    "ヵ月", "ヶ月", "月末", "月間", "月", "日間", "時間", "時", "分の", "か国", "カ国", "ヵ国", "ヶ国",
    "か所", "カ所", "ヵ所", "ヶ所", "箇所", "箇国", "機関", "大学", "法人", "拠点", "課題", "事業", "施策",
    "項目", "指標", "分野", "区分", "種類", "世紀", "都道府県", "市町村", "自治体", "論文", "世帯", "団体",
    "企業", "百万円", "千円", "万円", "億円", "兆円", "円", "百万ドル", "億ドル", "万ドル", "ドル",
    "ユーロ", "元", "ウォン", "ポイント", "パーセント", "キロメートル", "メートル", "キログラム", "グラム",
    "トン", "リットル", "ヘクタール", "キロワット時", "キロワット", "ワット",
)  # fmt: skip
_UNIT = f"(?:{'|'.join(sorted(_UNITS, key=lambda unit: (-len(unit), unit)))}|[^\\s0-9０-９(（「『【\\[〔〈《、。，．])"
_BEFORE = "(?:令和|平成|昭和|大正|明治|西暦|第|約|計|全|延べ)?[+＋\\-－−±▲△$＄¥￥€]?"
# A number that goes on from letters is part of a name, such as I-1065 or G7.
_QUANTITY = f"{_BEFORE}(?<![A-Za-z\\-])(?:{_NUMBER}{_SCALE}{_UNIT}?)+"
_MOST_IN_BRACKETS = 8
_BRACKETED = f"[（(「『【〔][^（()）「」『』【】〔〕]{{1,{_MOST_IN_BRACKETS}}}[）)」』】〕]"
_NAME = "[A-Za-z]+-[0-9]+"
_TOGETHER = re.compile(f"{_NAME}|{_QUANTITY}|{_BRACKETED}")
_NUMBERS = re.compile(f"{_NAME}|{_QUANTITY}")
_ANY = re.compile("[0-9０-９（(「『【〔]")
_DIGIT = re.compile("[0-9０-９]")


@functools.lru_cache(maxsize=KEPT)
def inside_units(text: str) -> frozenset[int]:
    """The places in a text at which no line should end.

    >>> sorted(inside_units("計は令和5年3月"))
    [3, 4, 5, 6, 7]
    """
    if not _ANY.search(text):
        return frozenset()
    return frozenset(place for part in _TOGETHER.finditer(text) for place in range(part.start() + 1, part.end()))


@functools.lru_cache(maxsize=KEPT)
def inside_numbers(text: str) -> frozenset[int]:
    """Of :func:`inside_units`, the places inside a number with its unit, a date or an id, also one in a bracket.

    >>> sorted(inside_numbers("（第3期）"))
    [2, 3]
    """
    if not _DIGIT.search(text):
        return frozenset()
    return frozenset(place for part in _NUMBERS.finditer(text) for place in range(part.start() + 1, part.end()))
