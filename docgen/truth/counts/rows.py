"""A count of the rows of a table: by a word in them, all of them, or those that remain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.base_units import base_unit, same_unit
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import TOTALS, FactTable
from docgen.breach import Breach
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.counts.cells import under_way
from docgen.truth.counts.exact import GENERIC, PLACES, REST, counting, counts_rows
from docgen.truth.counts.miscount import miscount_of_rows
from docgen.truth.counts.thresholds import SIGN
from docgen.truth.counts.yes_or_no import tells_mark
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_NOT = re.compile("以外|除[くいき]|ない|残[るり]|ほか|その他|未満の|ず、|なし|平均|当たり")
# What follows a count up to a comma tells of that count: は完了 of 3公園は完了、2公園は工事中.
_TOLD_BEFORE = re.compile(r"^(?:は|が|で|を|に)[^、]*(?:、|$)")
_REMAINING = re.compile("残[るり]の?$")
_OF = re.compile("の?うち|(?:の[一-龥ァ-ヴー]{1,6})?の?中(?!学|小|等)")
_ALL = re.compile("(?:全|計|合計|比較した|対象の)$")
_MADE_OF = re.compile("(?:の[^、。]{1,8})?(?:で(?:占められ|構成)|から(?:なる|なり|成る|構成)|にわた|を比較|を対象)")
_FIRST_OF = re.compile("(?:の?うち|の中)(?:で(?:は)?)?、?[^、。はが]{0,8}?(?:最も|最[多大高少低小]|首位|トップ|第?[1一]位)")
_SOME = re.compile("上位|主な|主要|抜粋|下位|一部")
_SLIP = 2

Row = tuple[str, ...]


def counts_by_words(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of the rows that have a word (水田が3地区), where another number of them has it."""
    for sentence, table in _near(sentences, evidence):
        rows, words = _rows(table), _words(table)
        heads = tuple(re.sub(r"\(.*", "", plain(column)) for column in table.columns)
        names = tuple(plain(line[0]) for line in table.texts)
        before: list[str] = []
        topic: list[str] = []
        end = 0
        for claim, number in counting(sentence) if words else ():
            # Those above a threshold, or of them: うち完了は2公園.
            of_which = _OF.search(sentence.words, end, claim.start) is not None
            bounded = SIGN.search(sentence.words, 0 if of_which else end, claim.start) is not None
            segment = _TOLD_BEFORE.sub("", sentence.words[end : claim.start]) if end else sentence.words[: claim.start]
            segment = _in_words_of_cells(segment, words)
            own = [word for word in words if word in _unhidden(segment, (*words, *heads, *names), word)]
            end = claim.end
            of_which = _OF.match(sentence.words, claim.end) is not None
            if of_which and own and not _beside(segment, own):
                # 達成見込みは、10件のうち6件: the word tells of the 6.
                topic = own
                continue
            behind = _behind(sentence, claim, words)
            if behind:
                scope = own or topic or before[-1:]
                told = {sum(behind in row and all(one in row for one in scope) for row in rows)}
                before.append(behind)
                if number not in told and 0 not in told and _is_of(claim, table) and not _is_value(claim, table):
                    yield miscount_of_rows(sentence, claim, "、".join((*scope, behind)), told.pop(), table)
                continue
            named = own or ([] if of_which else topic)
            sure = named and _is_of(claim, table) and not _is_value(claim, table) and not tells_mark(sentence, claim, table)
            sure = sure and not _NOT.search(_without(segment, named))
            # 減少は特許数(2区分): those of a column alone.
            others = [head for at, head in enumerate(heads, 1) if not any(named[:1] == [*row[at : at + 1]] for row in rows)]
            sure = sure and not _is_of_column(segment, own, others) and not bounded
            counts = _counts(rows, named, before) if sure else {number}
            if number not in counts:
                right = min(counts, key=lambda one: abs(one - number))
                yield miscount_of_rows(sentence, claim, "、".join(named), right, table)
            before += named
            topic = []


def _without(segment: str, words: Sequence[str]) -> str:
    """A segment without some words, which may deny by themselves: 目標なし."""
    for word in words:
        segment = segment.replace(word, "＿")
    return segment


def _behind(sentence: Sentence, claim: Claim, words: Sequence[str]) -> str:
    """The word behind a count that tells which are counted: 整備中 of 2公園のうち1公園が整備中; "" for none."""
    if not re.search("の?うち、?$", sentence.words[: claim.start]):
        return ""
    told = re.compile("[がは]").match(sentence.words, claim.end)
    names = (*((word, word) for word in words), *under_way(words)) if told else ()
    return next((word for name, word in names if told and sentence.words.startswith(name, told.end())), "")


def _in_words_of_cells(segment: str, words: Sequence[str]) -> str:
    """A segment with the words of cells for the verbs that tell the same: 稼働中 for 稼働している."""
    for verb, word in under_way(words):
        segment = segment.replace(verb, word)
    return segment


def _beside(segment: str, words: Sequence[str]) -> bool:
    """Whether one of the words stands right before a number: 参考 in 参考指標5件."""
    return any(re.search(rf"{re.escape(word)}[^、はがで]{{0,6}}$", segment) for word in words)


def _is_of_column(segment: str, words: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether a column, or a noun before a bracket, is named behind the words that tell what is counted."""
    behind = segment[max((segment.rfind(word) + len(word) for word in words), default=0) :]
    bracketed = re.search("は[一-龥ァ-ヴー]{2,8}[(]$", behind) is not None
    return bool(words) and (bracketed or any(len(head) > 1 and head in behind for head in heads))


def _unhidden(segment: str, words: Sequence[str], word: str) -> str:
    """A segment without the longer words that hold ``word``: 非製造業 for 製造業."""
    for longer in words:
        if word in longer and word != longer:
            segment = segment.replace(longer, "＿")
    return segment


def _counts(rows: Sequence[Row], named: Sequence[str], before: Sequence[str]) -> set[int]:
    """How many rows have one of the words, any of them, or one together with another."""
    counts = {sum(word in row for row in rows) for word in named}
    counts |= {sum(word in row and other in row for row in rows) for word in named for other in (*named, *before)}
    counts.add(sum(any(word in row for word in named) for row in rows))
    counts.add(sum(all(word in row for word in (*named, *before)) for row in rows))
    return counts


def counts_of_all(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of all rows (全7地区, 廃校8施設のうち) that is not theirs."""
    for sentence, table in _near(sentences, evidence):
        rows = len(_rows(table))
        for claim, number in counting(sentence):
            whole = _ALL.search(sentence.words, 0, claim.start) or _OF.match(sentence.words, claim.end)
            whole = whole or _MADE_OF.match(sentence.words, claim.end)
            near_rows = abs(number - rows) <= _SLIP or _has_most(sentence, claim, table, number)
            slip = number != rows and near_rows and rows > _SLIP
            counted = counts_rows(claim, table) or _is_followed(sentence, claim, table)
            sure = whole and slip and counted and not _is_value(claim, table) and not tells_mark(sentence, claim, table)
            words = [word for word in _words(table) if word in sentence.words[: claim.start]]
            if sure and not words and not _NOT.search(sentence.words, 0, claim.start):
                yield miscount_of_rows(sentence, claim, "", rows, table)


def _has_most(sentence: Sentence, claim: Claim, table: FactTable, number: int) -> bool:
    """Whether something is the first of more than the table compares, and not of all of which it lists the first ones."""
    first = _FIRST_OF.match(sentence.words, claim.end)
    rows = len(_rows(table))
    return first is not None and rows < number < rows * 2 and not _SOME.search(table.title)


def _is_followed(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a counter of anything counts what the rows are called: 全10件の指標."""
    head = plain(table.head)
    return claim.unit in GENERIC and len(head) > 1 and sentence.words.startswith(f"の{head}", claim.end)


def counts_of_the_rest(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of what remains (8施設のうち…3施設、残る6施設) that is not what its sentence leaves."""
    for sentence in sentences:
        counted = list(counting(sentence))
        if len(counted) < _LEAST_OF_REST or not _OF.match(sentence.words, counted[0][0].end):
            continue
        (whole, total), *parts, (rest, number) = counted
        alike = all(claim.unit == whole.unit for claim, _ in (*parts, (rest, number)))
        right = total - sum(part for _, part in parts)
        if alike and _REMAINING.search(sentence.words, 0, rest.start) and number != right:
            yield sentence.breach(
                "count-of-the-rest",
                # Which of one part and the rest is off, nothing tells.
                sentence.spot(parts[0][0].start if len(parts) == 1 else rest.start, rest.end),
                count=rest.text,
                whole=whole.text,
                right=f"{right}{rest.unit}",
            )


_LEAST_OF_REST = 3


def _near(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[tuple[Sentence, FactTable]]:
    """The sentences that count something, each with the tables of its slide."""
    tables = near(evidence)
    for sentence in sentences:
        if next(counting(sentence), None) is not None:
            yield from ((sentence, table) for table in tables.on_page(sentence))


def _rows(table: FactTable) -> Sequence[Row]:
    return _rows_of(table.texts, table.total, table.columns)


def _words(table: FactTable) -> Sequence[str]:
    """The words of a table's cells that several rows may share; the names of its rows are none of them."""
    return _words_of(table.texts, table.total, table.columns)


# Each sentence of a slide that counts something is asked of its tables.
@lru_cache(maxsize=1024)
def _rows_of(texts: tuple[Row, ...], total: str, columns: tuple[str, ...]) -> Sequence[Row]:
    lines = (tuple(map(plain, line)) for line in texts if line[0] not in TOTALS and line[0] != total)
    heads = [plain(column) for column in columns]
    return [_with_head(heads, line) for line in lines if line[0] not in REST]


@lru_cache(maxsize=1024)
def _words_of(texts: tuple[Row, ...], total: str, columns: tuple[str, ...]) -> Sequence[str]:
    names = {plain(line[0]) for line in texts}
    cells = {cell.strip() for row in _rows_of(texts, total, columns) for cell in row[1:]}
    return sorted(word for word in cells - names if len(word) > 1 and not any(letter.isdigit() for letter in word))


def _with_head(heads: Sequence[str], row: Row) -> Row:
    """A row whose cells of one character are called by the head of their column too: 北地区 for 北 in 地区."""
    if len(heads) != len(row) - 1:
        return row
    cells = zip(row[1:], heads, strict=True)
    return (row[0], *(f"{cell}{head}" if len(cell) == 1 and not cell.isdigit() else cell for cell, head in cells))


def _is_of(claim: Claim, table: FactTable) -> bool:
    return base_unit(claim.unit)[0] in GENERIC | PLACES or counts_rows(claim, table)


def _is_value(claim: Claim, table: FactTable) -> bool:
    """Whether a number may be one of the table's own: it has their unit."""
    return any(fact.unit and same_unit(claim.unit, fact.unit) for fact in table.facts)
