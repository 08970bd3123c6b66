"""Templates: what they print, and that none of them reaches beyond its bounds."""

from __future__ import annotations

import re

import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.every_case import every_case

from docgen.errors import DocgenError
from docgen.messages import message
from docgen.model import Quantity
from docgen.prose.conditions import TESTS
from docgen.prose.filters import FILTERS
from docgen.prose.number import Number
from docgen.prose.parser import compiled, parsed, plain_pieces, read_whole
from docgen.prose.sandbox import Function, Names, Sandbox

NAMES = {
    "deaths": Number.of(Quantity.of("2610", "人")),
    "share": Number.of(Quantity.of("47.95", "%")),
    "women": Number.of(Quantity.of("574", "名")),
    "staff": Number.of(Quantity.of("961", "名")),
    "fiscal_year": 2023,
    "values": Names(message("noun-fact"), ("a",), str),
    "text": Function(lambda: "文"),
}


def printed(text: str) -> str:
    sandbox = Sandbox()
    return sandbox.template_class.from_code(sandbox, compiled(text), sandbox.globals).render(NAMES)


@every_case(
    ("template", "text"),
    [
        ("{{ 0.1 + 0.2 }}", "0.3"),
        ("{{ -0.0 }}", "0.0"),
        ("{{ 7 // 2 }}・{{ 7 % 4 }}・{{ 2 ** 10 }}・{{ 10 / 4 }}・{{ +3 }}", "3・3・1024・2.5・3"),
        ("{{ fiscal_year - 1 }}", "2022"),
        ("{{ deaths|int }}・{{ deaths|float }}・{{ deaths|round }}", "2,610人・2,610人・2,610人"),
        ("{{ share|int }}・{{ share|float }}・{{ share|round }}・{{ share|round(1) }}", "47%・47.95%・48%・48.0%"),
        ("{{ 2.5|round }}・{{ 3.5|round }}・{{ -2.5|round }}・{{ 1234|round(-2) }}", "3・4・-3・1200"),
        ("{{ 2.1|round(0, 'ceil') }}・{{ 2.9|round(0, 'floor') }}", "3・2"),
        ('{{ "1,234"|int }}・{{ "△1.5"|float }}・{{ "－"|int(0) }}', "1234・-1.5・0"),
        ("{{ -3|abs }}・{{ (0 - deaths)|absolute }}", "3・2,610人"),
        ("{{ [deaths, 3, 5000]|max }}・{{ [deaths, 3]|min }}", "5000・3"),
        ("{{ [women, staff]|sum }}・{{ [1, 2]|average }}・{{ [3, 1, 2]|sort|join('、') }}", "1,535名・1.5・1、2、3"),
        ("{{ women|share_of(staff) }}・約{{ women|tenths_of(staff) }}・{{ staff|multiple_of(women) }}", "59.7%・約6割・約1.7倍"),
        ("{{ 9|multiple_of(6) }}・{{ 8|multiple_of(4) }}", "1.5倍・2倍"),
        ("{{ 308830000|myriads }}・{{ 0|myriads }}・{{ 100000001|myriads }}", "3億883万・0・1億1"),
        ("{{ deaths|replace('人', '名') }}・{{ deaths ~ 'の' ~ 3 }}・{{ deaths|string|length }}", "2,610名・2,610人の3・6"),
        ("{{ ' ab '|trim }}{{ 'ab'|upper }}{{ 'AB'|lower }}{{ 'ab'|capitalize }}{{ deaths|title }}", "abABabAb2,610人"),
        ('{{ "%s・%d・%.1f・%04d・100%%"|format(deaths, share, 2.25, 12) }}', "2,610人・47・2.3・0012・100%"),
        ("{{ 'あ' * 3 }}・{{ 'い' + 'う' }}・{{ 'かきく'[1] }}・{{ 'かきく'[1:] }}", "あああ・いう・き・きく"),
        ("{% if deaths > 2000 and deaths < 3000 %}減{% endif %}{{ '増' if deaths == 1 }}", "減"),
        ("{% for n in range(3) %}{{ n }}{% if not loop.last %}、{% endif %}{% endfor %}", "0、1、2"),
        ("{% for n in [1, 2] %}{{ loop.index + 1 }}{{ text() }}{% endfor %}", "2文3文"),
        ("{% set half = deaths / 2 %}{{ half }}", "1,305人"),
        ("{{ 'は' if deaths is number and 4 is even and 5 is odd and 9 is divisibleby(3) and deaths is integer }}", "は"),
        ("{{ values.a }}・{{ values['a'] }}・{{ {'x': 1}.x }}", "a・a・1"),
        ("{{ [1, 2]|first }}{{ [1, 2]|last }}{{ [1, 1]|unique|list|length }}", "121"),
    ],
)
def test_a_template_prints_what_a_table_would(template: str, text: str) -> None:
    assert printed(template) == text


@every_case(
    "template",
    [
        "{{ 'あ' * 2000000000 }}",
        "{{ 'あ' * 9999999999999999999999999999 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ '%c'|format(1) }}",
        "{{ 'a' if '%999999999d' is odd }}",
        "{{ 'a' if '%999999999d' is even }}",
        "{{ 'a' if '%999999999d' is divisibleby(2) }}",
        "{{ 'a'|truncate(99) }}",
        "{{ '%s'|format(1, 2) }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ 'a'.zfill(999999999) }}",
        "{{ 'a'|center(999999999) }}",
        "{{ 'a'|indent(999999999) }}",
        "{{ [1]|batch(999999999, 1)|list }}",
        "{{ [1]|slice(999999999)|list }}",
        "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a ~ a %}" * 300 + "{{ a }}",
        "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a + a %}" * 300 + "{{ a }}",
        "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a|replace('a', a) %}" * 100 + "{{ a }}",
        "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a|join(a) %}" * 100 + "{{ a }}",
        "{% set a = [1] %}" + "{% set a = [a, a] %}" * 200 + "{{ a == 1 }}",
        "{% set a %}b{% endset %}{{ a }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}x",
        "{% for a in range(500) %}{% for b in range(500) %}{% endfor %}{% endfor %}x",
        "{% for a in range(2) recursive %}{{ loop(range(2)) }}{% endfor %}",
        "{% for a in fiscal_year %}{% endfor %}",
        "{% macro loop() %}{{ loop() }}{% endmacro %}{{ loop() }}",
        "{% include 'x' %}",
        "{% import 'x' as x %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% filter upper %}x{% endfilter %}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ 1" + "+1" * 3000 + " }}",
        "{{ " + "[" * 80 + "]" * 80 + " }}",
        "{% if 1 %}" * 500 + "x" + "{% endif %}" * 500,
        "{% for a in range(1) %}" * 25 + "x" + "{% endfor %}" * 25,
        "{{ " + "not " * 2000 + "1 }}",
        "{{ " + "9" * 5000 + " }}",
        "{{ 9 ** 99999999999 }}",
        "{{ 1e22 }}",
        "{{ 10 ** 22 }}",
        "{{ range(0, 10, 0) }}",
        "{{ range(99999999999999999999) }}",
        "{{ lipsum(n=1) }}",
        "{{ [1, 2]|random }}",
        "{{ values }}",
        "{{ values ~ '' }}",
        "{{ values|string }}",
        "{{ [values]|join }}",
        "{{ 'a' ~ [1, 2] }}",
        "{{ ('a' or values) ~ {'a': 1} }}",
        "{{ values|trim }}",
        "{{ values|lower }}",
        "{{ [1, 2]|upper }}",
        "{{ {'a': 1}|capitalize }}",
        "{{ values|title }}",
        "{{ '%s'|format(text) }}",
        "{{ text }}",
        "{{ 'a'|replace('a', values) }}",
        "{{ [1, 2] }}",
        "{{ {'a': 1} }}",
        "{{ true }}",
        "{{ none }}",
        "{% set x = {'a': 1} %}{{ x.update({'b': 2}) or x|length }}",
        "{% set y = [1] %}{{ y.append(2) or y|length }}",
        "{{ values.__class__ }}",
        "{{ deaths.__init__ }}",
        "{{ deaths.decimal }}",
        "{{ text._work }}",
        "{{ text(*[1]) }}",
        "{{ deaths() }}",
        "{{ 'a' + 1 }}",
        "{{ [1] + [2] }}",
        "{{ 'a' - 'b' }}",
        "{{ -'a' }}",
        "{{ 'a'|round }}",
        "{{ 'a'|int }}",
        "{{ 1|decimals(99) }}",
        "{{ 1|decimals('x') }}",
        "{{ 1|round(1, 'half') }}",
        "{{ []|first }}",
        "{{ []|average }}",
        "{{ [1][5] }}",
        "{{ 1.5|myriads }}",
        "{{ ghost }}",
        "{{ 1|ghost }}",
        "{{ 1 is ghost }}",
        "{{ 1 / 3 }}",
        "{{ (1 / 3)|number }}",
        "{{ (deaths / 7)|signed }}",
        "{{ (1 / 3)|string }}",
        "{{ (1 / 3)|absolute }}",
        "{{ '%s'|format(1 / 3) }}",
        "{{ [1 / 3, 2]|join }}",
        "{{ [1, 1, 2]|average }}",
        "{{ 2 ** 0.5 }}",
        "{{ 1 / 0 }}",
    ],
    ids=lambda template: template[:40],
)
def test_what_is_no_sentence_is_refused_at_once(template: str) -> None:
    with pytest.raises((DocgenError, TypeError, ValueError)):
        printed(template)


def test_the_names_of_a_template_are_those_that_it_does_not_set_itself() -> None:
    text = "{% set a = deaths %}{% for n in range(2) %}{{ a ~ n ~ loop.index ~ staff }}{% endfor %}"
    assert parsed(text).names == ("deaths", "range", "staff")


FRAGMENTS = st.sampled_from(
    ["{{ deaths }}", "{{deaths.past.dated}}", "{{  a1_b  }}", "{{ true }}", "{{ not a }}", "{{ range }}", "{{ a.b|int }}", "{{ 1 }}",
     "{{", "}}", "{", "}", "{%", "%}", "{#", "#}", "{{- a -}}", "{red|", "は、", " ", "\n", "a.b", "{% if a %}b{% endif %}", "{{ loop }}",
     "{{ a.none }}", "{{ ａ }}", "{{ _a }}", "{{ a. b }}", "{{ for }}", "{{ self }}"]
)  # fmt: skip


@given(st.lists(FRAGMENTS, max_size=5).map("".join))
@example("{{{ deaths }}")
@example("{{ deaths }}}")
def test_a_sentence_of_names_and_texts_is_read_as_jinja2_reads_it(text: str) -> None:
    pieces = plain_pieces(text)
    if pieces is not None:
        whole = read_whole(text)
        assert (pieces, parsed(text).names) == (whole.pieces, whole.names)


def test_names_between_texts_are_read_without_jinja2() -> None:
    assert plain_pieces("{{ a.latest }}から{{ b }}へ。") == (("a", "latest"), "から", ("b",), "へ。")
    assert plain_pieces("{{ a|round }}") is None


def test_one_template_leaves_nothing_for_the_next() -> None:
    sandbox = Sandbox()
    texts = [
        sandbox.template_class.from_code(sandbox, compiled(text), sandbox.globals).render({"x": 1})
        for text in ("{% set x = 5 %}{{ x }}", "{{ x }}")
    ]
    assert texts == ["5", "1"]


ATOMS = st.sampled_from(
    ["deaths", "share", "fiscal_year", "values", "values.a", "text()", "text", "'文'", "'%s'", "''", "1", "2.5", "0", "none", "true", "range(3)", "loop"]
)
OPERATORS = st.sampled_from(["+", "-", "*", "/", "//", "%", "**", "~", "==", "<", ">=", "in", "and", "or"])
ARGUMENTS = st.sampled_from(["", "(1)", "('文')", "(deaths)", "(1, 2)", "(attribute='a')", "(-1)", "(none)"])


def combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    filters, tests = st.sampled_from(sorted(FILTERS)), st.sampled_from(sorted(name for name in TESTS if name.isalpha()))
    return st.one_of(
        st.tuples(inner, OPERATORS, inner).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(inner, filters, ARGUMENTS).map(lambda parts: f"({parts[0]}|{parts[1]}{parts[2]})"),
        st.tuples(inner, tests).map(lambda parts: f"({parts[0]} is {parts[1]})"),
        st.tuples(inner, inner, inner).map(lambda parts: f"({parts[0]} if {parts[1]} else {parts[2]})"),
        st.tuples(inner, inner).map(lambda parts: f"[{parts[0]}, {parts[1]}]"),
        st.tuples(inner, st.sampled_from(["[0]", "[1:]", "['a']", ".value", ".unit", ".number"])).map("".join),
        inner.map(lambda text: f"(-{text})"),
    )


@given(st.recursive(ATOMS, combined, max_leaves=6))
def test_any_expression_prints_a_short_text_or_is_refused(expression: str) -> None:
    try:
        text = printed("{{ " + expression + " }}")
    except (DocgenError, TypeError, ValueError, LookupError, AttributeError, jinja2.TemplateError):
        return
    assert len(text) <= 10_000
    assert not re.search(r" at 0x|Decimal|[0-9]E[+-]|object|\bNone\b|\[", text)


def test_a_number_is_not_compared_with_a_text() -> None:
    with pytest.raises(DocgenError, match="cannot be computed"):
        printed("{% if deaths == '2,610人' %}同じ{% endif %}")
