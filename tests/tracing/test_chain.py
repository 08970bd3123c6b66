"""Traces: from a page, a sentence or a number down to the file and the row."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import fy2023, ready_fy2023
from support.small_folder import make_folder

import docgen
from docgen.errors import DocgenError, Position
from docgen.pipeline import load
from docgen.tracing.chain import trace
from docgen.tracing.step import Step
from docgen.tracing.subjects import subjects

SUMMARY = """\
id: summary
kind: overall_summary
title: まとめ
questions:
  - section: a1
    statements:
      - id: deaths
        text: '死者数は{{ values["I-1065"].deaths.latest }}に減少。'
        rests_on: [deaths-fall, I-1065/traffic]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = make_folder(tmp_path)
    (made / "pages").mkdir(exist_ok=True)
    (made / "pages" / "summary.yaml").write_text(SUMMARY, encoding="utf-8")
    return made


def told(step: Step) -> list[str]:
    return [f"{each.kind} {each.id}".strip() for each in step.walk()]


def real(identifier: str) -> Step:
    return trace(fy2023(), ready_fy2023(), identifier)


def test_a_sentence_of_a_summary_leads_over_its_finding_and_the_indicators_page_to_the_cell(folder: Path) -> None:
    step = docgen.trace(load(folder), "summary/deaths")
    assert (step.kind, step.text) == ("statement", "死者数は2,610人に減少。")
    (finding, page) = step.rests_on
    assert told(finding) == [
        "finding deaths-fall",
        "sentence",
        "page I-1065/traffic",
        "sentence",
        "value I-1065/deaths",
        "figure I-1065/traffic/deaths",
        "source npa",
    ]
    assert (page.id, page.above, page.rests_on) == ("I-1065/traffic", True, ())
    latest = step.readings[-1]
    assert latest.where == Position(str(folder / "data" / "deaths.csv"), 7, 6)
    assert (latest.column, latest.text, latest.source) == ("deaths", "2610", "警察庁「交通事故統計」")


def test_a_value_reads_its_past_and_its_latest_cell(folder: Path) -> None:
    cells = docgen.trace(load(folder), "I-1065/deaths").readings
    assert [(each.file, each.column, each.text) for each in cells] == [
        ("data/deaths.csv", "deaths", "3694"),
        ("data/deaths.csv", "deaths", "2610"),
    ]


def test_a_shape_is_traced_by_its_name_on_the_slide(folder: Path) -> None:
    figure = docgen.trace(load(folder), "I-1065/traffic/deaths")
    assert (figure.kind, len(figure.readings)) == ("figure", 6)


def test_a_value_called_as_its_page_is_has_the_name_of_both() -> None:
    assert (real("I-1069/metadata").kind, real("I-1069/metadata/metadata").kind) == ("page", "value")


@pytest.mark.parametrize(
    ("identifier", "kind", "reads"),
    [
        ("I-1065", "indicator", True),
        ("I-1065/mobility", "page", True),
        ("overview/strategy", "page", True),
        ("candidates-overview/strategy", "page", True),
        ("candidates/strategy", "page", True),
        ("sip3", "candidate", True),
        ("measures/measures-1-strategy", "measure chart", True),
        ("moonshot", "budget line", True),
        ("precedents/precedent-4-sip2-evaluation", "prior study", True),
        ("standards-1-sip3", "page", True),
        ("sip3-themes", "dataset", True),
        ("npa-traffic", "source", False),
        ("cover", "page", False),
    ],
)
def test_pages_and_records_of_every_kind_are_traced(identifier: str, kind: str, reads: bool) -> None:
    step = real(identifier)
    assert (step.kind, step.id) == (kind, identifier)
    assert any(each.readings for each in step.walk()) == reads


def test_the_first_page_of_each_kind_is_traced_to_the_cells_that_its_notes_name() -> None:
    firsts = {page.kind: page for page in reversed(ready_fy2023().pages)}
    for page in firsts.values():
        read = {(cell.file, cell.column) for step in real(page.id).walk() for cell in step.readings}
        assert {(each.file, each.column) for each in page.traces} <= read, page.id


def test_every_sentence_of_the_summaries_is_traced_to_a_cell() -> None:
    names = [name for name in subjects(fy2023(), ready_fy2023()) if name.startswith("summary-") and "/" in name]
    assert len(names) == 45
    steps = {name: real(name) for name in names}
    assert [name for name, step in steps.items() if not step.rests_on] == []
    without = [name for name, step in steps.items() if not any(each.readings for each in step.walk())]
    # This one says that there is no data, and rests on the pages that say so of each indicator.
    assert without == ["summary-standards/indicators"]


def test_a_chart_with_budget_lines_of_its_own_is_traced_to_their_amounts(folder: Path) -> None:
    chart = next((folder / "measures").glob("*.yaml"))
    own = "budget_lines:\n  - {id: own, name: 月面探査, data: budgets}\n"
    chart.write_text(chart.read_text(encoding="utf-8") + own, encoding="utf-8")
    compendium = load(folder)
    (name,) = compendium.measure_charts
    steps = {step.id: step for step in docgen.trace(compendium, name).walk()}
    assert [reading.text for reading in steps[f"{name}/own"].readings] == ["2960", "45", "4960"]


def test_a_name_that_nothing_has_is_an_error_with_the_names_most_like_it() -> None:
    with pytest.raises(DocgenError) as caught:
        real("I-1065/trafic_deaths")
    assert caught.value.what == "nothing is called 'I-1065/trafic_deaths'"
    assert str(caught.value.hint).startswith("did you mean 'I-1065/traffic_deaths', 'I-1065/traffic-deaths'")
