"""Values in the field's own words: each closed set has Japanese words, which files and scripts may use."""

from __future__ import annotations

import typing
from enum import Enum
from typing import Annotated, Literal

import pytest
from pydantic import TypeAdapter, ValidationError
from support.content_records import content_records, parts_of
from support.every_case import every_case

import docgen
from docgen.model.chart_kind import ChartKind
from docgen.model.measure import BUDGET_KIND_WORDS
from docgen.model.record import Record
from docgen.model.words import FieldWords, Flag, plain_word, words

# What docgen writes and nobody types has words of programs.
_WRITTEN = "docgen.model.manifest"


@every_case("record", [one for one in content_records() if one.__module__ != _WRITTEN], ids=lambda one: one.__name__)
def test_every_closed_set_has_words_of_the_field(record: type[Record]) -> None:
    hints = typing.get_type_hints(record, include_extras=True)
    closed = [
        (name, part)
        for name in record.model_fields
        for part in parts_of(hints[name])
        if typing.get_origin(part) is Literal or part is bool or (isinstance(part, type) and issubclass(part, Enum))
    ]
    assert closed == []


def test_a_record_made_in_python_takes_the_words_of_the_field() -> None:
    measure = docgen.Measure.model_validate({"id": "M1", "text": "開設", "status": "実施済・継続", "repeated": "する"})
    assert (measure.status, measure.repeated) == ("continuing", True)


@pytest.mark.parametrize("word", ["新規・大幅拡充", "新規･大幅拡充", "新規 ・ 大幅拡充", "ｅｘｐａｎｄｅｄ", "Expanded"])
def test_width_spaces_and_capitals_make_no_difference(word: str) -> None:
    assert docgen.Measure.model_validate({"id": "M1", "text": "開設", "status": word}).status == "expanded"


def test_an_unknown_word_lists_both_languages() -> None:
    with pytest.raises(ValidationError) as raised:
        docgen.BudgetAmount.model_validate({"fiscal_year": 2023, "kind": "概算", "value": 1, "unit": "円"})
    refused = raised.value.errors()[0]["ctx"]["error"]
    assert refused.message.text("en", "expected") == "one of executed (執行額), budgeted (予算額・執行額), requested (概算要求)"
    assert refused.message.text("ja") == "「概算」は、ここに書ける語ではありません"
    assert refused.hint.text("ja") == "「概算要求」のことでしょうか。"


@pytest.mark.parametrize("kind", ChartKind)
def test_a_figure_takes_the_japanese_name_of_its_kind(kind: ChartKind) -> None:
    assert docgen.Figure.model_validate({"id": "f", "kind": kind.japanese}).kind is kind


def test_no_word_means_two_values_of_a_set() -> None:
    for record in content_records():
        for annotation in typing.get_type_hints(record, include_extras=True).values():
            for part in (annotation, *typing.get_args(annotation)):
                for own in getattr(part, "__metadata__", ()):
                    if isinstance(own, FieldWords):
                        spelled = [plain_word(word) for word in own.all_words()]
                        assert len(spelled) == len(set(spelled)), (record, spelled)


@pytest.mark.parametrize(("word", "value"), [("あり", True), ("いいえ", False), (True, True), (0, False)])
def test_a_flag_may_be_said_in_words(word: object, value: bool) -> None:
    assert TypeAdapter(Flag).validate_python(word) is value


def test_the_schema_offers_both_languages() -> None:
    kind = Annotated[Literal["executed"], words(executed="執行額")]
    assert TypeAdapter(kind).json_schema() == {"enum": ["executed", "執行額"]}


def test_a_data_file_and_a_record_name_budgets_by_the_same_words() -> None:
    assert BUDGET_KIND_WORDS.value("予算額") == BUDGET_KIND_WORDS.value("予算額・執行額") == "budgeted"
