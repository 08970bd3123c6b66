"""Sentences about a table, in many wordings: what is wrong is found where it stands, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.breach import Spot
from docgen.truth.judged import contradictions

_WRONG = re.compile("《(.*?)》")


def _cases() -> Iterator[tuple[Mapping[str, Any], str]]:
    for path in sorted((Path(__file__).parent / "told").glob("*.yaml")):
        for table in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield from ((table, sentence) for sentence in table["sentences"])


def _table(keys: Mapping[str, Any]) -> FactTable:
    return fact_table(keys["title"], keys["title"], keys["columns"], keys["rows"], keys.get("unit", ""))


def _spots(keys: Mapping[str, Any], text: str) -> list[Spot]:
    found = contradictions((Statement(text),), Evidence(tables=(_table(keys),)))
    return [breach.spot for breach in found if breach.spot is not None]


CASES = tuple(_cases())


@every_case(("table", "sentence"), [case for case in CASES if "《" not in case[1]])
def test_what_a_table_bears_out_or_does_not_have_is_left_alone(table: Mapping[str, Any], sentence: str) -> None:
    assert _spots(table, sentence) == []


@every_case(("table", "sentence"), [case for case in CASES if "《" in case[1]])
def test_what_a_table_contradicts_is_found_where_it_stands(table: Mapping[str, Any], sentence: str) -> None:
    start = sentence.index("《")
    [wrong] = _WRONG.findall(sentence)
    spots = _spots(table, _WRONG.sub(r"\1", sentence))
    assert spots
    assert all(spot.start < start + len(wrong) and start < spot.end for spot in spots)


def test_half_of_the_sentences_or_more_are_right() -> None:
    assert len(CASES) > 200
    assert 0.4 <= sum("《" in sentence for _, sentence in CASES) / len(CASES) <= 0.6
