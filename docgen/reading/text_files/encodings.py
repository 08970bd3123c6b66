"""The encoding of a text file, decided once for the whole file by strict rules; what is damaged or unsure is refused.

1. A byte order mark decides: UTF-8 or UTF-16.
2. Bytes of zero mean UTF-16 without a mark, in the byte order that gives letters of Japanese documents.
3. Escape sequences mean ISO-2022-JP.
4. What is UTF-8 throughout is UTF-8: Japanese takes three bytes a letter there, which other encodings hit upon by chance
   only. Where the letters are of two bytes alone (°, é) and are Japanese in EUC-JP or Shift_JIS, the file is unsure.
5. What is UTF-8 for the most part is damaged UTF-8, and nothing else.
6. Else it is EUC-JP or Shift_JIS (CP932, as Windows writes it). Bytes that are sound in both are EUC-JP where they are
   everyday letters there; kanji that are half-width katakana in Shift_JIS must be common ones, and several.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from typing import Literal

from docgen.errors import DocgenError, Position
from docgen.reading.text_files.japanese_text import (
    everyday_share,
    first_odd_letter,
    is_half_width,
    is_surely_japanese,
    odd_in_japanese,
)
from docgen.value import value

Encoding = Literal["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "iso2022_jp"]

_NAMES: dict[Encoding, str] = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "cp932": "Shift_JIS (CP932)",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
}
_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPE = b"\x1b"
_HIGH = re.compile(rb"[\x80-\xff]")
# A letter of three bytes in UTF-8, of those that Japanese is written in.
_THREE_BYTES = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{2}")
# The first letter that takes three bytes in UTF-8.
_THREE = "\u0800"
_MOSTLY = 0.5
_EVERYDAY = 0.8
# How many kanji, of how many kinds, weigh more than half-width katakana that are as sound.
_KANJI, _KINDS = 4, 3


@value(frozen=True, slots=True)
class Decoded:
    """A file's ``text``, the ``encoding`` that it is written in, and the byte order ``mark`` before it."""

    text: str
    encoding: Encoding
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """The bytes of a text that is to replace the file's. DocgenError for a letter that the encoding does not have."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            letter = text[error.start]
            raise DocgenError("letter-not-in-encoding", letter=letter, encoding=_NAMES[self.encoding]) from error

    def text_of(self, data: bytes) -> str:
        """The text of bytes that :meth:`encoded` gave."""
        return data.removeprefix(self.mark).decode(self.encoding)


def decoded(data: bytes, file: str, stated: Encoding | None = None) -> Decoded:
    """The text of a file. DocgenError, at the line and column of the first bad byte, for what is damaged or unsure.

    ``stated`` is the encoding that the content names; without it the rules above decide.
    """
    mark, encoding = next(((mark, of_mark) for mark, of_mark in _MARKS if data.startswith(mark)), (b"", None))
    if stated is not None and not (encoding or "").startswith(stated):
        mark, encoding = b"", stated if stated != "utf-16" else _utf_16(data, file)
    body = data[len(mark) :]
    if encoding is None:
        encoding = _without_mark(body, file)
    return Decoded(_strictly(body, encoding, file), encoding, mark)


def _without_mark(data: bytes, file: str) -> Encoding:
    if b"\0" in data:
        return _utf_16(data, file)
    return "iso2022_jp" if _ESCAPE in data else _by_letters(data, file)


def _utf_16(data: bytes, file: str) -> Encoding:
    """UTF-16 without a mark: the byte order in which all letters are of Japanese documents."""
    orders: tuple[Encoding, ...] = ("utf-16-le", "utf-16-be")
    texts = {order: _sound(data, order) for order in orders}
    fitting = [order for order, text in texts.items() if text is not None and not odd_in_japanese(text)]
    if len(fitting) != 1:
        zero = max(data.find(0), 0)
        where = Position(file, *_place(data[:zero], "cp932"))
        raise DocgenError("no-japanese-text", where=where, byte=f"0x{data[zero]:02X}")
    return fitting[0]


def _by_letters(data: bytes, file: str) -> Encoding:
    """UTF-8, EUC-JP or Shift_JIS, by the letters that the bytes are in each."""
    candidates: tuple[Encoding, ...] = ("euc_jp", "cp932")
    texts = {encoding: _sound(data, encoding) for encoding in candidates}
    others = {encoding: text for encoding, text in texts.items() if text is not None and not odd_in_japanese(text)}
    utf_8 = _sound(data, "utf-8")
    if utf_8 is not None:
        if others and not utf_8.isascii() and max(utf_8) < _THREE:
            raise _unsure({"utf-8": utf_8, **others}, file)
        return "utf-8"
    if not is_surely_japanese(others.get("euc_jp", "")) and _is_damaged_utf_8(data, others.get("cp932")):
        raise _damaged(data, "utf-8", file)
    if len(others) == 2:
        return _euc_jp_or_refused(others["euc_jp"], others["cp932"], file)
    for encoding, text in others.items():
        if everyday_share(text) >= _EVERYDAY:
            return encoding
    raise _damaged(data, _likeliest(data), file)


def _euc_jp_or_refused(euc_jp: str, cp932: str, file: str) -> Encoding:
    """Bytes that are sound in both: EUC-JP where that gives everyday letters, and enough of them."""
    letters = {letter: count for letter, count in Counter(euc_jp).items() if not letter.isascii()}
    common = {letter: count for letter, count in letters.items() if is_surely_japanese(letter)}
    share = sum(common.values()) / sum(letters.values())
    enough = sum(common.values()) >= _KANJI and len(common) >= _KINDS
    if share >= _EVERYDAY and (enough or not all(each.isascii() or is_half_width(each) for each in set(cp932))):
        return "euc_jp"
    raise _unsure({"euc_jp": euc_jp, "cp932": cp932}, file)


def _is_damaged_utf_8(data: bytes, cp932: str | None) -> bool:
    """Whether most bytes that are not ASCII are letters of UTF-8. 区分 in Shift_JIS holds one by chance: its letters
    are all everyday ones, as those of damaged UTF-8 never are.
    """
    high = len(_HIGH.findall(data))
    sound = sum(len(letter) for letter in _THREE_BYTES.findall(data))
    return sound >= _MOSTLY * high and (cp932 is None or everyday_share(cp932) < 1)


def _sound(data: bytes, encoding: Encoding) -> str | None:
    """The text in an encoding; None where a byte is none of its letters."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, encoding: Encoding, file: str) -> str:
    """The text, all of whose letters can be in a document. DocgenError at the first that cannot."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(data, encoding, file) from error
    odd = first_odd_letter(text)
    if odd is not None:
        line, column = _line_and_column(text[:odd])
        raise DocgenError("odd-letter", where=Position(file, line, column), code=f"U+{ord(text[odd]):04X}")
    return text


def _damaged(data: bytes, encoding: Encoding, file: str) -> DocgenError:
    """The error at the first byte that is no letter of the encoding; of all, where it is sound but no Japanese."""
    start = _first_bad(data, encoding)
    if start is None:
        first = _HIGH.search(data)
        start = first.start() if first is not None else 0
        where = Position(file, *_place(data[:start], encoding))
        return DocgenError("no-japanese-text", where=where, byte=f"0x{data[start]:02X}")
    where = Position(file, *_place(data[:start], encoding))
    return DocgenError("bad-byte", where=where, encoding=_NAMES[encoding], byte=f"0x{data[start]:02X}")


def _first_bad(data: bytes, encoding: Encoding) -> int | None:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return min(error.start, len(data) - 1)
    return None


def _likeliest(data: bytes) -> Encoding:
    """The encoding in which the file is sound for the longest part."""
    candidates: tuple[Encoding, ...] = ("utf-8", "cp932", "euc_jp")
    ends = {encoding: _first_bad(data, encoding) for encoding in candidates}
    return max(candidates, key=lambda encoding: len(data) if (end := ends[encoding]) is None else end)


def _unsure(readings: dict[Encoding, str], file: str) -> DocgenError:
    """The error for bytes that are sound in several encodings, with the first line as it reads in each."""
    text = next(iter(readings.values()))
    line = next(number for number, words in enumerate(_lines(text), 1) if not words.isascii())
    read = tuple(f"{_NAMES[encoding]}: {_lines(reading)[line - 1].strip()[:30]}" for encoding, reading in readings.items())
    return DocgenError("encoding-unsure", where=Position(file, line), readings=read)


def _place(before: bytes, encoding: Encoding) -> tuple[int, int]:
    """The line and column behind some bytes."""
    return _line_and_column(before.decode(encoding, "ignore"))


def _line_and_column(before: str) -> tuple[int, int]:
    lines = _lines(before)
    return len(lines), len(lines[-1]) + 1


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)
