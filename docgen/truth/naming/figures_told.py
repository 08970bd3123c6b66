"""What a sentence says that a figure or table shows, against its title: of what, by what, since when, how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import FactTable
from docgen.breach import Breach
from docgen.model.period import Period
from docgen.sentences.claims import claims
from docgen.sentences.numerals import numeral
from docgen.sentences.plain import plain
from docgen.truth.context import WORD
from docgen.truth.naming.headings import is_made_of, same_span
from docgen.truth.naming.markers import Key, markers
from docgen.truth.naming.spans import outside
from docgen.truth.sentence import Sentence
from docgen.value import value

_NUMBERED = re.compile(r"\s*(?P<number>(?:図表|図|表)\s*[0-9]+(?:[-－.][0-9]+)*)[.:：]?\s+(?P<title>\S.*)")
_SHOWS = "示|掲げ|掲載|収め|まとめ|並べ|表し|比較し|整理し"
# 表2は…を示す, 表2に掲げる…, …は表2に示すとおり.
_TOPIC = re.compile(
    r"^[(]?(?:[上下左右次本]の)?(?:図|表|グラフ)?[0-9-]*(?:は|には|に|では)、?(?P<what>[^。]*?)(?:を[^、。]{0,12})?"
    rf"(?:{_SHOWS}|である|の?もの)"
)
# The one figure of a deck needs no number.
_SHOWN = re.compile(r"(?:(?:[上下左右次本]|以下|この)の?)?(?:図表?|グラフ|表)(?=は|には|では)")
_GIVEN = re.compile(
    rf"^に(?:{_SHOWS})(?:[げしたるてい]{{1,4}})(?P<what>[^、。は]{{2,30}}?)(?:のうち|について|では|を|は|が)"
)
_TOLD = re.compile(r"(?P<what>[^、。]{2,30}?)(?:について)?は、?$")
# …の推移（2010年度～2022年度）を図2に掲げる.
_PUT = re.compile("(?P<what>[^、。]{2,60}?)を、?$")
_RIGHT_BEHIND = re.compile(
    rf"^(?:に|で)(?:、?[^、。はがを]{{1,16}}(?:別に|ごとに|について))?(?:{_SHOWS}|のとおり)|^のとおり"
)
_CLASS = re.compile(r"(?P<by>[一-龥ァ-ヴー]{1,6})(?:別|ごと)")
_TOP = re.compile(r"(?:上位|トップ)(?P<number>[0-9]+)")
_YEARS = re.compile(r"(?P<number>[0-9]+)(?:か年度?(?:分|間)?|年度?分)")
_TREND = re.compile("推移|経年|時系列")
_PARTS = re.compile("内訳|構成比?")
_SAYS_NOTHING = re.compile(
    "推移|以降|以来|以後|期間|増加|減少|変化|傾向|状況|内訳|比較|一覧|概要|実績|結果|関係|主要|総数|全体|人数|件数|割合|数値|部門|前年|うち(?:女性)?|上位|年度|合計|か国|か年度?|度分|それぞれ"
)
_MEASURE = re.compile("[数率額量費者値]$")
_COURSE = re.compile("増|減|伸び|低下|上昇|拡大|縮小|変化|うち")
_TWO = 2


@value(frozen=True, slots=True)
class Figure:
    """A figure by its title, with the table of its values where the deck has it."""

    number: str
    title: str
    table: FactTable | None

    @property
    def told(self) -> str:
        """All that is printed of it."""
        table = self.table
        own = "" if table is None else " ".join((table.title, table.notes, table.head, *table.labels))
        return plain(f"{self.title} {own}")

    @property
    def periods(self) -> Sequence[Period]:
        """The periods that it shows, in their order."""
        if self.table is not None:
            return sorted({fact.period for fact in self.table.facts if fact.period is not None})
        return [claim.period for claim in claims(self.title) if claim.kind == "period" and claim.period is not None]


def figures_show_what_is_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """What a sentence says that a figure shows: of what, divided by what, of which years, where the title has other."""
    figures = _figures(evidence)
    alone = [Figure(one.number, plain(one.title), None) for one in evidence.titles] if len(evidence.titles) == 1 else []
    for sentence in sentences if figures or alone else ():
        every = markers(sentence.words)
        named = [(marker.start, marker.end, figures[marker.key]) for marker in every if marker.key in figures]
        shown = _SHOWN.match(sentence.words) if alone and not every else None
        if shown is not None:
            named = [(shown.start(), shown.end(), alone[0])]
        if len(named) == 1:
            start, end, figure = named[0]
            for first, last, right in _amiss(sentence, start, end, figure, by_number=shown is None):
                yield sentence.breach(
                    "title-not-fitting",
                    sentence.spot(first, last),
                    written=sentence.words[first:last],
                    right=right,
                )


def _figures(evidence: Evidence) -> Mapping[Key, Figure]:
    """The figures of a deck by their numbers: titles, and tables whose title begins with one."""
    found: dict[Key, Figure] = {}
    for one in evidence.titles:
        for marker in markers(one.number):
            found[marker.key] = Figure(one.number, plain(one.title), None)
    for table in evidence.tables:
        match = _NUMBERED.match(plain(table.title))
        for marker in markers(match["number"]) if match else ():
            found[marker.key] = Figure(match["number"], match["title"], table) if match else found[marker.key]
    return found


Amiss = tuple[int, int, str]


def _amiss(sentence: Sentence, start: int, end: int, figure: Figure, by_number: bool) -> Iterator[Amiss]:
    words = sentence.words
    yield from _classes(words, figure)
    yield from _tops(words, figure)
    what = _what(words, start, end)
    if what is not None:
        # Its number may be wrong as well as what is said of it.
        subjects = _subjects(words, what, figure) if by_number or _is_alike(words, what, figure) else ()
        told = (*subjects, *_kinds(words, what, figure))
        yield from ((min(first, start), max(last, end), right) for first, last, right in told)
        yield from _spans(sentence, what, figure)
    elif (put := _PUT.search(words, 0, start)) is not None and _RIGHT_BEHIND.match(words[end:]):
        spans = _spans(sentence, put.span("what"), figure)
        yield from (one for one in spans if words.startswith("(", one[0] - 1) or _is_outside(sentence, one[0], figure))


def _is_outside(sentence: Sentence, start: int, figure: Figure) -> bool:
    """Whether the period at ``start`` reaches out of those that a figure shows."""
    named = next((one.period for one in sentence.claims if one.start == start and one.kind == "period"), None)
    return named is not None and outside(named, figure.periods)


def _what(words: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence tells what a figure shows."""
    given, behind = _GIVEN.match(words[end:]), _RIGHT_BEHIND.match(words[end:])
    if given is not None:
        return end + given.start("what"), end + given.end("what")
    told = _TOLD.search(words, 0, start) if behind is not None else None
    if told is not None:
        return told.span("what")
    topic = _TOPIC.match(words[start:]) if start < _TWO * _TWO else None
    return None if topic is None else (start + topic.start("what"), start + topic.end("what"))


def _classes(words: str, figure: Figure) -> Iterator[Amiss]:
    theirs = _CLASS.search(figure.title)
    for match in _CLASS.finditer(words) if theirs is not None else ():
        own = match["by"]
        if theirs is not None and theirs["by"] not in words and own not in figure.told and not _shares(own, figure.told):
            yield match.start(), match.end(), theirs.group()


def _shares(word: str, told: str) -> bool:
    return any(word[at : at + _TWO] in told for at in range(len(word) - 1))


def _tops(words: str, figure: Figure) -> Iterator[Amiss]:
    theirs, own = _TOP.search(figure.title), _TOP.search(words)
    if theirs is not None and own is not None and int(own["number"]) > int(theirs["number"]):
        yield own.start(), own.end(), theirs.group()


def _subjects(words: str, what: tuple[int, int], figure: Figure) -> Iterator[Amiss]:
    """A noun that the title has not, not even in parts, where it has one that the sentence has not."""
    told = WORD.findall(_SAYS_NOTHING.sub("、", figure.title))
    lost = [word for word in told if word not in words and not _is_dated(word)]
    for match in WORD.finditer(_blanked(words), *what) if lost else ():
        word = _MEASURE.sub("", match.group()) if len(match.group()) > _TWO else match.group()
        long = len(word) > _TWO * _TWO and _shares(word, figure.told) and word[-_TWO:] in figure.told
        if not is_made_of(word, figure.told) and not long:
            yield match.start(), match.end(), figure.title
            return


def _is_dated(word: str) -> bool:
    return any(claim.kind == "period" for claim in claims(word))


def _blanked(words: str) -> str:
    """Words with what says nothing, and all periods and numbers, put out in their place."""
    words = _SAYS_NOTHING.sub(lambda match: "、" * len(match.group()), words)
    for claim in claims(words):
        words = f"{words[: claim.start]}{'、' * (claim.end - claim.start)}{words[claim.end :]}"
    return re.sub("[一-龥ァ-ヴー]+(?:別|ごと)", lambda match: "、" * len(match.group()), words)


def _is_alike(words: str, what: tuple[int, int], figure: Figure) -> bool:
    """Whether what is told is divided as the one figure is, or of its year: it is that figure."""
    classes = [match.group() for match in _CLASS.finditer(words, *what)]
    dated = [one.text for one in claims(words) if one.kind == "period" and what[0] <= one.start < what[1]]
    return any(told in figure.title for told in (*classes, *dated))


def _kinds(words: str, what: tuple[int, int], figure: Figure) -> Iterator[Amiss]:
    """A course of what is shown for one time, and parts of what is shown as a course."""
    trend, parts = _TREND.search(words, *what), _PARTS.search(words, *what)
    once = len(figure.periods) == 1 and figure.periods[0].kind != "span"
    if trend is not None and not _TREND.search(figure.title) and once:
        yield trend.start(), trend.end(), figure.title
    divided = _PARTS.search(figure.title) or _CLASS.search(figure.title) or figure.table is not None
    if parts is not None and _TREND.search(figure.title) and not divided:
        yield parts.start(), parts.end(), figure.title


def _spans(sentence: Sentence, what: tuple[int, int], figure: Figure) -> Iterator[Amiss]:
    """A stretch of years, or how many there are, other than the figure's."""
    shown = figure.periods
    for claim in sentence.claims:
        named = claim.period if claim.kind == "period" and what[0] <= claim.start < what[1] else None
        if named is not None and shown and not (same_span(named, shown) and _is_whole(named, shown, sentence.words)):
            yield claim.start, claim.end, f"{shown[0]}～{shown[-1]}"
    counted = _YEARS.search(sentence.words, *what)
    count = len(shown) if len(shown) > 1 else _length(shown)
    if counted is not None and count > 1 and int(numeral(counted["number"]).value) != count:
        yield counted.start(), counted.end(), f"{count}"


def _is_whole(named: Period, shown: Sequence[Period], words: str) -> bool:
    """Whether a stretch of years that begins or ends with the one that a title tells is all of it.

    Within it something may go up or down: 図4は2013年から2018年までの減少を示す.
    """
    if named.kind != "span" or shown[0].kind != "span" or len(shown) > 1 or _COURSE.search(words):
        return True
    return named == shown[0] or (named.start != shown[0].start and named.end != shown[0].end)


def _length(shown: Sequence[Period]) -> int:
    """How many years a span has."""
    return round((shown[0].end - shown[0].start).days / 365.25) if shown and shown[0].kind == "span" else 0
