"""Courses over time, and comparisons with last year or with an average, of which a deck shows nothing to compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.amounts import sums
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import cue
from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable
from docgen.bearing.mentions import mentions
from docgen.breach import Breach
from docgen.sentences.beginnings import at_beginnings
from docgen.sentences.claim import Claim
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.context import WORD, title_words
from docgen.truth.copies.alike import Statements, statements_of
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence

_WENT = "増|減|上昇|低下|伸|拡大|縮小|改善|悪化|上回|下回|高ま|上が|下が"
_BEFORE = (
    r"(?:前年(?!同)度?|前回(?:の?調査)?|前期|前月|昨年度?|一昨年度?|[0-9]{1,2}年前(?:の(?:調査|点検|[一-龥]{2,4}))?|従前|従来"
    r"|(?:19|20)\d\d年度?(?:の?調査)?)"
)
_FIRST = "(?:首位|トップ|最[多大高少低小](?!限)|最も[一-龥]+[いく]|第?[1一]位)"
_COURSE = at_beginnings(
    rf"(?:年々|毎年度?(?=[^、。]{{0,6}}(?:{_WENT})))(?:[^、。]{{0,6}}?(?:{_WENT})[加少大小]?)?|[0-9]{{1,2}}(?:年度?|期|か月|回)連続(?:で|の|して)?[^、。]{{0,6}}(?:{_WENT})[加少]?|年を追う|一貫して|過去最[高多大低少小悪]|史上最"
    "|(?:増加|減少|上昇|低下|拡大|縮小|改善|悪化|増え|減り|伸び)(?:し続け|続け|を続け|が続|傾向|基調|に転じ)"
    rf"|{_BEFORE}に(?:続き|続いて|引き続き)、?[^、。]{{0,8}}{_FIRST}|[0-9]{{1,2}}(?:年度?|期|回)連続(?:で|の|して)?[^、。]{{0,6}}{_FIRST}"
    rf"|(?:近年|ここ数年|この数年)[^、。]{{0,10}}(?:{_WENT})[^、。]{{0,4}}"
    r"|初めて[^、。]{0,14}(?:超え|上回|下回|達し|割[りっ]|突破|台)"
    rf"|{_BEFORE}(?:を[^、。]{{0,8}}(?:上回|下回|超え)[るりった]*|(?:に?比べ|比で)|(?:から|より)[^、。]{{0,10}}(?:{_WENT})[^、。]{{0,4}})"
    rf"|(?:19|20)\d\d年度?の?調査の約?[0-9,.]+[^、。0-9]{{1,4}}(?:から|より)[^、。]{{0,10}}(?:{_WENT})[^、。]{{0,4}}"
)
_BENCHMARK = re.compile(
    "(?P<with>(?:全国|世界|国際|業界|県|都道府県|市町村|国|地方|先進国|OECD|EU|アジア|同規模|類似団体|他[県国市社])の?平均|平年|事前の?予想)"
    "(?:値|水準|並み)?(?:を[^、。]{0,8}(?:上回|下回|超え)[るりった]*|より|に?比べ|と同|並み)"
)
_COMPARED = re.compile("前年|前回|増減|伸び|比|対")
_TOLD = re.compile("増|減|上昇|低下|伸|推移|年々|前年|前回|過去最|初めて|以来")
_TWO = 2


def changes_have_their_base(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A course, or a comparison with last year or an average, of what a deck has for one time or one place alone.

    It is told beside a table, or of what another text says; neither has another value, and no other text tells it.
    """
    tables, statements = near(evidence), statements_of(evidence)
    for sentence in sentences:
        for match in (*_COURSE.finditer(sentence.words), *_BENCHMARK.finditer(sentence.words)):
            source = _source(sentence, match, tables, statements)
            if source is not None and not _told(match, sentence, evidence):
                yield _breach(sentence, *match.span(), source)
                break


_TIME = re.compile("[0-9]{1,2}月|第?[0-9一二三四]四半期|[上下]期|[上下]半期|[春夏秋冬]")
"""A row that is a time of its own, though no year."""


def _source(sentence: Sentence, match: re.Match[str], tables: Near, statements: Statements) -> str | None:
    """The place of what a course is told of, where that has one time alone; None where it has more, or is not known."""
    here = tables.on_page(sentence)
    if here:
        alone = match.re == _BENCHMARK or all(map(_of_one_time, here))
        about = alone and any(_is_about(sentence, match, table) for table in here)
        return (str(here[0].where) if here[0].where is not None else here[0].title) if about else None
    again = [statement for statement, _ in statements.like(sentence)] or statements.with_number(sentence)
    known = match.re == _COURSE and any(_TOLD.search(plain(one.text)) or len(_periods(one)) >= _TWO for one in again)
    return again[0].text if again and not known else None


def _periods(statement: Statement) -> frozenset[object]:
    return frozenset(claim.period for claim in claims(statement.text) if claim.kind == "period")


def _of_one_time(table: FactTable) -> bool:
    compared = any(_COMPARED.search(column) for column in (*table.columns, *table.rows))
    return len({fact.period for fact in table.facts}) == 1 and not compared and not any(map(_TIME.fullmatch, table.rows))


def _is_about(sentence: Sentence, match: re.Match[str], table: FactTable) -> bool:
    """Whether a sentence gives a number of the table; without a place, whether it names a row, a column or the subject."""
    change = next((claim for claim in sentence.numbers if match.start() < claim.start < match.end()), None)
    if any(_is_borne(sentence, claim, table) for claim in sentence.numbers if claim is not change):
        return True
    if sentence.statement.where is not None or sentence.statement.on:
        return False
    titled = title_words(table)
    return bool(mentions(sentence.words, table.labels)) or bool(titled and all(word in sentence.words for word in titled))


def _is_borne(sentence: Sentence, claim: Claim, table: FactTable) -> bool:
    """Whether a number is a cell of the table, or a sum of its cells."""
    if claim.kind != "number" or not claim.unit:
        return False
    facts = [fact for fact in table.facts if fact.unit and same_unit(fact.unit, claim.unit)]
    if any(Bearer("cell", (), fact.low, fact.high).bears(claim) for fact in facts):
        return True
    return any(bearer.bears(claim) for bearer in sums(cue(sentence.words, sentence.claims, claim, table)))


def _told(match: re.Match[str], sentence: Sentence, evidence: Evidence) -> bool:
    """Whether another text tells of such a course with words of the sentence, or anything tells of the benchmark."""
    others = [plain(one.text) for one in evidence.statements if one.text != sentence.statement.text]
    if match.re == _BENCHMARK:
        told = [plain(" ".join((table.title, table.notes, *table.labels))) for table in evidence.tables]
        return any(match["with"] in text or "平均" in text for text in (*others, *told))
    words = set(WORD.findall(sentence.words[: match.start()]))
    return any(_TOLD.search(text) and any(word in text for word in words) for text in others)


def _breach(sentence: Sentence, start: int, end: int, source: str) -> Breach:
    return sentence.breach(
        "change-without-base",
        sentence.spot(start, end),
        level="notice",
        words=sentence.spot(start, end).words,
        place=source,
    )
