"""Answers of a survey, told of all that were not asked: 県内の全世帯の4割 of 1,500 households that answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.near import near
from docgen.truth.sentence import Sentence

_ANSWERS = re.compile(r"(?:有効)?回答(?:者|数|企業)?\D{0,4}[\d,]+|回答(?:した|のあった)|標本|サンプル|抽出")
_WHOLE = re.compile(
    "(?:(?:県|市|国|町|区|都|府|道)内の?|全国の|日本の|我が国の)?(?:全て?の?|すべての)(?:[一-龥]{0,4})"
    "(?:世帯|企業|事業者|事業所|県民|国民|市民|住民|会社|団体|大学|学校|生徒|児童|学生|労働者|職員|農家)(?=の|が|で|に)"
    r"|(?:(?:県|市|国|町|区|都|府|道)内|全国|日本|我が国)の?[一-龥]{2,6}(?=の(?:約|ほぼ)?(?:\d|過半|半数|大半|大部分))"
)


def answers_are_of_those_asked(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A share of the answers to a survey that a sentence gives as one of all households, firms or people."""
    tables = near(evidence)
    for sentence in sentences:
        match = _WHOLE.search(sentence.words)
        if match is None or not any(claim.kind == "share" for claim in sentence.claims) or "回答" in sentence.words:
            continue
        surveys = [t for t in tables.on_page(sentence) if _ANSWERS.search(plain(f"{t.title} {t.notes}"))]
        if surveys and not any(match.group() in plain(f"{table.title} {table.notes}") for table in surveys):
            yield sentence.breach(
                "answers-told-of-all",
                sentence.spot(*match.span()),
                level="notice",
                words=sentence.spot(*match.span()).words,
                survey=surveys[0].title,
            )
