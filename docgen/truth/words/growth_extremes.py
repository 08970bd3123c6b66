"""What is said to have grown, or fallen, most of others, and has not: 伸び率が最も高いのは東市, 最も増えたのは西市."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.bearing.fact import Fact, FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.truth.near import near
from docgen.truth.sentence import Sentence
from docgen.truth.spelled import spelled
from docgen.truth.wording.extreme import Extreme, extremes_of
from docgen.truth.wording.parts import part_before
from docgen.truth.wording.series import BEFORE, Series, series_of
from docgen.truth.wording.subject import is_about, without_nouns
from docgen.truth.wording.windows import Window, windows
from docgen.truth.words.compared_group import called_so, is_rest
from docgen.value import value

_NOUN = re.compile(
    "(?P<of>伸び|増加|上昇|(?P<fall>減少|低下|下落))(?P<rate>率)?(?P<size>数|幅|量|額)?[がは]$"
)
_NOUN_BEHIND = re.compile(
    "(?:伸び|増加|上昇|(?P<fall>減少|低下|下落))(?:(?P<rate>率)|(?P<size>数|幅|量|額))?(?:を示|を記録|と?な|だ|で(?:あ|、|。)|。|$)"
)
_VERB = re.compile(
    "最も(?:大きく|大幅に)?(?:伸び|増え|増加し|上昇し|拡大し|(?P<fall>減少し|減っ|減り|低下し|落ち込|縮小し|下落し))[ただっていんる]{0,5}"
)
_IS = re.compile("(?:のは|のが|[一-龥]{1,4}は)、?(?:[0-9]{4}年度?(?:で|に)は、?)?")
_FEWEST = 3


@value(frozen=True, slots=True)
class _Said:
    """What has grown most is told by ``extreme``; it fell where ``falls``, told in % where ``rate``, else where ``size``
    as an amount; the words that tell it are ``words[start:end]``.
    """

    extreme: Extreme
    start: int
    end: int
    falls: bool
    rate: bool
    size: bool


def growth_extremes_hold(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """The row or column that is said to have gained or lost most of a table's, where by every reading another has."""
    tables = near(evidence)
    for sentence in sentences:
        for said in _said(sentence):
            for table in tables.spoken_of(sentence):
                breach = _of_table(sentence, said, table)
                if breach is not None:
                    yield breach
                    break


def _said(sentence: Sentence) -> Iterator[_Said]:
    words = sentence.words
    if "最も" not in words:
        return
    for extreme in extremes_of(sentence):
        noun = _NOUN.search(words, 0, extreme.at)
        if noun is not None and extreme.most:
            yield _Said(extreme, noun.start(), noun.end(), bool(noun["fall"]), bool(noun["rate"]), bool(noun["size"]))
        behind = _NOUN_BEHIND.match(words, extreme.end)
        if behind is not None and extreme.most:
            start, end = extreme.at, behind.end()
            yield _Said(extreme, start, end, bool(behind["fall"]), bool(behind["rate"]), bool(behind["size"]))
    for verb in _VERB.finditer(words):
        is_told = _IS.match(words, verb.end())
        extreme = Extreme(verb.start(), verb.end(), True, False, is_told.end() if is_told else None, 0)
        yield _Said(extreme, verb.start(), verb.end(), bool(verb["fall"]), False, False)


def _of_table(sentence: Sentence, said: _Said, table: FactTable) -> Breach | None:
    words = sentence.words
    labels = [label for label in table.labels if not BEFORE.fullmatch(label)]
    called = called_so(words, said.extreme, without_nouns(words, mentions(words, labels)))
    before = replace(sentence, words=words[: said.start] + "\0" * (len(words) - said.start))
    if not called or not is_about(before, said.start, table):
        return None
    names = [mention.label for mention in called]
    readings = [line for line in _readings(sentence, said, table) if _is_known(line, names)]
    if not readings or any(_is_most(line, names) for line in readings):
        return None
    best = max(readings[0], key=lambda fact: fact.value)
    own = next(fact for fact in readings[0] if fact.row in names)
    ends = [said.extreme.at, said.extreme.end, *(place for one in called for place in (one.start, one.end))]
    return sentence.breach(
        "extreme-of-another",
        sentence.spot(min(ends), max(ends)),
        word=words[said.extreme.at : said.extreme.end],
        label="、".join(names),
        value=spelled(own.value, own.unit),
        right=best.row,
        best=spelled(best.value, best.unit),
        place=f"{own.place}、{best.place}",
    )


def _is_known(line: Sequence[Fact], names: Sequence[str]) -> bool:
    """Whether some gains are one each of several rows, those that are named among them."""
    rows = [fact.row for fact in line]
    return len(rows) >= _FEWEST and len(set(rows)) == len(rows) and set(names) <= set(rows)


def _is_most(line: Sequence[Fact], names: Sequence[str]) -> bool:
    most = max(fact.value for fact in line)
    return any(fact.value == most for fact in line if fact.row in names)


def _readings(sentence: Sentence, said: _Said, table: FactTable) -> Iterator[Sequence[Fact]]:
    """The gains of all series, for each stretch of time and each measure that may be meant."""
    every = [(one, _windows(sentence, said, one)) for one in series_of(table) if not is_rest(table, one.row or one.column)]
    every = [(one, stretches) for one, stretches in every if stretches]
    for at in range(min((len(stretches) for _, stretches in every), default=0)):
        for rate in (True, False):
            if (rate and not said.size) or (not rate and not said.rate):
                yield [fact for one, stretches in every for fact in _gain(one, stretches[at], said.falls, rate)]


def _windows(sentence: Sentence, said: _Said, series: Series) -> Sequence[Window]:
    begin = part_before(sentence.words, said.start)
    return windows(sentence, begin, said.start, said.end, series).every


def _gain(series: Series, window: Window, falls: bool, rate: bool) -> Iterator[Fact]:
    old, new = series.facts[window.first], series.facts[window.last]
    if rate and not old.value:
        return
    gain = new.value - old.value
    told = 100 * gain / old.value if rate and new.unit != "%" else gain
    unit = "%" if rate and new.unit != "%" else new.unit
    value = -told if falls else told
    yield replace(new, value=value, step=Decimal(0), unit=unit, row=series.row or series.column, column="")
