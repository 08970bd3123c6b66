"""Whatever pydantic refuses is said in both languages."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, get_args

import pytest
from pydantic_core.core_schema import ErrorType
from support.every_case import every_case

from docgen.messages import Message
from docgen.model.wanted import wanted

# What explain says in other words.
_OTHER = {"missing", "extra_forbidden", "value_error", "assertion_error", "literal_error", "enum"}
_KINDS = [kind for kind in get_args(ErrorType) if kind not in _OTHER]


@every_case("kind", _KINDS)
def test_every_error_of_pydantic_has_words_in_both_languages(kind: str) -> None:
    said = wanted(kind, defaultdict(int), "in English")
    assert isinstance(said, Message)
    assert said.text("en")
    assert said.text("ja")


@pytest.mark.parametrize(
    ("kind", "context", "english", "japanese"),
    [
        ("less_than", {"lt": 1}, "a number below 1", "1より小さい数値"),
        ("too_short", {"min_length": 1}, "at least 1 entry", "1個以上の要素"),
        ("string_pattern_mismatch", {"pattern": "^[0-9A-Fa-f]{6}$"}, "six hexadecimal digits, such as 1F3A5F", "1F3A5Fのような6桁の16進数"),
        ("string_pattern_mismatch", {"pattern": "^P"}, "text of the form ^P", "^Pの形の文字列"),
        ("datetime_past", {}, "a date in the past", "過去の日付"),
    ],
)
def test_bounds_are_said(kind: str, context: dict[str, Any], english: str, japanese: str) -> None:
    said = wanted(kind, context, "")
    assert isinstance(said, Message)
    assert (said.text("en"), said.text("ja")) == (english, japanese)


def test_an_error_that_a_pack_made_keeps_its_words() -> None:
    assert wanted("milestone_order", {}, "milestones in their order") == "milestones in their order"
