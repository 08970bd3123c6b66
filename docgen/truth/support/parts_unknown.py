"""A part of what a table has that nothing tells of: 91万トンで、うち3割をのり類が占める."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.ledger import bearer_of
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_LETTER = re.compile("[一-龥々ァ-ヴA-Za-z]")
_BEFORE = re.compile("(?:その|の)?うち、?(?:約|およそ)?$")
_HOLDER = re.compile(
    "(?:余り|強|弱|以上|超)?[をがは](?P<name>[^、。はがを0-9]{2,14}?)(?:が|で(?=ある|、|。)|による|に(?=集中|偏))"
)
_NAMED = re.compile("(?:その|の)?うち、?(?P<name>[^、。はがを0-9うち]{2,14}?)(?:が|は|も)、?(?:約|およそ|全体の)?$")
# What tells no part of its own, but how much or which.
_PLAIN = re.compile(
    "上位|下位|最[大小高低多少]|残|その他|前者|後者|半|過半|多く|両者|これ|それ|当該|同|以上|以下|未満|達成|完了|実施|該当|増|減|済"
    "|新規|新た|対象|全|合計|計$|割合|数$|率$|年|月|ほか|以外|いず|必要|回答|うち"
)


def parts_are_known(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A part with its share (うち3割を) of which no letter stands in any table or text, and that nothing bears out.

    A text on a slide may tell more of its table than that has, and is left alone.
    """
    tables = near(evidence)
    for sentence in sentences:
        if "うち" not in sentence.words or sentence.statement.where is not None or sentence.statement.on:
            continue
        asked = tables.on_page(sentence)
        for claim in sentence.numbers if asked else ():
            found = _part(sentence, claim) if claim.kind == "share" else None
            if found is None or not _is_unknown(found[2], sentence, evidence):
                continue
            if "割" in claim.text or bearer_of(sentence.words, sentence.claims, claim, evidence) is None:
                yield sentence.breach(
                    "name-not-in-table",
                    sentence.spot(found[0], found[1]),
                    level="notice",
                    name=found[2],
                    place=asked[0].title,
                )


def _part(sentence: Sentence, claim: Claim) -> tuple[int, int, str] | None:
    """Where a part is told with its number, and its name; None where a number is told of none."""
    words = sentence.words
    behind = _HOLDER.match(words, claim.end) if _BEFORE.search(words, 0, claim.start) else None
    if behind is not None:
        return claim.start, behind.end("name"), behind["name"]
    before = _NAMED.search(words, 0, claim.start)
    return (before.start("name"), claim.end, before["name"]) if before is not None else None


def _is_unknown(name: str, sentence: Sentence, evidence: Evidence) -> bool:
    letters = _LETTER.findall(name)
    if not letters or _PLAIN.search(name):
        return False
    told = "".join(plain(" ".join((table.title, table.notes, *table.labels))) for table in evidence.tables)
    told += "".join(cell for table in evidence.tables for line in table.texts for cell in line)
    others = "".join(plain(one.text) for one in evidence.statements if one.text != sentence.statement.text)
    return not any(letter in told or letter in others for letter in letters)
