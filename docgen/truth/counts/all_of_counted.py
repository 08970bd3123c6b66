"""What is said of all that a sentence has counted, or listed: 200人以上の施設は5施設で、その全てが学校."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.truth.counts.by_thresholds import sides_counted
from docgen.truth.counts.conditions import Condition, condition
from docgen.truth.counts.exact import GENERIC, PLACES, counting
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_ALL = re.compile(
    r"(?:で(?:あり|あるが|は)?|あり|となっており|あるが|は|の|を数え|に上り)?、?(?P<all>(?:その|これら(?:の施設)?は?、?|それらの?)?"
    r"(?:全て|すべて|全部|いずれ|どれ|全施設|全館|全校|全件)(?:も|とも)?)(?:が|は|で)?、?"
)
_CLAUSE = re.compile("[^、。;]*")
_DOUBT = re.compile("以外|除|ほか|又は|または|予定|今後|見込|目標|計画|わけ|限ら|とは|な[いかく]|前年|年度|以下の")


def all_of_counted(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """Something said of all that are counted right before it, which is not so of one of them.

    What is counted is told by a threshold, a word or a mark of the table, and the count is that of the rows that meet it.
    """
    tables = near(evidence)
    for sentence in sentences:
        for claim, number in counting(sentence):
            told = _ALL.match(sentence.words, claim.end)
            for table in tables.on_page(sentence) if told is not None else ():
                amiss = _amiss(sentence, claim, number, told.end(), table) if told is not None else None
                if amiss is not None and told is not None:
                    said, names = amiss
                    yield sentence.breach(
                        "listed-not-so",
                        sentence.spot(*told.span("all")),
                        name="、".join(names),
                        condition=said.words,
                        names="、".join(sorted(map(str, said.ways[0]))),
                        place=str(table.where) if table.where is not None else table.name,
                    )


def _amiss(
    sentence: Sentence, claim: Claim, number: int, start: int, table: FactTable
) -> tuple[Condition, Sequence[str]] | None:
    """What is said, and those of the counted ones of which it is not so; None where it is so, or in doubt."""
    clause = _CLAUSE.match(sentence.words, start)
    end = clause.end() if clause else start
    if _DOUBT.search(sentence.words, start, end) or not _counts_rows(sentence, claim, table):
        return None
    begin = max(sentence.words.rfind(sign, 0, claim.start) + 1 for sign in "。;")
    counted = condition(sentence, begin, claim.start, table, ("row",))
    said = condition(sentence, start, end, table, ("row",))
    if counted is None or said is None:
        return None
    ways = [way for way in counted.ways if len(way) == number]
    if not ways or any(way <= holding for way in ways for holding in said.ways) or not counted.known <= said.known:
        return None
    return said, sorted(str(name) for name in ways[0] - said.ways[0])


def _counts_rows(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    return claim.unit in GENERIC | PLACES or "row" in sides_counted(sentence, claim, table)
