"""Reasons that nothing else in the deck tells of: what a survey did not ask, a cause of which no text has a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain
from docgen.truth.context import WORD
from docgen.truth.copies.alike import Statements, pairs, statements_of
from docgen.truth.near import Near, near
from docgen.truth.sentence import Sentence

_REASON = re.compile(
    "(?:多く|大半|ほとんど|大部分)(?:は|が)、?(?P<what>[^、。]{2,30})"
    "(?:を(?:主な)?理由に|を(?:主な)?理由と|が(?:主な)?理由|と(?:答え|回答し))"
)
# An answer, or a reason, in the words of those asked: 「費用が高い」として.
_QUOTED = re.compile(
    "「(?P<what>[^「」]{2,30})」(?:と(?:して(?!い)[^、。0-9]{0,10}|(?:答え|回答し|し)た|の(?:回答|意見|理由|声))|との(?:回答|意見|理由|声)"
    "|を(?:主な)?(?:理由|課題|要因)|が(?:主な)?(?:理由|課題|要因)|ため|ことから)"
)
_ASKED = re.compile("回答|調査|割合|意識|アンケート|実態|理由")
# A reason in words of its own: 労務管理の負担を理由とする.
_CAUSE = re.compile("によるもの|が(?:主な)?(?:原因|要因|理由)で|に起因")
_CHANGE = "増加|減少|伸び|上昇|低下|拡大|縮小|改善|悪化|落ち込み|回復|増|減"
# A cause with its own words: 海水温の上昇が主な要因である, 企業部門がけん引した.
_TELLS_WHY = re.compile(
    r"(?P<what>[^、。はがを]{2,40})(?:"
    r"が(?:、その)?(?:主な|主たる|最大の|大きな|一つの)?(?:原因|要因|理由|背景)(?!別|の[一-龥])"
    r"|を(?:主な)?(?:原因|要因|理由|背景)(?:と|に)"
    r"|が(?:、その)?(?:主な|主たる|最大の|大きな|一つの)?(?:障壁|障害|支障|妨げ|ネック|足かせ)(?:と(?:な|いえ|考え)|で)"
    rf"|が(?:[^、。]{{0,12}}(?:{_CHANGE})を)?(?:[^、。]{{0,8}}を)?(?:けん引|牽引|押し上げ|押し下げ|主導)"
    r"|(?:に(?:よる|起因する|伴う)|を(?:反映|背景と)した)(?:もの|ところが大き)"
    rf"|(?:が(?:[^、。]{{0,12}}(?:{_CHANGE})に)?(?:大きく)?(?:寄与|影響)し)"
    r"|に(?:集中|偏在)し(?=た|て)"
    # What changed the number right behind: 夏の長雨により10.2%減少し, 高温のため収穫量が落ち込んだ.
    r"|(?:によ[りる]|によって|に伴[いう]|を受け(?:て|た)?|を背景に|(?:に恵まれ|にたたられ|が響き|が奏功し)(?:て)?|[のた]ため|の(?:影響|効果)で)"
    rf"、?(?![^、。]{{0,12}}(?:異な|違|増減|ばらつ|差が))(?=[^、。]{{0,18}}(?:{_CHANGE}|増え|減っ|減り|落ち込|高ま|下が|上が|伸び)"
    rf"|(?<=[てれしき]、)[^、。]{{0,24}}(?:{_CHANGE}|増え|減っ|減り|落ち込|高ま|下が|上が|伸び))"
    r"|(?<=増加|減少|上昇|低下|拡大|縮小)"
    r"(?:により|によって|に伴い|に伴って|を受けて|を背景に)"
    r"|の(?:影響|効果|成果)(?:により|で(?!は)|から|を受け|である|が大き|が現れ|が表れ)"
    r")[^、。]{0,12}"
)
_CALLED = re.compile(rf"{_CHANGE}|影響|効果|成果|背景|要因|原因|理由")
# How numbers were reckoned is no cause of what they tell.
_RECKONED = re.compile("四捨五入|端数|重複|集計|統計|定義|調査(?:方法|対象)|除[いくき]|含[めむん]|速報|推計|制度上|区分")


def reasons_are_told(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A reason that most of a table's answers gave, or a cause, of which nothing else tells.

    Of a text on a slide, which may well explain its table in words of its own, only a dated event is judged so.
    """
    tables, statements = near(evidence), statements_of(evidence)
    for sentence in sentences:
        asked = tables.on_page(sentence)
        spot = (_reason(sentence, evidence) or _cause(sentence, evidence)) if asked else None
        spot = spot or _of_own_words(sentence, evidence, tables, statements)
        if spot is not None:
            yield sentence.breach(
                "reason-not-told",
                sentence.spot(*spot),
                level="notice",
                words=sentence.spot(*spot).words,
                place=_place(sentence, tables, statements),
            )


def _place(sentence: Sentence, tables: Near, statements: Statements) -> str:
    asked = tables.on_page(sentence)
    if asked:
        return str(asked[0].where) if asked[0].where is not None else asked[0].title
    like = [one for one, _ in statements.like(sentence)] or statements.with_number(sentence)
    return next((one.text for one in like), "")


def _reason(sentence: Sentence, evidence: Evidence) -> tuple[int, int] | None:
    quoted = _quoted(sentence, evidence)
    if quoted is not None:
        return quoted
    match = _REASON.search(sentence.words)
    words = WORD.findall(match["what"]) if match else []
    if match is None or not words or any(word in text for word in words for text in _texts(sentence, evidence)):
        return None
    return match.span()


def _quoted(sentence: Sentence, evidence: Evidence) -> tuple[int, int] | None:
    """An answer in quotes, no two letters of which stand in the tables of a survey or in another text."""
    if sentence.statement.where is not None or sentence.statement.on:
        return None
    match = _QUOTED.search(sentence.words)
    own = pairs(match["what"]) if match is not None else frozenset()
    if match is None or not own or not _ASKED.search(" ".join(table.title + table.head for table in evidence.tables)):
        return None
    return None if any(own & pairs(text) for text in _texts(sentence, evidence)) else match.span()


def _cause(sentence: Sentence, evidence: Evidence) -> tuple[int, int] | None:
    """A cause with a year that no table and no other text has."""
    cause = _CAUSE.search(sentence.words)
    periods = [claim for claim in sentence.claims if claim.kind == "period" and claim.period]
    dated = [claim for claim in periods if cause and claim.end < cause.start()]
    if cause is None or not dated:
        return None
    event = dated[-1]
    told = any(fact.period == event.period for table in evidence.tables for fact in table.facts)
    told = told or any(claim.period == event.period for text in _texts(sentence, evidence) for claim in claims(text))
    return None if told else (event.start, cause.end())


def _of_own_words(
    sentence: Sentence, evidence: Evidence, tables: Near, statements: Statements
) -> tuple[int, int] | None:
    """A cause no two letters of which stand in the tables or in another text."""
    if sentence.statement.where is not None or sentence.statement.on:
        return None
    match = _TELLS_WHY.search(sentence.words)
    if match is None or _RECKONED.search(match["what"]):
        return None
    if not tables.on_page(sentence) and not statements.like(sentence) and not statements.with_number(sentence):
        return None
    own = pairs(_CALLED.sub("、", match["what"]))
    known = frozenset(pair for text in _texts(sentence, evidence) for pair in pairs(text))
    return match.span() if own and not own & known else None


def _texts(sentence: Sentence, evidence: Evidence) -> Iterator[str]:
    for table in evidence.tables:
        yield plain(" ".join((table.title, table.notes, *table.labels)))
    for statement in evidence.statements:
        if statement.text != sentence.statement.text:
            yield plain(statement.text)
