"""Short names in sentences: what each word prints, which value a name means, what is refused and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.short_names_folder import FACTS, INDICATOR, NOTE, short_names_folder

from docgen.deck import Deck
from docgen.derive import derive
from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.model import Indicator
from docgen.model.printing import PLAIN, Printing
from docgen.pipeline import load
from docgen.validate import validate


def said(root: Path, own: str = "論文", elsewhere: str = "文", printing: Printing = PLAIN) -> tuple[str, str]:
    """The two messages as they are printed."""
    ready = derive(load(short_names_folder(root, own, elsewhere)), printing=printing)
    records: dict[str, Any] = {page.id: page.record for page in ready.pages}
    return records["I-1070/share"].messages[0], records["note"].record.messages[0]


def the_error(root: Path, own: str = "論文", elsewhere: str = "文", facts: str = FACTS) -> DocgenError:
    with pytest.raises(DocgenErrors) as raised:
        derive(validate(load(short_names_folder(root, own, elsewhere, facts))))
    (error,) = raised.value.errors
    return error


def place(error: DocgenError, root: Path) -> tuple[str, int, int]:
    assert isinstance(error.where, Position)
    return str(Path(error.where.file).relative_to(root)), error.where.line, error.where.column


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ share.past.dated }}→{{ share.forecast.dated }}", "30%（2017年調査）→40%（2030年予測）"),
        ("{{ share.past.when }}の{{ share.past }}、{{ share.past.period }}の{{ share.past.label }}", "2017年調査の30%、2017年の調査"),
        ("{{ share.change }}・{{ share.points }}・{{ share.change.amount }}・{{ share.change.direction }}", "3.2ポイント増・3.2ポイント増・3.2ポイント・増"),
        ("{{ share.percent_change }}・{{ share.multiple }}・{{ share.ratio|decimals(2) }}", "10.7%増・約1.1倍・1.11"),
        ("{{ share.target }}", "増加傾向を維持"),
        ("{{ share.trend }}・{{ place.trend }}", "増加・低下"),
        ('{{ "○" if share.trend == "up" }}{{ "○" if share.trend == "増加" }}{{ "×" if share.trend == "down" }}', "○○"),
        ("{{ share.latest.number }}と{{ share.latest.unit }}、{{ share.latest.value * 2 }}", "33.2と%、66.4"),
        ("{{ place.rank }}・{{ place.change }}・{{ place.change.value }}", "35位・10ランク後退・10"),
        ("{{ top_10_share.latest }}・{{ _5g.latest }}", "4%・5局"),
        ("{{ deaths.latest }}", "7人"),
        ('{{ values["I-1065"].deaths.latest.dated }}', "2,610人（2022年）"),
        ('{{ values["I-1065"]["deaths"].change }}・{{ values["I-1065"].deaths.percent_change }}', "1,084人減・29.3%減"),
        ('{{ values["I-1065"].deaths.target.dated }}・{{ values["I-1065"].deaths.target.due }}', "2,000人（2025年）・2025年"),
        ('{{ values["I-1065"].deaths.latest.period.number + 1 }}', "2023"),
        ('{{ values["I-1065"].deaths.latest|int }}・{{ share.latest|round }}・{{ share.latest|float }}', "2,610人・33%・33.2%"),
    ],
)
def test_a_word_after_a_value_prints_what_a_sentence_says(tmp_path: Path, template: str, text: str) -> None:
    assert said(tmp_path, own=template)[0] == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ staff }}・{{ staff.dated }}・{{ facts.staff.when }}", "248.6名・248.6名（2022年末概算）・2022年末概算"),
        ("{{ women|share_of(staff) }}・約{{ women|tenths_of(staff) }}・{{ staff|multiple_of(women) }}", "50.0%・約5割・2倍"),
        ("{{ graded }}・{{ both }}・{{ deaths_2017 }}", "1課題・479.6点・3.7千人"),
        ("{{ fall }}・{{ fall.amount }}・{{ fall.direction }}・{{ fall.value }}", "11.3ポイント減・11.3ポイント・減・-11.3"),
        ("{{ staff - women }}・{{ women.number }}～{{ staff }}", "124.3名・124.3～248.6名"),
        ("{{ share.latest }}・{{ place.past }}", "33.2%・25位"),
    ],
)
def test_other_pages_name_facts_and_the_values_that_only_one_indicator_has(tmp_path: Path, template: str, text: str) -> None:
    assert said(tmp_path, elsewhere=template)[1] == text


def test_periods_and_signs_are_those_of_the_pack(tmp_path: Path) -> None:
    template = "{{ share.past.dated }}、{{ place.past - place.latest }}"
    assert said(tmp_path, own=template, printing=Printing(era=True, minus="△"))[0] == "30%（平成29年調査）、△10位"


def test_no_change_is_said_so(tmp_path: Path) -> None:
    facts = "- {id: same, value: 0人, change: true}\n- {id: hardly, value: 0.04%, decimals: 1, change: true}\n"
    root = short_names_folder(tmp_path, elsewhere="{{ same }}・{{ hardly }}", facts=facts)
    records: dict[str, Any] = {page.id: page.record for page in derive(validate(load(root))).pages}
    assert records["note"].record.messages[0] == "増減なし・増減なし"


def test_a_prior_studys_own_facts_go_before_those_of_the_compendium(tmp_path: Path) -> None:
    root = short_names_folder(tmp_path, facts=FACTS + "- {id: full, value: 1点}\n")
    study = root / "precedents" / "study-1.yaml"
    study.write_text(study.read_text(encoding="utf-8").replace("{{ facts.full }}", "{{ full }}・{{ driving }}・{{ women }}"))
    records: dict[str, Any] = {page.id: page.record for page in derive(validate(load(root))).pages}
    assert records["precedents/study-1"].record.outline[0].text == "315点・248.6点・124.3名満点で評価"


def test_a_name_that_two_indicators_have_is_refused_with_the_long_form_of_both(tmp_path: Path) -> None:
    error = the_error(tmp_path, elsewhere="死者数は{{ deaths.latest }}。")
    assert place(error, tmp_path) == (NOTE, 5, 13)
    assert error.what == "'deaths' may mean several things here"
    assert error.hint == 'write one of values["I-1065"]["deaths"], values["I-1070"]["deaths"]'


def test_a_fact_called_as_a_value_is_ambiguous_too(tmp_path: Path) -> None:
    error = the_error(tmp_path, elsewhere="{{ share.latest }}", facts=FACTS + "- {id: share, value: 3%}\n")
    assert error.hint == 'write one of facts["share"], values["I-1070"]["share"]'


@pytest.mark.parametrize(
    ("template", "column", "what", "hint"),
    [
        ("割合は{{ shere.latest }}", 16, "the template names the name 'shere', which is not there", "did you mean 'share'?"),
        ("割合は{{ share.latets }}", 22, "the template names the attribute 'latets', which is not there", "did you mean 'latest'?"),
        ("shere、{{ share.past.datde }}", 30, "the template names the attribute 'datde', which is not there", "did you mean 'dated'?"),
        ("{{ share.past|decimal(1) }}", 24, "the template names the filter 'decimal', which is not there", "did you mean 'decimals'?"),
        ("{{ staff.peroid }}", 19, "the template names the attribute 'peroid', which is not there", "did you mean 'period'?"),
        ("{{ fall.dated }}", 18, "the template names the attribute 'dated', which is not there", None),
        ("{{ facts.stuff }}", 19, "the template names the fact 'stuff', which is not there", "did you mean 'staff'?"),
    ],
)
def test_an_unknown_name_is_found_at_load_with_its_own_place(
    tmp_path: Path, template: str, column: int, what: str, hint: str | None
) -> None:
    root = short_names_folder(tmp_path, own=template)
    with pytest.raises(DocgenErrors) as raised:
        validate(load(root))
    (error,) = raised.value.errors
    assert (error.what, error.hint) == (what, hint)
    assert place(error, root) == (INDICATOR, 7, column)


def test_the_place_of_a_name_is_found_in_a_folded_block_and_in_a_quoted_line(tmp_path: Path) -> None:
    root = short_names_folder(tmp_path)
    folded = "messages:\n      - >-\n        割合が{{ share.latest }}、\n        '昨年は{{ shere.past }}。"
    file = root / INDICATOR
    file.write_text(file.read_text(encoding="utf-8").replace("messages:\n      - '論文'", folded), encoding="utf-8")
    with pytest.raises(DocgenErrors) as raised:
        validate(load(root))
    (error,) = raised.value.errors
    assert place(error, root) == (INDICATOR, 9, 16)


@pytest.mark.parametrize("name", ["values", "data", "count", "facts", "budgets", "fiscal_year", "loop", "range", "true", "none", "not", "in"])
def test_an_id_that_is_a_word_of_templates_is_refused_at_load(tmp_path: Path, name: str) -> None:
    error = the_error(tmp_path, facts=f"- {{id: '{name}', value: 3人}}\n")
    assert error.what == f"the id {name!r} is a word of templates, so that no sentence could name it"
    assert place(error, tmp_path)[:2] == ("facts.yaml", 1)


def test_a_value_with_the_id_of_a_word_is_refused_at_its_place(tmp_path: Path) -> None:
    root = short_names_folder(tmp_path)
    file = root / INDICATOR
    file.write_text(file.read_text(encoding="utf-8").replace("id: 5g", "id: loop"), encoding="utf-8")
    with pytest.raises(DocgenErrors) as raised:
        validate(load(root))
    (error,) = raised.value.errors
    assert place(error, root)[:2] == (INDICATOR, 16)


@pytest.mark.parametrize(
    ("template", "what"),
    [
        ("{{ share }}", "the template prints a value, but not which of its parts"),
        ("{{ share.rank }}", "割合 is not a rank"),
        ("{{ place.points }}", "順位 is not in %"),
        ("{{ place.forecast }}", "the template prints a value that is missing"),
        ("{{ _5g.change }}", "the template prints a value that is missing"),
        ("{{ women.dated }}", "124.3名 has no period"),
        ("{{ share.latest + place.latest }}", "% and 位 are different units"),
        ("{{ share.latest / 3 }}", "the number 11.066667… has no end"),
    ],
)
def test_a_word_that_a_value_does_not_have_is_refused(tmp_path: Path, template: str, what: str) -> None:
    error = the_error(tmp_path, own=template)
    assert error.what == what
    assert place(error, tmp_path)[:2] == (INDICATOR, 7)


@pytest.mark.parametrize(
    ("fact", "what"),
    [
        ("{id: a, unit: 人}", "a fact states one of value, sum and count"),
        ("{id: a, value: 3, count: {data: scores}}", "a fact states one of value, sum and count"),
        ("{id: a, value: {data: scores, column: points}}", "data/scores.csv has no column 'points'"),
        ("{id: a, count: {data: scores, where: {points: 3}}}", "data/scores.csv has no column 'points'"),
        ("{id: a, count: {data: score}}", "there is no dataset 'score'"),
    ],
)
def test_a_fact_that_cannot_be_read_is_refused_at_load(tmp_path: Path, fact: str, what: str) -> None:
    root = short_names_folder(tmp_path, facts=f"- {fact}\n")
    with pytest.raises(DocgenErrors) as raised:
        validate(load(root))
    (error,) = raised.value.errors
    assert error.what == what
    assert place(error, root)[:2] == ("facts.yaml", 1)


def test_a_broken_indicator_is_not_reported_again_as_unknown_names(tmp_path: Path) -> None:
    root = short_names_folder(tmp_path, elsewhere="{{ share.latest }}")
    (root / INDICATOR).write_text("id: I-1070\nnmae: x\n", encoding="utf-8")
    with pytest.raises(DocgenErrors) as raised:
        validate(load(root))
    assert not [error for error in raised.value.errors if "template" in error.what]


@pytest.mark.parametrize("word", ["percent_change", "multiple", "ratio"])
def test_of_a_negative_value_there_is_no_percentage_and_no_multiple(word: str) -> None:
    past, latest = ({"value": value, "unit": "億円", "period": period} for value, period in ((-4, "2017年"), (-8, "2022年")))
    value = {"id": "balance", "name": "収支", "past": past, "latest": latest}
    page: Any = {"id": "p", "messages": [f"{{{{ balance.{word} }}}}"], "values": [value]}
    with pytest.raises(DocgenError, match="収支 was negative"):
        Deck().add(Indicator(id="I-1", name="指標", category="reference", pages=(page,)))


def test_braces_in_full_width_letters_are_refused(tmp_path: Path) -> None:
    error = the_error(tmp_path, own="割合は｛｛ share.latest ｝｝")
    assert (error.code, place(error, tmp_path)[0]) == ("template-wide-braces", "indicators/I-1070.yaml")
