"""Marks that their legend gives to something else; ``undefined`` those that it does not define."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Legend, Statement
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.sentences.claims import claims
from docgen.truth.book import book
from docgen.truth.context import same_slide
from docgen.truth.sentence import Sentence
from docgen.truth.wording.consequences import consequences
from docgen.truth.wording.goals_named import judgement_of
from docgen.truth.wording.judging import judged_by, narrowest
from docgen.truth.wording.marked import marks_in_cells
from docgen.truth.wording.marks import Use, folded, meanings, spoken, uses, without_shared_noun

_DEFINES = re.compile(r"(?:を|の値を|の区域を)?(?:示|表|意味|指)(?:す|し|さ)")
# Behind a mark: it is not reached, or not given.
_NOT_SO = re.compile(
    "[」』)]?(?:評価|判定|区分|ランク|段階)?(?:に(?:は|も)?(?:当たらな|該当しな|含まれな|ならな|達するところ|達するまで|届|至ら|達しな|達せ|及ば|近い|近付|近づ|迫)"
    "|では?な[いく]|とはなら|と?の(?:一歩)?(?:手前|境)|まで(?:あと|[0-9])|を(?:下|上)回)"
)
_BRACKETED = re.compile(r"[(](?P<name>[一-龥ァ-ヴー]{4,20})[)]")
_ENDS = 2
_DENIED = re.compile(r"(?:わけ)?(?:では|は)?な[いく]|ず")


def marks_fit(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A mark whose meaning is not what the sentence says beside it, or not so by the values that it judges."""
    whole = book(evidence)
    followed = tuple(consequences(evidence))
    for sentence in sentences:
        for legend in (*evidence.legends, *followed):
            if holds_for(legend, sentence.statement):
                for use in uses(sentence, legend):
                    breach = _of_words(sentence, legend, use, legend in followed, whole.about(sentence))
                    breach = breach or _of_values(sentence, legend, use, whole.about(sentence))
                    if breach is not None:
                        yield breach


def holds_for(legend: Legend, statement: Statement) -> bool:
    """Whether a text is of the slide of a legend, or the legend holds everywhere; the legend itself is not judged."""
    if sum(mark in statement.text for mark in legend.marks) > 2 and all(
        meaning in statement.text for meaning in legend.marks.values()
    ):
        return False
    at, of = statement.where, legend.where
    if not isinstance(of, SlidePosition) or not isinstance(at, SlidePosition):
        return True
    return (at.file, at.slide) == (of.file, of.slide)


def _of_words(
    sentence: Sentence, legend: Legend, use: Use, follows: bool, evidence: Evidence
) -> Breach | None:
    """A mark beside the meaning of another one, or beside what ``follows`` from another one."""
    known = meanings(legend)
    start, end = use.scope
    # 健全性 is what the marks judge, and none of their meanings.
    words = sentence.words[start:end]
    if legend.of and not any(legend.of in meaning for meaning in known.values()):
        words = words.replace(legend.of, "\0" * len(legend.of))
    known = without_shared_noun(known)
    own = spoken(words, known[use.mark])
    others = [(mark, place) for mark, meaning in known.items() if mark != use.mark and (place := spoken(words, meaning))]
    # A longer meaning may hold a shorter one: 計画を大幅に上回る and 計画を上回る.
    others = [(mark, place) for mark, place in others if own is None or not _inside(place, own)]
    if own is not None or len(others) != 1:
        return _of_bounds(sentence, use, legend) or (None if own or others else _of_name(sentence, use, legend))
    mark, place = others[0]
    if any(other != use and words[other.end - start : place[0]] == "(" for other in uses(sentence, legend)):
        return None
    if re.match(rf"[^、。(]{{0,2}}[(]{re.escape(mark)}[)]", words[place[1] :]):
        return None
    if spoken(sentence.words, known[use.mark]) or _DENIED.match(words, place[1] + 2):
        return None
    if mark in {other.mark for other in uses(sentence, legend)} and not _adjacent(sentence.words, use, start + place[0]):
        return None
    span = (min(use.start, start + place[0]), max(use.end, start + place[1]))
    quoted = sentence.words[use.start - 1 : use.start] == "「" and not follows
    if quoted or not (follows or _adjacent(sentence.words, use, start + place[0])):
        span = (use.start, use.end) if not _DEFINES.search(words, place[1]) else span
    if span == (use.start, use.end) and _is_so(sentence, legend, use, evidence):
        # The mark is that of the value, and the meaning is not its own.
        span = (start + place[0], start + place[1])
    return _means_another(sentence, legend, use, span, words[slice(*place)])


def _is_so(sentence: Sentence, legend: Legend, use: Use, evidence: Evidence) -> bool:
    known = meanings(legend)
    judged = list(judged_by(sentence, legend, use, evidence))
    return bool(judged) and all(
        narrowest([mark for mark, so in one.held.items() if so], known) == use.mark for one in judged
    )


def _of_name(sentence: Sentence, use: Use, legend: Legend) -> Breach | None:
    """A name in brackets behind an abbreviation that begins and ends as what it is short for, and is not that."""
    match = _BRACKETED.match(sentence.words, use.end) if len(use.mark) > 1 else None
    meaning = meanings(legend)[use.mark]
    if match is None or match["name"] in meaning or meaning in match["name"]:
        return None
    name = match["name"]
    alike = name[:_ENDS] == meaning[:_ENDS] and name[-_ENDS:] == meaning[-_ENDS:]
    return _means_another(sentence, legend, use, match.span("name"), name) if alike else None


def _inside(place: tuple[int, int], own: tuple[int, int]) -> bool:
    return own[0] <= place[0] and place[1] <= own[1]


def _adjacent(words: str, use: Use, start: int) -> bool:
    """Whether a meaning follows its mark: OI（地域連携拠点）, 破線は推計値."""
    return use.end <= start and start - use.end <= 12


def _of_bounds(sentence: Sentence, use: Use, legend: Legend) -> Breach | None:
    """Bounds that a sentence gives for what a mark means, and that its legend gives otherwise: 紫は3m以上を表す."""
    meaning = meanings(legend)[use.mark]
    if not _DEFINES.search(sentence.words, use.end):
        return None
    stated = [c for c in sentence.numbers if c.start >= use.end and re.search("以上|以下|未満|超", c.text)]
    right = [claim for claim in claims(meaning) if re.search("以上|以下|未満|超", claim.text)]
    if not stated or not right or any(claim.unit != right[0].unit for claim in stated):
        return None
    if {(c.low, c.high) for c in stated} == {(c.low, c.high) for c in right}:
        return None
    span = (stated[0].start, stated[-1].end)
    return _means_another(sentence, legend, use, span, sentence.words[slice(*span)])


def _of_values(sentence: Sentence, legend: Legend, use: Use, evidence: Evidence) -> Breach | None:
    """A mark that the values, of the sentence or of a table, do not have by its legend."""
    known = meanings(legend)
    stated = judgement_of(sentence, evidence)
    if stated is not None and folded(stated.status) in known:
        right = folded(stated.status)
        return None if right == use.mark else _unfit(sentence, legend, use, right, stated.reason, (use.start, use.end))
    beside = [table for table in evidence.tables if same_slide(sentence.statement, table)]
    of_cells = list(marks_in_cells(sentence, legend, use, beside))
    for marked in of_cells:
        if marked.mark != use.mark:
            return _unfit(sentence, legend, use, marked.mark, marked.place, marked.at)
    if of_cells or _NOT_SO.match(sentence.words, use.end):
        return None
    for one in judged_by(sentence, legend, use, evidence):
        right = narrowest([mark for mark, holds in one.held.items() if holds], known)
        if right and right != use.mark and one.held[use.mark] is not None:
            return _unfit(sentence, legend, use, right, one.place, one.at)
    return None


def _means_another(sentence: Sentence, legend: Legend, use: Use, span: tuple[int, int], told: str) -> Breach:
    return sentence.breach(
        "mark-of-another-meaning",
        sentence.spot(*span),
        mark=use.mark,
        legend=legend.of,
        meaning=meanings(legend).get(use.mark, ""),
        told=told,
    )


def _unfit(sentence: Sentence, legend: Legend, use: Use, right: str, told: str, at: tuple[int, int]) -> Breach:
    return sentence.breach(
        "mark-against-values",
        sentence.spot(*at),
        mark=use.mark,
        legend=legend.of,
        meaning=meanings(legend).get(use.mark, ""),
        right=next((mark for mark in legend.marks if folded(mark) == right), ""),
        told=told,
    )
