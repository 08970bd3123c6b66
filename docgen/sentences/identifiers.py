"""Digits that name something and count nothing: I-1065, SIP3, 第6期, 図3, ①, (2), Society 5.0, 科学技術指標2023."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import docgen.patterns as re

_NUMBERED = (
    "図表|※|調査|レベル|ステージ|フェーズ|グループ|タイプ|類型|ケース|別紙|別添|別表|参考|様式|資料|分析項目"
)
_WORDS = f"(?<![一-龥々])(?:図|表|注|問)|{_NUMBERED}"
_ORDINALS = "期|章|部|回|次|号|条|項|版|世代|弾|節|巻|集|期間|種|類|者|一|二|三|四"
_NUMBER = r"\d+(?:[.\-]\d+)*"

_LINK = r"(?:https?://|www\.)[^\s、。」』)]+"
# What any letter can begin, and no text without its sign has.
_MAIL = r"[\w.\-]+@[\w.\-]+"
_PATTERNS = (
    r"[①-⑳㉑-㊿❶-❿⓪]",
    r"第(?:\d+|[一二三四五六七八九十百]+)(?!四半期|\d|位)(?:" + _ORDINALS + r")?",
    rf"(?:{_WORDS})\s*{_NUMBER}(?:\s*[～・、,]\s*\d+)*(?![\d.,]|年|割|倍|%)",
    # A code: letters and digits, joined or with hyphens. Two to four letters before a year are none: FY2022, nor is a
    # measure: 万m3, 円/km2.
    r"(?<![A-Za-z\d])(?<!t-)(?!FY\d|R\d+年|(?<=[百千万億兆/])[ck]?m[23](?![A-Za-z\d]))[A-Za-z][A-Za-z&.]*-?\d+(?:[-.]\d+)*(?:[A-Za-z]+(?![A-Za-z]))?",
    r"(?<![A-Za-z\d.])[A-Z]-(?=\d)\d+",
    # The rows of a data file: data/exports.csv 21-23、50行.
    r"(?<=\.csv |\.tsv |\.ods |xlsx )\d+(?:-\d+)?(?:、\d+(?:-\d+)?)*行",
    # A name in Latin letters and its number: Society 5.0, ISO 9001, NISTEP REPORT 194.
    r"(?<=[A-Za-z] )\d+(?:\.\d+)*(?![\d,]|\s*(?:%|年|億|万|千))",
    r"(?<=No\.)\s?\d+|(?<=Vol\.)\s?\d+|(?<=Ver\.)\s?\d+(?:\.\d+)*",
    # A title and its year: 科学技術指標2023.
    r"(?<=[一-龥ぁ-んァ-ヴー])(?:19|20)\d\d(?![\d,.年/]|-\d|\s*[一-龥ァ-ヴ%])",
    r"(?<=[」』])(?:19|20)\d\d(?![\d年])",
    # (2) and 3. before a heading; ３　課題.
    r"(?<!\d)\(\d{1,2}(?:/\d{1,2})?\)",
    r"(?m:^)\s*\d{1,2}(?:\.(?=\s|[^\d\s])| (?=[^\d\s]))|(?<![\d.,])\d{1,2}(?=　[^\d\s])",
    r"(?<!\d)\d{1,2}時(?:\d{1,2}分)?(?!間)|(?<![\d.])\d{2,4}-\d{2,4}-\d{4}(?!\d)",
    r"\d+(?=次元|大学術|極化)",
    r"(?<![\d.,])\d{1,2}[GDK](?![A-Za-z])",
    r"\d+(?=(?:ページ|頁))|(?<=[pP]\.)\d+",
    r"(?:大|小)?問[一二三四五六七八九十]",
)

# One of these stands in each name.
_SIGN = re.compile(r"[\d①-⑳㉑-㊿❶-❿⓪第問@]|://|www")
# All letters that any of these begins with: at the others none is tried.
_BEGINS = r"[\d\sA-Za-z(①-⑳㉑-㊿❶-❿⓪第図表注大小問" + "".join(word[0] for word in _NUMBERED.split("|")) + "]"


def identifiers(sentence: str) -> Iterator[re.Match[str]]:
    """The names with digits of a sentence in the letters of :func:`docgen.sentences.plain.plain`.

    >>> [match.group() for match in identifiers("第6期のSociety 5.0は図3、info@example.jp")]
    ['第6期', '5.0', '図3', 'info@example.jp']
    """
    return _identifier("@" in sentence).finditer(sentence) if _SIGN.search(sentence) else iter(())


@cache
def _identifier(has_mail: bool) -> re.Pattern[str]:
    any_of = "|".join(f"(?:{pattern})" for pattern in _PATTERNS)
    return re.compile(f"{_LINK}|{_MAIL}|{any_of}" if has_mail else f"(?={_BEGINS})(?:{_LINK}|{any_of})")
