"""A template that cannot be read is refused in one language."""

from __future__ import annotations

import re

import pytest

from docgen.errors import DocgenError
from docgen.prose.parser import parsed
from docgen.prose.syntax_problem import syntax_problem


@pytest.mark.parametrize(
    ("text", "english", "japanese"),
    [
        ("{{ deaths.latest ", "unexpected end of template, expected 'end of print statement'.", "「}}」がないまま文が終わっています"),
        ("{{ deaths latest }}", "expected token 'end of print statement', got 'latest'", "「}}」のあるはずの位置に「latest」があります"),
        ("{{ deaths[1) }}", "unexpected ')', expected ']'", "「]」で閉じるはずの位置に「)」があります"),
        ("{{ deaths ) }}", "unexpected ')'", "ここに「)」は書けません"),
        ("{{ 死者数 ？ }}", "unexpected character '？'", "使えない文字「？」があります"),
        ("{{ }}", "expected an expression, got 'end of print statement'", "名前や値のあるはずの位置に「}}」があります"),
        ("{% wenn a %}x", "unknown tag 'wenn'", "{% wenn %} は使えません"),
        ("{% if a %}x", "the block 'if' is not closed", "{% if %} が閉じられていません"),
        ("{# 注", "a comment is not closed by #}", "注釈が #} で閉じられていません"),
        ("{% %}", "a tag's name is missing", "{% の後に名前がありません"),
    ],
)
def test_a_problem_of_syntax_is_said_in_each_language(text: str, english: str, japanese: str) -> None:
    with pytest.raises(DocgenError) as caught:
        parsed(text)
    assert english in (caught.value.part("what", "en") or "")
    told = caught.value.part("what", "ja") or ""
    assert japanese in told
    assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", told)


def test_a_quotation_mark_too_many_is_named() -> None:
    assert "'\"'" in str(syntax_problem("unexpected char '\"' at 9"))
