"""The rows that a sentence names by the first and the last of them: 6月から9月まで, 年間 in a table of months."""

from __future__ import annotations

from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.cue import Cue
from docgen.bearing.mentions import mentions

_TO = re.compile("から|～|-")
_SO_MANY = re.compile(r"から(?:の)?(?P<number>[0-9]{1,2})(?:[かヶカケ箇]月|日|年|四半期|期)間?")
_PARTS = (
    re.compile(r"[0-9０-９]{1,2}月"),
    re.compile(r"[0-9０-９]{1,2}月?[～〜-][0-9０-９]{1,2}月期?|第[1-4１-４一二三四]四半期"),
    re.compile("[春夏秋冬]季?"),
)
_NUMBERS = (12, 4, 4)
# Right before a number: it is that of the year, whatever part of it was told before.
_IN_YEAR = re.compile("(?:年間|通年|年計)(?:の[^、。0-9]{0,8}[はがで]?|で(?:は)?)?、?約?$")
_YEAR = re.compile("年間(?!平均)|通年|年計|1年を通")


def stretch(cue: Cue) -> tuple[str, ...]:
    """The rows of the stretch named last before the claim, in the order of the table; () for none.

    A stretch may go on at the beginning of the table: 12月から2月まで.
    """
    rows = cue.table.rows
    if told := rows_from_to(cue.sentence, cue.claim.start, rows) or _rows_for(cue.sentence, cue.claim.start, rows):
        return told
    named = any(one.end <= cue.claim.start for one in mentions(cue.sentence, rows))
    if not _YEAR.search(cue.clause) and (named or not _YEAR.search(cue.sentence, 0, cue.claim.start)):
        return ()
    return () if named and not _IN_YEAR.search(cue.sentence, 0, cue.claim.start) else _of_year(rows)


def _of_year(rows: tuple[str, ...]) -> tuple[str, ...]:
    """The rows that are the months, quarters or seasons of a whole year; () for no such."""
    kinds = ([row for row in rows if part.fullmatch(row)] for part in _PARTS)
    return next((tuple(found) for found, number in zip(kinds, _NUMBERS, strict=True) if len(found) == number), ())


def rows_from_to(sentence: str, end: int, rows: tuple[str, ...]) -> tuple[str, ...]:
    """The rows from the one to the other of the last two before ``end`` that a half-width sentence joins so; () for none.

    >>> rows_from_to("東市から南市までの各市", 9, ("北市", "東市", "西市", "南市"))
    ('東市', '西市', '南市')
    """
    named = [one for one in mentions(sentence, rows) if one.end <= end]
    pairs = [pair for pair in pairwise(named) if _TO.fullmatch(sentence, pair[0].end, pair[1].start)]
    return _between(rows, pairs[-1][0].label, pairs[-1][1].label) if pairs else ()


def _rows_for(sentence: str, end: int, rows: tuple[str, ...]) -> tuple[str, ...]:
    """So many rows from the one named last before ``end``: 4月からの6か月間; () for none, or more than there are."""
    named = [one for one in mentions(sentence, rows) if one.end <= end]
    told = _SO_MANY.match(sentence, named[-1].end, end) if named else None
    if told is None:
        return ()
    begin, number = rows.index(named[-1].label), int(told["number"])
    return rows[begin : begin + number] if 1 < number <= len(rows) - begin else ()


def _between(rows: tuple[str, ...], first: str, last: str) -> tuple[str, ...]:
    begin, end = rows.index(first), rows.index(last)
    return rows[begin : end + 1] if begin <= end else (*rows[begin:], *rows[: end + 1])
