from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from docgen.derive.narrator import Narrator
from docgen.errors import DocgenError, Position
from docgen.messages import message
from docgen.model import Period, Quantity
from docgen.model.printing import Printing
from docgen.prose.parser import parsed
from docgen.prose.sandbox import Names, unknown_name
from docgen.ready import ReadyObservation

PLACE = Position("x.yaml", 3, 5)
NAMES: dict[str, Any] = {
    "fiscal_year": 2023,
    "facts": Names(
        message("noun-fact"), ("score", "items"), {"score": Quantity.of("248.65", "点"), "items": 3}.__getitem__
    ),
    "values": {"a": ReadyObservation(Quantity.of("-45", "億円"), Period.parse("2022年"))},
    "ratio": Decimal("1.71778"),
}


def meaning(name: str) -> object:
    if name not in NAMES:
        raise unknown_name(message("noun-name"), name, NAMES)
    return NAMES[name]


def render(text: str) -> str:
    return Narrator().render(text, meaning, PLACE)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ fiscal_year }}年度", "2023年度"),
        ("{{ facts.score }}", "248.65点"),
        ("{{ facts.score|decimals(1) }}", "248.7点"),
        ("{{ facts.items }}", "3"),
        ("{{ values.a }}", "-45億円"),
        ("{{ values.a|absolute }}", "45億円"),
        ("{{ values.a|signed }}", "－45億円"),
        ("{{ facts.score|signed }}", "＋248.65点"),
        ('{{ values.a|convert("百万円") }}', "-4,500百万円"),
        ("約{{ ratio|decimals(1) }}倍", "約1.7倍"),
        ("約{{ (ratio / 3)|tenths }}", "約6割"),
        ("{{ (ratio / 3)|tenths }}と{{ ratio|decimals(0) }}倍", "6割と2倍"),
        ("{% if fiscal_year > 2022 %}今期{% endif %}", "今期"),
        ("<b> & {波括弧}", "<b> & {波括弧}"),
    ],
)
def test_prose_prints_quantities_as_the_field_prints_them(template: str, text: str) -> None:
    assert render(template) == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ values.a }}", "△45億円"),
        ("{{ values.a|signed }}", "△45億円"),
        ("{{ values.a.period }}の{{ values.a|absolute }}", "令和4年の45億円"),
        ("2022年の{{ facts.score }}", "2022年の248.65点"),
    ],
)
def test_values_in_prose_are_printed_in_the_packs_years_and_signs(template: str, text: str) -> None:
    assert Narrator(Printing(era=True, minus="△")).render(template, meaning, PLACE) == text


@pytest.mark.parametrize(
    ("template", "what", "hint"),
    [
        ("{{ fact.score }}", "the template names the name 'fact', which is not there", "did you mean 'facts'?"),
        ("{{ facts.skore }}", "the template names the fact 'skore', which is not there", "did you mean 'score'?"),
        ("{{ values.a.perod }}", "the template names the attribute 'perod', which is not there", "did you mean 'period'?"),
        ('{{ values.a|convert("人") }}', "億円 cannot be stated in 人", None),
        ("{{ values.a|upper(1) }}", "the template asks for something that cannot be done", "template: {{ values.a|upper(1) }}"),
        ("{{ none }}", "the template prints a value that is missing", "past, latest, forecast, target and change are there only where they are given"),
        ("{{ none.period }}", "the template asks for 'period' of a value that is missing", None),
        ("{{ facts }}", "the template prints Names, which is neither a text nor a number", None),
        ("{{ 1 / 0 }}", "a number is divided by zero", None),
        ("{{ fiscal_year.__class__.__mro__ }}", "the template names the attribute '__class__', which is not there", None),
    ],
)  # fmt: skip
def test_a_template_that_fails_says_where_and_why(template: str, what: str, hint: str | None) -> None:
    with pytest.raises(DocgenError) as raised:
        render(template)
    assert raised.value.what == what
    assert raised.value.where == PLACE
    if hint is not None:
        assert raised.value.hint == hint


@pytest.mark.parametrize(
    "template",
    [
        "計{{ facts.score }}・{{ values.a.period }}の{{ values.a }}",
        "{{ fiscal_year }}年度\n",
        "{{ values.a.dated }}{# 注 #}、{{- facts.score -}} 点",
        "{{ facts.items }}",
    ],
)
def test_a_sentence_of_names_and_words_alone_is_said_as_its_compiled_template_is(template: str) -> None:
    narrator = Narrator()
    assert parsed(template).pieces is not None
    compiled_one = template + "{{ '' if fiscal_year else '' }}"
    assert parsed(compiled_one).pieces is None
    assert narrator.render(template.rstrip("\n"), meaning, PLACE) == narrator.render(compiled_one, meaning, PLACE).rstrip("\n")


@pytest.mark.parametrize("template", ["{{ a|upper }}", "{% if a %}x{% endif %}", "{{ a + 1 }}", "{{ a['b'] }}", "{{ range }}", "{{ a() }}"])
def test_any_other_sentence_is_compiled(template: str) -> None:
    assert parsed(template).pieces is None
