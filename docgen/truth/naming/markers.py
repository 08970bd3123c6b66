"""Numbers that name a part of a deck: ③, 注2, ※1, 図3, 第2章, A-3, (2), STEP 1; and what they stand before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import docgen.patterns as re
from docgen.sentences.numerals import numeral
from docgen.sentences.plain import plain
from docgen.value import value

_ORDINAL = "章|部|節|編|条|項|幕|話|段階"
_WORD = (
    "図表|図|表|脚注|注|※|[*]|問|別紙|別添|別表|参考|様式|資料|段階|手順|ステップ|フェーズ|コラム|事例|調査|指標|施策|事業|課題|目標|柱|方針|"
    "論点|分野|領域|テーマ|類型|案|シナリオ|ケース|モデル|レベル|STEP|Step|step|Fig[.]?|Table"
)
_KANA = "アイウエオカキクケコ"
_LATIN = {"I": 1, "V": 5, "X": 10}
_KANJI = "[一二三四五六七八九十]+"
_ROMAN = "[Ⅰ-Ⅻ]|[IVX]{1,4}(?![A-Za-z])"
_NUMBER = (
    rf"(?:\d+(?:-\d+)*|[A-Z](?![A-Za-z0-9.-])|{_KANJI}(?!つ|体|部|般|覧|環|定|年|月|日|人|方|次|度))"
)
_COUNTED = (
    "(?:[年月日割倍%人件億万千回種つ点本社校国位歳円名区町村]|か[所国年月]|カ国|ポイント|機関|時間|項目|分野|事業|施策|団体|企業)"
)
_SIGNS = (
    rf"(?P<circled>[①-⑳㉑-㉟])|(?P<black>[❶-❿])|第(?P<nth>\d+|{_KANJI}|{_ROMAN})(?P<ordinal>{_ORDINAL})(?!門|長|員|目|活|屋|局|会)"
    rf"|(?P<word>(?<![A-Za-z]){_WORD})\s*(?:\((?P<inside>{_NUMBER})\)|(?P<of>{_NUMBER}))(?![\d.,]|{_COUNTED})"
    r"|(?P<letters>(?<![A-Za-z\d-])[A-Z][A-Za-z]{0,3}[-.]?)(?P<code>\d{1,4}(?:-\d+)*)(?![\dA-Za-z%.])"
    rf"|(?<![A-Za-z\d.,/第和成-])(?P<pair>\d{{1,2}}(?:-\d{{1,2}}){{1,2}})(?![\d.,%～代歳号番校面-]|\s*{_COUNTED})"
    r"|(?:(?<![\w)）])|(?<=[ぁ-ん]))\((?P<bracketed>\d{1,2}|[アイウエオカキクケコ])\)"
    r"|(?<![ァ-ヴー一-龥A-Za-z(])(?P<kana>[アイウエオカキクケコ])(?=[\s、・～)」.]|の|と|は|から|まで|及び|並びに|に|を|$)"
    r"|(?<![A-Za-z\d])(?P<lettered>[A-Z])(?P<option>案|コース|プラン)(?![一-龥ァ-ヴー])"
)
# Each word may begin so; a text without such a number has none.
_OF_ROMAN = r"[一-龥]{0,6}(?P<roman>[Ⅰ-Ⅻ])"
_HAS_ROMAN = re.compile("[Ⅰ-Ⅻ]")
_OPENING = r"^\s*(?:[(【\[][^()【】\[\]]{1,8}[)】\]])?\s*(?P<plain>\d{1,2})(?=[.)]?\s+[^\d\s])"
_FIRST = re.compile(
    rf"\s*[(\[【]?(?:{_SIGNS}|{_OF_ROMAN}|(?<![(])(?P<plain>\d{{1,2}})(?=[.\s、)）]\s*[^\d\s])[.、)）]?)[)\]】]?"
)
_LABEL = re.compile(r"^[\s:：.．、)）\]】―]+")
# What goes on after a marker, which is then no heading: ①から③まで.
_RUNNING = re.compile(r"[はがをにへもやと～、・,]|の(?!み)|及び|から|まで|より|では|でも|参照")
_PAGE = re.compile(r"[\s.…・]*(?:[pP][.]?\s*|[(（])?(\d+)\s*(?:ページ|頁)?[)）]?\s*$")

Key = tuple[str, tuple[int, ...]]
"""A kind of marker and its number: what is one where 第三章 and 第3章 are."""


@value(frozen=True, slots=True)
class Marker:
    """The characters ``start`` to ``end`` of a text name ``number`` of a ``kind`` (注, 図, ①, A-); 図2-3 is (2, 3)."""

    kind: str
    number: tuple[int, ...]
    start: int
    end: int

    @property
    def key(self) -> Key:
        """The kind and the number."""
        return self.kind, self.number


@value(frozen=True, slots=True)
class Item:
    """A numbered item: its marker, and what follows it (``label``)."""

    marker: Marker
    label: str

    @property
    def key(self) -> Key:
        """The kind and the number."""
        return self.marker.key


# Several rules look for the markers of each sentence.
@lru_cache(maxsize=16384)
def markers(text: str) -> tuple[Marker, ...]:
    """The markers in a text, in their order.

    >>> [marker.key for marker in markers("図３と第二章、①（注1）")]
    [('図', (3,)), ('章', (2,)), ('①', (1,)), ('注', (1,))]
    """
    pattern = _pattern(_HAS_ROMAN.search(text) is not None)
    return tuple(_marker(match) for match in pattern.finditer(plain(text)))


@cache
def _pattern(has_roman: bool) -> re.Pattern[str]:
    return re.compile(f"{_OPENING}|{_SIGNS}|{_OF_ROMAN}" if has_roman else f"{_OPENING}|{_SIGNS}")


@lru_cache(maxsize=16384)
def item(text: str) -> Item | None:
    """A text that begins with a marker as an item; None for any other.

    >>> item("第2章　課題").label, item("3 今後の取組 p.12").marker.key, item("課題")
    ('課題', ('.', (3,)), None)
    """
    words = plain(text)
    match = _FIRST.match(words)
    if match is None or _RUNNING.match(words, match.end()):
        return None
    label = _LABEL.sub("", words[match.end() :]).strip()
    return Item(_marker(match), _PAGE.sub("", label).strip() if match["plain"] else label)


def items(texts: Iterable[str]) -> Iterator[Item]:
    """The texts that begin with a marker, as items."""
    return (found for text in texts if (found := item(text)) is not None)


def page_of(entry: str) -> int | None:
    """The page that an entry of the contents ends with: 5 of 「2 国際比較 p.5」; None for none."""
    found = _PAGE.search(plain(entry))
    return int(found[1]) if found and found.start() else None


def _marker(match: re.Match[str]) -> Marker:
    kind, number = _read(match.groupdict())
    start = match.start("plain") if kind == "." else match.start()
    return Marker(kind, number, start, match.end())


def _read(named: dict[str, str | None]) -> tuple[str, tuple[int, ...]]:
    if sign := named["circled"]:
        return "①", (ord(sign) - ord("①") + 1 if sign <= "⑳" else ord(sign) - ord("㉑") + 21,)
    if sign := named["black"]:
        return "❶", (ord(sign) - ord("❶") + 1,)
    if ordinal := named["ordinal"]:
        return ordinal, _numbers(named["nth"] or "")
    if word := named["word"]:
        return word.removeprefix("脚").upper().rstrip("."), _numbers(named["of"] or named["inside"] or "")
    if letters := named["letters"]:
        return letters, _numbers(named["code"] or "")
    if bracketed := named["bracketed"]:
        return "()" if bracketed.isdigit() else "(ア)", _numbers(bracketed)
    if option := named["option"]:
        return option, _numbers(named["lettered"] or "")
    if pair := named["pair"]:
        return "-", _numbers(pair)
    if kana := named["kana"]:
        return "(ア)", _numbers(kana)
    if roman := named.get("roman"):
        return "Ⅰ", _numbers(roman)
    return ".", _numbers(named.get("plain") or "")


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(_number(part) for part in written.split("-") if part)


def _number(written: str) -> int:
    """A number of an item: 3, 三, Ⅲ, III, C, ウ."""
    if "Ⅰ" <= written <= "Ⅻ":
        return ord(written) - ord("Ⅰ") + 1
    if written in _KANA:
        return _KANA.index(written) + 1
    if set(written) <= set(_LATIN):
        values = [_LATIN[letter] for letter in written]
        return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return ord(written) - ord("A") + 1 if written.isascii() and written.isalpha() else int(numeral(written).value)
