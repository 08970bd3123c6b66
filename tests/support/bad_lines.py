"""What is wrong with where the lines of a paragraph end, by rules of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.typeset.phrases import phrase_starts

_DIGIT_END = re.compile(r"[0-9０-９]$")
_UNIT = re.compile("[年月日時人名件社校円％%倍位回拠点億兆万千百台か課機大施項指点ポ歳本基号条章期次目]")
_DATE = re.compile("(?:(?:令和|平成|昭和)[0-9０-９元]+年(?:度|[0-9０-９]+月)?|[0-9０-９]{4}年(?:度|[0-9０-９]+月)?)(?:[0-9０-９]+日)?")
_NAME_END = re.compile(r"[A-Za-z]+-[0-9]+$")
_HEAD_WORD = re.compile("[ァ-ヺー]{2}|[A-Za-z0-9]{2}")
_LONELY = 2


def bad_lines(lines: Sequence[str], *, is_head: bool) -> Iterator[str]:
    """The kinds of what is wrong: a short last line, a date or a number parted, a head parted inside a word."""
    if len(lines) > 1 and len(lines[-1].strip()) <= _LONELY:
        yield "short last line"
    text = "".join(lines)
    dates = [range(found.start() + 1, found.end()) for found in _DATE.finditer(text)]
    place = 0
    for line, following in pairwise(lines):
        place += len(line)
        if any(place in inside for inside in dates):
            yield "split date"
        elif _DIGIT_END.search(line) and _UNIT.match(following) and not _NAME_END.search(line):
            yield "split unit"
        if is_head and (_HEAD_WORD.fullmatch(line[-1:] + following[:1]) and place not in phrase_starts(text)):
            yield "split head"
