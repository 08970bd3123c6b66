"""Of how many something holds, told before it: 3県で前年度を下回った, 過半数の県で増加した."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.truth.counts.conditions import condition
from docgen.truth.counts.exact import counting, is_counted_by
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence
from docgen.truth.wording.comparison import comparisons
from docgen.truth.wording.members import Held
from docgen.truth.wording.scope import ANY, Predicate, Said
from docgen.truth.wording.trend import trends
from docgen.truth.words.counted import breach_of_count, counts_of, holding
from docgen.truth.words.portions import Ratio, breach_of_portion

_MOST = "(?P<word>(?P<half>半数以上|半分以上)|過半数?|半数超|半数を超える|大半|大多数|(?P<less>半数未満|半数に満たない))"
_MOST_OF = re.compile(rf"{_MOST}の?(?P<noun>[一-龥ァ-ヴー]{{1,6}}?)(?:において|で|が|は)は?、?")
_OF_MOST = re.compile(rf"(?P<noun>[一-龥ァ-ヴー]{{1,6}})の{_MOST}(?:において|で|が|は)は?、?")
_CLAUSE = re.compile("[^、。]*")
# Before a count: nothing tells which they are.
_ALONE = re.compile(r"(?:^|[、。はもがで]|(?:中|のうち)、?|全国|県内|市内)$")
_THESE = re.compile("(?:において|で|が)は?、?")
_AMONG = re.compile("(?P<number>[0-9]+)[^、。0-9]{1,4}(?:中|のうち)、?$")
_OF_OTHERS = re.compile(
    "ほか|除|以外|など|残|少なくとも|とも|又は|または|あるいは|それぞれ|平均|合わせ|合計|うち(?!、?[0-9])"
)
# Behind what is said: it is said of them, and of nothing that they have.
_SAID = re.compile(
    "(?:した|して(?:いる|おり)|し、|す|し?た|て(?:いる|おり)|る|り|と(?:なっ|なり)|傾向|で(?:あ|、)|に転じ)*"
    "(?=[、。]|$|一方|もの)"
)


def hold_of_so_many(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count, or a word for most, of the rows that something is said of behind it, where it holds for another number."""
    tables = near(evidence)
    for sentence in sentences:
        if not _OF_OTHERS.search(sentence.words):
            yield from _counts(sentence, tables)
            yield from _most(sentence, tables)


def _counts(sentence: Sentence, tables: Near) -> Iterator[Breach]:
    words = sentence.words
    for claim, number in counting(sentence):
        these = _THESE.match(words, claim.end)
        predicate = _predicate(sentence, these.end()) if these and _ALONE.search(words, 0, claim.start) else None
        among = _AMONG.search(words, 0, claim.start)
        for table in tables.spoken_of(sentence) if predicate is not None else ():
            if predicate is None or not counts_of(claim, table) or _names_rows(sentence, predicate, table):
                continue
            held = holding(sentence, predicate, Said(claim.start, claim.end, ANY), table)
            if held is None or number > len(held) or (among is not None and int(among["number"]) != len(held)):
                continue
            holds = [one for one in held if one.holds]
            if number != len(holds):
                yield breach_of_count(sentence, predicate, claim, holds, table)
            break


def _most(sentence: Sentence, tables: Near) -> Iterator[Breach]:
    words = sentence.words
    for match in (*_MOST_OF.finditer(words), *_OF_MOST.finditer(words)):
        blank = "\0" * len(match.group())
        rest = replace(sentence, words=f"{words[: match.start()]}{blank}{words[match.end() :]}")
        for table in tables.spoken_of(sentence):
            ratio = _of_predicate(rest, match, table) or _of_words(rest, match, table)
            if ratio is None:
                continue
            half = Decimal("0.5")
            most = ratio.value >= half if match["half"] else ratio.value > half
            if most == bool(match["less"]):
                yield breach_of_portion("half", sentence, match.span("word"), ratio)
            break


def _of_predicate(sentence: Sentence, match: re.Match[str], table: FactTable) -> Ratio | None:
    """Of which part of the rows it holds what is said behind the words for most: 前年を上回った."""
    predicate = _predicate(sentence, match.end())
    if predicate is None or _names_rows(sentence, predicate, table):
        return None
    held = holding(sentence, predicate, Said(*match.span("word"), match["noun"]), table)
    return _ratio(held) if held else None


def _of_words(sentence: Sentence, match: re.Match[str], table: FactTable) -> Ratio | None:
    """Which part of the rows has the word of a cell that stands behind the words for most: 完了した."""
    clause = _CLAUSE.match(sentence.words, match.end())
    told = condition(sentence, match.end(), clause.end() if clause else match.end(), table, ("row",))
    if told is None or len(told.ways) != 1 or not 0 < len(told.ways[0]) < len(told.known):
        return None
    if not (is_counted_by(match["noun"], table) and set(table.rows) <= set(told.known)):
        return None
    return Ratio(Decimal(len(told.ways[0])) / len(told.known), str(len(told.ways[0])), str(len(told.known)), table.name)


def _ratio(held: Sequence[Held]) -> Ratio:
    """Which part of some members something holds for."""
    holds = sum(one.holds for one in held)
    return Ratio(Decimal(holds) / len(held), str(holds), str(len(held)), held[0].fact.place)


def _predicate(sentence: Sentence, begin: int) -> Predicate | None:
    """What is said behind a place, in its clause, of what stands there; None for nothing, or two things."""
    words = sentence.words
    found: list[Predicate] = [*comparisons(sentence), *(one for one in trends(sentence) if one.does != "flat")]
    ends = [at for mark in "、。" if (at := words.find(mark, begin)) >= 0]
    within = sorted((one for one in found if begin <= one.at < min(ends, default=len(words))), key=lambda one: one.at)
    return within[0] if len(within) == 1 and _SAID.match(words, within[0].end) else None


def _names_rows(sentence: Sentence, predicate: Predicate, table: FactTable) -> bool:
    """Whether a sentence names a row before what is said: it may be said of that row."""
    return any(one.start < predicate.at for one in mentions(sentence.words, table.rows))
