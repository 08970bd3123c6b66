"""Which rows of a table a mark in a sentence is told of: 滝の上村 of 245cmの雪見村に及ばず、滝の上村はⅢである."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.bearing.mentions import Mention, mentions
from docgen.truth.wording.marks import Use

# Behind a name: it is what is spoken of, and not what it is compared with (雪見村に及ばず).
_TOPIC = re.compile(r"[」』]?(?:(?:\([^()]*\))?(?:は|も|が|を|、|:|$)|[(\s]|の[^、。はがを]{1,14}[はがを])")
_JOINED = re.compile(r"[」』]?(?:と|、|及び|並びに|・|や)[「『]?")
# Behind a mark: those that have it are listed next (Ⅲの町村は、樺沢町と滝の上村である).
_THEIRS = re.compile(
    r"[」』)]?(?:の[^、。はが]{1,8}|に[^、。はが]{1,10}|と[^、。はが]{1,8})?(?:の|もの)?(?:は|には)、?[「『]?"
)
_TWO = 2
_APART = re.compile("それぞれ|順に|一方")


def owners_of(words: str, use: Use, rows: Sequence[str]) -> tuple[str, ...]:
    """The rows that a mark is told of: the only one of its scope, or those of the last topic before it; () in doubt."""
    start, end = use.scope
    found = [one for one in mentions(words, rows) if start <= one.start and one.end <= end]
    named = tuple(dict.fromkeys(one.label for one in found))
    if len(named) < _TWO:
        return named
    if listed := _behind(words, use, found):
        return tuple(dict.fromkeys(one.label for one in listed))
    before = [at for at, one in enumerate(found) if one.end <= use.start and _TOPIC.match(words, one.end)]
    if not before:
        return ()
    labels = _with_those_joined(words, found, before[-1])
    return () if len(labels) > 1 and _APART.search(words, start, end) else labels


def _with_those_joined(words: str, found: Sequence[Mention], last: int) -> tuple[str, ...]:
    first = last
    while first and _JOINED.fullmatch(words, found[first - 1].end, found[first].start):
        first -= 1
    return tuple(dict.fromkeys(one.label for one in found[first : last + 1]))


def told_at(words: str, use: Use, rows: Sequence[str], row: str) -> tuple[int, int]:
    """Where it is told that a row has a mark: the mark; with the row where that is told behind; of several the row."""
    start, end = use.scope
    listed = _behind(words, use, [one for one in mentions(words, rows) if start <= one.start and one.end <= end])
    own = next((one for one in listed if one.label == row), None)
    if own is None:
        return use.start, use.end
    return (use.start if len(listed) == 1 else own.start), own.end


def _behind(words: str, use: Use, found: Sequence[Mention]) -> Sequence[Mention]:
    """The rows that are listed behind a mark as those that have it; none where others are named before."""
    if not found or not _THEIRS.fullmatch(words, use.end, found[0].start):
        return ()
    last = 0
    while last + 1 < len(found) and _JOINED.fullmatch(words, found[last].end, found[last + 1].start):
        last += 1
    return found[: last + 1]
