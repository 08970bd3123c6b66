"""Patterns are tried only at letters they can begin with: none of what they match begins with another."""

import re
from collections.abc import Iterable

import pytest
from support.claims_corpus import cases

from docgen.sentences.identifiers import identifiers
from docgen.sentences.numbers import _NUMBER
from docgen.sentences.periods import ABSOLUTE, RELATIVE
from docgen.sentences.plain import plain

_TEXTS = tuple(plain(case.text) for case in cases("tuned"))
_FIRST_LETTERS = re.compile(r"^\(\?=\[(?:[^\]\\]|\\.)+\]\)")


@pytest.mark.parametrize("pattern", [_NUMBER, ABSOLUTE, RELATIVE], ids=["numbers", "periods", "periods counted on"])
def test_a_pattern_finds_the_same_where_it_is_tried_at_every_letter(pattern: re.Pattern[str]) -> None:
    everywhere = re.compile(_FIRST_LETTERS.sub("", pattern.pattern))
    assert everywhere.pattern != pattern.pattern
    found = [_spans(pattern.finditer(text)) for text in _TEXTS]
    assert any(found)
    assert found == [_spans(everywhere.finditer(text)) for text in _TEXTS]


def test_names_with_digits_are_the_same_beside_an_address_of_mail() -> None:
    """Beside an address each letter is tried, since any may begin one."""
    alone = [_spans(identifiers(text)) for text in _TEXTS if "@" not in text]
    beside = [_spans(identifiers(f"{text}\n\n@")) for text in _TEXTS if "@" not in text]
    assert any(alone)
    assert alone == beside


def _spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]
