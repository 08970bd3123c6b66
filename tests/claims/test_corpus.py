"""The corpus is right by its own data: every derivation is recomputed, every number stands somewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from support.claims_corpus import Case, cases, files
from support.claims_derivations import HOWS, cells_of, holds

FAMILIES = {
    "attainment", "copies", "counts", "identity", "legends", "mixed-years", "names", "numbering", "one-fact",
    "outliers", "recomputed", "support", "time", "titles", "totals", "units", "words",
}
WHATS = {
    "value", "change", "direction", "extent", "total", "share", "count", "rank", "unit", "scale", "period",
    "calendar", "name", "title", "id", "legend", "status", "number", "copy", "basis", "support", "digit",
}
DECK_KINDS = {
    "statement", "legend", "target", "override", "publication", "title", "contents", "list", "name", "figure", "note",
}
CASE_KEYS = {"id", "data", "deck", "text", "verdict", "wrong", "look_alike", "why", "derivation", "given"}
TABLE_KEYS = {"title", "unit", "period", "source", "columns", "rows", "total", "note"}
DERIVATION_KEYS = {"how", "of", "value", "span", "relation", "scale", "to", "where", "order"}
CASES = cases()

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _ids(wrong: Iterator[Case]) -> list[str]:
    return [case.id for case in wrong]


def test_there_are_at_least_400_cases_half_of_them_right() -> None:
    assert len(CASES) >= 400
    assert 0.475 <= sum(case.right for case in CASES) / len(CASES) <= 0.525


def test_at_least_80_right_cases_are_look_alikes_and_each_says_why() -> None:
    assert sum(case.look_alike for case in CASES) >= 80
    assert _ids(case for case in CASES if case.look_alike and not (case.right and case.keys.get("why"))) == []


def test_ids_are_unique_and_begin_with_their_family() -> None:
    assert [name for name, count in Counter(case.id for case in CASES).items() if count > 1] == []
    assert _ids(case for case in CASES if not re.fullmatch(rf"{case.family}-[a-z-]+-\d{{3}}", case.id)) == []


def test_every_family_has_a_dozen_cases_and_both_verdicts() -> None:
    assert set(files()) == FAMILIES
    for family in FAMILIES:
        verdicts = Counter(case.right for case in CASES if case.family == family)
        assert verdicts.total() >= 12, family
        assert 0.35 <= verdicts[True] / verdicts.total() <= 0.65, family


def test_the_halves_are_each_between_45_and_55_percent() -> None:
    assert 0.45 <= len(cases("held")) / len(CASES) <= 0.55
    assert len(cases("held")) + len(cases("tuned")) == len(CASES)


def test_a_wrong_case_names_one_span_its_kind_and_what_would_be_right() -> None:
    for case in CASES:
        assert case.keys["verdict"] in ("right", "wrong"), case.id
        assert set(case.wrong) == (set() if case.right else {"span", "what", "right"}), case.id
        if not case.right:
            assert case.text.count(case.wrong["span"]) == 1, case.id
            assert case.wrong["what"] in WHATS, case.id
            assert _folded(case.wrong["span"]) != _folded(case.wrong["right"]), case.id


def test_no_two_cases_are_one() -> None:
    same = Counter((case.text, *case.tables, "|", *case.deck) for case in CASES)
    assert [key for key, count in same.items() if count > 1] == []


def test_files_hold_only_what_the_readme_names_and_all_of_it_is_used() -> None:
    for family, file in files().items():
        assert set(file) <= {"data", "deck", "cases"}, family
        for name, table in file.get("data", {}).items():
            assert set(table) <= TABLE_KEYS, name
            assert {"title", "unit", "source", "columns", "rows"} <= set(table), name
            assert table.get("period", table["columns"][0]), name
            assert [row for row in table["rows"] if len(row) != len(table["columns"])] == [], name
            assert len({row[0] for row in table["rows"]}) == len(table["rows"]), name
        assert {item["kind"] for item in file.get("deck", {}).values()} <= DECK_KINDS, family
        for part in ("data", "deck"):
            used = {name for case in file["cases"] for name in case.get(part, [])}
            assert used == set(file.get(part, {})), (family, part, used ^ set(file.get(part, {})))
    assert _ids(case for case in CASES if not set(case.keys) <= CASE_KEYS) == []
    assert [(case.id, span) for case in CASES for span in case.keys.get("given", []) if span not in case.text] == []


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_what_a_case_derives_is_recomputed(family: str) -> None:
    for case in CASES:
        for derivation in case.derivations if case.family == family else ():
            assert set(derivation) <= DERIVATION_KEYS, case.id
            assert derivation["how"] in HOWS, case.id
            assert holds(derivation, case.tables), (case.id, derivation)


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_derivation_is_printed_by_its_span(family: str) -> None:
    """The span of a right case, or the wrong span set right, prints the value; a word is true or false."""
    for case in CASES:
        for derivation in case.derivations if case.family == family else ():
            about_wrong = not case.right and "span" not in derivation
            span = case.wrong["right"] if about_wrong else derivation["span"]
            assert about_wrong or case.text.count(span) >= 1, case.id
            value = derivation["value"]
            if value in ("true", "false"):
                assert value == ("false" if about_wrong else "true"), case.id
                continue
            printed = _numbers(span)
            if len(printed) == 1:
                assert printed[0] == abs(Decimal(value)), (case.id, span, value)
            if about_wrong and len(_numbers(case.wrong["span"])) == 1 and not derivation.get("relation"):
                assert case.wrong["what"] in ("unit", "scale") or _numbers(case.wrong["span"]) != printed, case.id


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_every_number_of_a_sentence_set_right_stands_in_its_data_or_is_derived(family: str) -> None:
    for case in CASES:
        if case.family == family:
            known = {number for text in _sources(case) for number in _numbers(text)}
            assert [number for number in _numbers(case.corrected) if number not in known] == [], case.id


def test_a_reference_to_a_row_or_column_that_is_not_there_fails() -> None:
    tables = {"roads": {"columns": ["年度", "延長"], "rows": [["2021年度", "12"], ["計", "30"]], "total": "計"}}
    assert cells_of("roads/*/延長", tables) == ["12"]
    with pytest.raises(KeyError):
        cells_of("roads/2020年度/延長", tables)


def test_a_derivation_that_does_not_follow_fails() -> None:
    tables = {"roads": {"columns": ["年度", "延長"], "rows": [["2021年度", "12"], ["2022年度", "15"]]}}
    change = {"how": "percent_change", "of": ["roads/2022年度/延長", "roads/2021年度/延長"]}
    assert holds({**change, "value": "25.0"}, tables)
    assert not holds({**change, "value": "25.1"}, tables)
    assert not holds({**change, "value": "26"}, tables)


def _sources(case: Case) -> Iterator[str]:
    """The texts in which a number of the case may stand; what is right counts where it is recomputed."""
    yield from _texts([case.tables, case.deck, case.derivations, case.keys.get("given", [])])
    if not case.right and any("span" not in derivation for derivation in case.derivations):
        yield case.wrong["right"]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(",", "")


def _numbers(text: str) -> list[Decimal]:
    """The digits of a text as decimals: 令和4年 is 2022, and 1兆2,300億 is 12300 (in 億), as the README says."""
    folded = re.sub(r"令和元", "2019", _folded(text))
    folded = re.sub(r"令和([0-9]+)", lambda match: str(2018 + int(match[1])), folded)
    folded = re.sub(r"平成([0-9]+)", lambda match: str(1988 + int(match[1])), folded)
    for large, small in (("兆", "億"), ("億", "万"), ("万", "")):
        folded = re.sub(rf"([0-9]+){large}([0-9]+)(?![0-9千]){small}", lambda match: f"{int(match[1]) * 10000 + int(match[2])}", folded)
    return [Decimal(number) for number in _NUMBER.findall(folded)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
