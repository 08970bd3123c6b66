"""Records since something began (統計開始以来最も多い), of whose beginning no table and no text tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.beginnings import at_beginnings
from docgen.sentences.plain import plain
from docgen.truth.copies.alike import statements_of
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_EVENTS = (
    "統計|調査|観測|記録|集計|計測|測定|公表|創業|開業|開館|開園|開校|開港|開院|開所|開設|開局|開通|設立|創設|創立|発足|制定|施行|制度|事業|供用"
    "|運用|運行|導入"
)
_RECORD = at_beginnings(
    rf"(?P<event>{_EVENTS})[をのが]?(?:取り|開始|導入|創設|残|始ま|始)?(?:始め|れる|る|っ|た|め)?(?:て|から|年)?(?:以来|以降|史上)"
    r"(?:で(?:は|も)?|の)?、?[^、。0-9]{0,6}?(?:最[も多少大小高低]|一番|トップ|第?[1一]位|初めて|[^、。]{1,6}を更新)"
)
_BEGAN = "[^。]{0,6}(?:開始|以来|以降|始|年)"


def records_have_their_time(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A record since something began: a table has some years alone, and nothing tells that they are all."""
    tables, statements = near(evidence), statements_of(evidence)
    for sentence in sentences:
        for match in _RECORD.finditer(sentence.words):
            beside = tables.on_page(sentence) or statements.like(sentence) or statements.with_number(sentence)
            if beside and not _is_told(match["event"], sentence, evidence):
                yield sentence.breach(
                    "superlative-without-set",
                    sentence.spot(*match.span()),
                    level="notice",
                    words=sentence.spot(*match.span()).words,
                    scope=match["event"],
                )


def _is_told(event: str, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether a table, or another text, tells when something began."""
    began = re.compile(rf"{event}{_BEGAN}|年[^。]{{0,8}}{event}")
    tables = (f"{table.title} {table.notes} {table.head} {' '.join(table.labels)}" for table in evidence.tables)
    others = (one.text for one in evidence.statements if one.text != sentence.statement.text)
    return any(event in text and began.search(plain(text)) for text in (*tables, *others))
