"""A count beside the names that it counts, or above the lines that it announces."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Statement
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.context import page_of
from docgen.truth.counts.exact import GENERIC, counted_class, counting
from docgen.truth.counts.marks import marks_beside
from docgen.truth.counts.miscount import miscount
from docgen.truth.counts.names import Names, names_before, names_behind
from docgen.truth.sentence import Sentence

_SLIP = 2
"""How far a count may be off the names to be a slip: more, and they are kinds of what is counted (新規、継続の12件)."""
_ANNOUNCES = re.compile(r"(?:以下|次|下記)(?:に示す|に掲げる)?の(?:とおり、?)?(?:主な)?$")
_MARK = re.compile(
    r"\s*(?:[(【\[]?[①-⑳][)】\]]?|[(【\[]\d+[)】\]]|\d+(?=[.)、\s　])"
    r"|(?!図|表|注|資料|参考)[一-龥ァ-ヴー]{1,4}\d+(?=[\s　]))"
)


def counts_of_names(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count that is not that of the names beside it: 青嶺、白砂及び風見の四地区, 5県（…） with four names."""
    known = [plain(name) for names in evidence.lists for name in names]
    known += [plain(line[0]) for table in evidence.tables for line in table.texts]
    for sentence in sentences:
        for claim, number in counting(sentence):
            marks = marks_beside(sentence.words, claim)
            if marks and number != len(marks) and abs(number - len(marks)) <= _SLIP and _counts_marks(claim):
                yield miscount(sentence, claim, marks)
            begin = max((other.end for other in sentence.numbers if other.end <= claim.start), default=0)
            names = names_before(sentence.words, begin, claim.start) or names_behind(sentence.words, claim.end)
            listed = names if names and not _has_numbers(sentence, names) else None
            if listed and names and _miscounted(listed, number) and _are_counted(listed, claim, known):
                yield miscount(sentence, claim, names.names)


def _counts_marks(claim: Claim) -> bool:
    """Whether a counter is one of whatever is listed."""
    return claim.unit in GENERIC or claim.unit in ("類型", "種類", "分野", "観点", "本", "段階")


def _has_numbers(sentence: Sentence, names: Names) -> bool:
    """Whether numbers stand among the names: 量子分野3拠点、環境分野1拠点 are no names of what is counted."""
    return any(names.start <= claim.start < names.end for claim in sentence.numbers)


def _miscounted(names: Names, number: int) -> bool:
    return not names.fewest <= number <= names.most and abs(number - len(names.names)) <= _SLIP


def _are_counted(names: Names, claim: Claim, known: Sequence[str]) -> bool:
    """Whether the names are of what is counted: they end so, or are names of rows or items; つ counts anything."""
    words = counted_class(claim)
    if claim.unit in ("つ", "点", "項目", "要素", "論点", "事項", "課題"):
        return True
    if sum(name.endswith(words) for name in names.names) * 2 >= len(names.names) and words not in GENERIC:
        return True
    return all(any(_is_name(name, one) for one in known) for name in names.names)


def _is_name(name: str, known: str) -> bool:
    """Whether a name is that of a row or an item, in full or without its number or ending: 月見 of 月見地区."""
    return len(name) > 1 and (known.startswith(name) or known.endswith(name))


def counts_of_lines(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A count of what follows (次の4項目) that is not that of the lines behind it on the slide."""
    following = _lines_behind(evidence.statements)
    for sentence in sentences:
        where = sentence.statement.where
        for claim, number in counting(sentence) if isinstance(where, SlidePosition) else ():
            announced = _ANNOUNCES.search(sentence.words, 0, claim.start) and claim.kind == "number"
            lines = following.get(id(sentence.statement), ()) if announced else ()
            if len(lines) > 1 and number != len(lines) and abs(number - len(lines)) <= _SLIP:
                yield sentence.breach(
                    "count-of-lines",
                    sentence.spot_of(claim),
                    count=claim.text,
                    names="、".join(line.strip() for line in lines),
                    right=str(len(lines)),
                )


def _lines_behind(statements: Sequence[Statement]) -> dict[int, tuple[str, ...]]:
    """Behind each statement, by its identity, the lines of one kind of number or mark that follow it on its slide."""
    found: dict[int, tuple[str, ...]] = {}
    lines: tuple[str, ...] = ()
    page: Hashable = None
    for statement in reversed(statements):
        at = statement.where
        on = (page_of(statement), isinstance(at, SlidePosition) and at.shape == "notes")
        if on != page:
            page, lines = on, ()
        found[id(statement)] = lines
        mark = _mark(statement.text)
        lines = (statement.text, *(lines if lines and _mark(lines[0]) == mark else ())) if mark else ()
    return found


def _mark(text: str) -> str:
    """The kind of mark that a line begins with: 施策0 for 施策1, (0) for (2), 0 for ①; "" for a line without one."""
    match = _MARK.match(plain(text))
    return re.sub("[①-⑳]", "①", re.sub(r"\d+", "0", match.group())).strip() if match else ""
