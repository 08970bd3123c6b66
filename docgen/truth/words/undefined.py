"""Marks that their legend does not define: ◇ where it has ◎, ○ and △; 「中断」 beside 「順調」 and 「遅れ」."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence, Legend
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.context import same_slide
from docgen.truth.sentence import Sentence
from docgen.truth.wording.judging import judged_by
from docgen.truth.wording.marks import Use, folded, is_surely_said, meanings, spoken, strangers, uses
from docgen.truth.words.legends import holds_for

_QUOTED = re.compile("「(?P<word>[一-龥ぁ-んァ-ヴー]{1,8})」")
_LINE = re.compile("(?P<word>[一-龥]{1,4}線)(?=は|を|で|が|と)")
_COLOUR = re.compile("(?<![一-龥])(?P<word>赤|青|緑|黄|橙|紫|茶|黒|白|灰|桃|紺|水)色?(?=は|を|で|が|の(?:線|棒|部分|区域))")
_ABBREVIATION = re.compile("[(](?P<word>[A-Z]{2,6})[)]")
_KINDS = ((_LINE, "[一-龥]{1,4}線"), (_COLOUR, "[赤青緑黄橙紫茶黒白灰桃紺水]色?"), (_ABBREVIATION, "[A-Z]{2,6}"))
_FEWEST = 2
_COUNTED = "(?:まで)?(?:の[0-9]+(?:区分|段階|種類|類型))?"
_ROMAN, _LETTERS = "[Ⅰ-Ⅻ]", "[A-Z]"


def marks_defined(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A mark that stands beside the meaning of a legend, or of what it judges, and that the legend does not have."""
    for sentence in sentences:
        for legend in evidence.legends:
            if holds_for(legend, sentence.statement):
                for use in (*_symbols(sentence, legend, evidence), *_words(sentence, legend), *_ends(sentence, legend)):
                    yield _undefined(sentence, legend, use)


def _ends(sentence: Sentence, legend: Legend) -> Iterator[Use]:
    """The range of marks (Ⅰ～Ⅴ, AからEまで) one end of which the legend does not have, with what counts them."""
    known = meanings(legend)
    for kind in (_ROMAN, _LETTERS) if len(known) > _FEWEST else ():
        if not all(re.fullmatch(kind, mark) for mark in known):
            continue
        for match in re.finditer(rf"(?P<first>{kind})(?:～|から|-)(?P<last>{kind}){_COUNTED}", sentence.words):
            if (match["first"] in known) != (match["last"] in known):
                yield Use(match.group(), *match.span(), (0, len(sentence.words)))


def _symbols(sentence: Sentence, legend: Legend, evidence: Evidence) -> Iterator[Use]:
    """Signs and letters; beside marks of the legend only those in quotes."""
    used = uses(sentence, legend)
    for use in strangers(sentence, legend):
        quoted = sentence.words[use.start - 1 : use.start] == "「"
        about = bool(used) or _is_about(sentence, legend, evidence)
        if (about and (quoted or not used)) or (not about and _is_judged(sentence, legend, use, evidence)):
            yield use


def _is_judged(sentence: Sentence, legend: Legend, use: Use, evidence: Evidence) -> bool:
    """Whether what a sentence says to be of a mark is of another one by its value: 38点 is Ⅳ of 千鳥橋（38点）は「Ⅴ」."""
    said = is_surely_said(sentence.words, use)
    return said and any(True in one.held.values() for one in judged_by(sentence, legend, use, evidence))


def _is_about(sentence: Sentence, legend: Legend, evidence: Evidence) -> bool:
    """Whether a sentence says what a legend judges, or a meaning of it, or names a row that has one of its marks."""
    if legend.of in sentence.words or any(spoken(sentence.words, meaning) for meaning in meanings(legend).values()):
        return True
    return any(
        mention.label == line[0] and any(folded(cell) in meanings(legend) for cell in line[1:])
        for table in evidence.tables
        if same_slide(sentence.statement, table)
        for mention in mentions(sentence.words, table.rows)
        for line in table.texts
    )


def _words(sentence: Sentence, legend: Legend) -> Iterator[Use]:
    """Words of the kind of a legend's marks, where it has words: lines, colours, abbreviations, others in quotes."""
    known = meanings(legend)
    pattern = _pattern(known)
    for match in pattern.finditer(sentence.words) if pattern is not None else ():
        word = match["word"]
        if folded(word) in known or word in known.values() or not _is_in_place(sentence, legend, match):
            continue
        yield Use(word, *match.span("word"), (0, len(sentence.words)))


def _pattern(known: Iterable[str]) -> re.Pattern[str] | None:
    marks = list(known)
    if len(marks) < _FEWEST:
        return None
    for pattern, kind in _KINDS:
        if all(re.fullmatch(kind, mark) for mark in marks):
            return pattern
    words = [mark for mark in marks if re.fullmatch("[一-龥ぁ-んァ-ヴー]{1,8}", mark)]
    return _QUOTED if len(words) >= _FEWEST else None


def _is_in_place(sentence: Sentence, legend: Legend, match: re.Match[str]) -> bool:
    """Whether a word stands where a mark does: for what the legend judges, beside a mark, or beside a meaning."""
    words, known = sentence.words, meanings(legend)
    if match.re == _ABBREVIATION:
        return any(words[: match.start()].endswith(plain(meaning)) for meaning in known.values())
    if match.re != _QUOTED:
        return any(spoken(words, meaning) for meaning in known.values())
    judged = re.search(rf"(?:{re.escape(legend.of)}|{re.escape(legend.of[-2:])})(?:は|を|が|:)、?$", words[: match.start()])
    beside = any(words[use.start - 1 : use.start] == "「" for use in uses(sentence, legend))
    return bool(legend.of and judged) or (beside and match["word"] not in legend.of)


def _undefined(sentence: Sentence, legend: Legend, use: Use) -> Breach:
    return sentence.breach(
        "mark-undefined",
        sentence.spot(use.start, use.end),
        mark=use.mark,
        legend=legend.of,
        marks=tuple(legend.marks),
    )
