"""Which rows of a table a mark in a sentence is told of: 滝の上村 of 245cmの雪見村に及ばず、滝の上村はⅢである."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.bearing.mentions import Mention, mentions
from docgen.truth.wording.marks import Use

# Behind a name: it is what is spoken of, and not what it is compared with (雪見村に及ばず).
_TOPIC = re.compile(r"[」』]?(?:(?:\([^()]*\))?(?:は|も|が|を|、|:|$)|[(\s]|の[^、。はがを]{1,14}[はがを])")
_JOINED = re.compile(r"[」』]?(?:と|、|及び|並びに|・|や)[「『]?")
_APART = re.compile("それぞれ|順に|一方")


def owners_of(words: str, use: Use, rows: Sequence[str]) -> tuple[str, ...]:
    """The rows that a mark is told of: the only one of its scope, or those of the last topic before it; () in doubt."""
    start, end = use.scope
    found = [one for one in mentions(words, rows) if start <= one.start and one.end <= end]
    named = tuple(dict.fromkeys(one.label for one in found))
    if len(named) < 2:
        return named
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
