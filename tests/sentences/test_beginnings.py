"""A pattern tried only at the letters that its words begin with matches what it matches everywhere."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.claims_corpus import cases
from support.often import often

from docgen.sentences.beginnings import at_beginnings
from docgen.sentences.plain import plain
from docgen.truth.support.courses import _COURSE
from docgen.truth.support.portions import _SAID
from docgen.truth.support.scopes import _PART_OF, _SUPERLATIVE
from docgen.truth.wording.comparison import _RELATION
from docgen.truth.wording.every import QUANTIFIER
from docgen.truth.wording.extreme import _WORD
from docgen.truth.wording.trend import _ANY

_TEXTS = tuple(plain(case.text) for case in cases("tuned"))
_WORDS = ("増加", "増え?", "(?<!増)減", "(?:大きく)?伸び", "(?P<low>下が|低い)", "[0-9]+割", r"(?:\(注\))", "過?半", "x{0,2}y", "z*増", "[+-]")


@pytest.mark.parametrize("pattern", [_ANY, _RELATION, _WORD, QUANTIFIER, _COURSE, _SUPERLATIVE, _PART_OF, _SAID], ids=range(8))
def test_what_rules_look_for_is_found_as_everywhere(pattern: re.Pattern[str]) -> None:
    everywhere = re.compile(pattern.pattern[pattern.pattern.index("])") + 2 :])
    assert [_spans(pattern, text) for text in _TEXTS] == [_spans(everywhere, text) for text in _TEXTS]


@settings(max_examples=often(100), deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, unique=True), st.text("増減加え大きく伸び下が低い3割(注)過半xyz+-*", max_size=12))
def test_any_words_are_found_as_everywhere(words: list[str], text: str) -> None:
    pattern = "|".join(words)
    assert _spans(at_beginnings(pattern), text) == _spans(re.compile(pattern), text)


@pytest.mark.parametrize("pattern", ["[^。]増", ".増", "増?", "(?:増|)", "^増", "(?i:増)"])
def test_what_may_begin_anywhere_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"any letter|another kind"):
        at_beginnings(pattern)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]
