"""What would otherwise be silent is a notice with its place: unshown records, unused data, entries without pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.real_deck import fy2023, ready_fy2023
from support.small_folder import FILES, make_folder

import docgen
from docgen.breach import Breach
from docgen.checks.unshown_rules import RULES
from docgen.derive import derive
from docgen.errors import Position

MAIN = "compendium.yaml"


def notices(root: Path) -> list[Breach]:
    compendium = docgen.load(root)
    ready = derive(compendium)
    return [breach for rule in RULES for breach in rule(compendium, ready)]


def changed(root: Path, file: str, *changes: tuple[str, str]) -> Path:
    """The small folder with passages of one file replaced; each must be there once."""
    make_folder(root)
    text = FILES.get(file, "")
    for old, new in changes:
        assert text.count(old) == 1 or old == ""
        text = text.replace(old, new) if old else text + new
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_text(text, encoding="utf-8")
    return root


def said(breach: Breach, root: Path) -> str:
    where = breach.where
    place = f"{Path(where.file).relative_to(root)}:{where.line}" if isinstance(where, Position) else Path(str(where)).name
    return f"{place} {breach.what}"


def test_nothing_is_said_where_every_record_is_shown(tmp_path: Path) -> None:
    assert notices(make_folder(tmp_path)) == []


def test_nothing_in_the_first_compendium_goes_unshown() -> None:
    ready = ready_fy2023()
    assert [str(breach) for rule in RULES for breach in rule(fy2023(), ready)] == []


# What is changed in which file, and what is said of it.
CASES = {
    "an indicator that no element names": (
        (MAIN, ("      - {indicator: I-1070}\n", "")),
        ["indicators/I-1070.yaml:1 no page shows the indicator 'I-1070'"],
    ),
    "a page of an indicator": (
        (MAIN, ("{indicator: I-1065, viewpoints: [年齢別]}", "{indicator: I-1065, pages: [traffic]}")),
        ["indicators/I-1065.yaml:33 no page shows the page 'I-1065/more'"],
    ),
    "a measure chart": (
        (MAIN, ("pages: [{run: measure_charts}]", "pages: [{kind: divider}]")),
        ["measures/measures-1.yaml:1 no page shows the measure chart 'measures-1'"],
    ),
    "a prior study": (
        (MAIN, ("{kind: divider}, {run: precedents}", "{kind: divider}")),
        ["precedents/study-1.yaml:1 no page shows the precedent 'study-1'"],
    ),
    "a finding": (
        (MAIN, ("          - {kind: indicator_overview, item: strategy}\n", "")),
        ["findings/strategy.yaml:1 no page shows the finding 'deaths-fall'"],
    ),
    "a candidate": (
        ("candidates/c.yaml", ("", "- {id: ai, element: foresight, number: 1, name: AI}\n")),
        ["candidates/c.yaml:1 no page shows the candidate 'ai'"],
    ),
    "a page of its own": (
        (
            "pages/p.yaml",
            ("", "kind: text_page\nid: p\ntitle: 頁\npanels: [{id: a, heading: 甲, points: [乙]}]\n"),
        ),
        ["pages/p.yaml:1 no page shows the page 'p'"],
    ),
    "a budget line": (
        ("budget_lines.yaml", ("", "- {id: sun, name: 月面探査, data: budgets}\n")),
        ["budget_lines.yaml:2 nothing uses the budget line 'sun'"],
    ),
    "a dataset": (
        ("data.yaml", ("", "- {id: twice, file: data/scores.csv}\n")),
        ["data.yaml:4 nothing uses the dataset 'twice'"],
    ),
    "a source": (
        ("sources.yaml", ("", "- {id: nobody, text: 白書}\n")),
        ["sources.yaml:3 nothing uses the source 'nobody'"],
    ),
    "a file": (("data/more.csv", ("", "a\n1\n")), ["more.csv data.yaml does not name the file data/more.csv"]),
    "an analysis item and its element": (
        (
            MAIN,
            ("  - {id: strategy, number: 1, name: 戦略策定}\n", "  - {id: strategy, number: 1, name: 戦略策定}\n  - {id: b, number: 2, name: 乙}\n"),
            ("  - {id: foresight, item: strategy,", "  - {id: foresight, item: b,"),
        ),
        ["compendium.yaml:9 no page shows the analysis item 'b'", "compendium.yaml:17 no page shows the logic element 'foresight'"],
    ),
    "a run": (
        (MAIN, ("          - {run: indicators, item: strategy}\n", "          - {run: indicators, item: strategy}\n          - {run: candidates}\n")),
        ["compendium.yaml:34 this entry yields no page"],
    ),
    "a run of what was shown before": (
        (MAIN, ("          - {run: indicators, item: strategy}\n", "          - {run: indicators, item: strategy}\n          - {run: indicators}\n")),
        ["compendium.yaml:34 this entry yields no page"],
    ),
    "a category that is ordered": (
        (
            "indicators/I-1065.yaml",
            ("        x_suffix: 年\n", "        x_suffix: 年\n        x_order: [令和4年, 2002]\n"),
        ),
        ["indicators/I-1065.yaml:27 no row of data/deaths.csv has the category '2002' of x_order"],
    ),
    "a condition": (
        (
            "indicators/I-1065.yaml",
            ("        x_suffix: 年\n", "        x_suffix: 年\n        where: {year: [2021, 令和4年, 2032]}\n"),
        ),
        ["indicators/I-1065.yaml:27 no row of data/deaths.csv has '2032' in column 'year'"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_would_be_silent_is_said_with_its_place(case: str, tmp_path: Path) -> None:
    (file, *changes), expected = CASES[case]
    root = changed(tmp_path, str(file), *changes)  # type: ignore[arg-type]
    if case == "a page of an indicator":
        with (root / "indicators/I-1065.yaml").open("a", encoding="utf-8") as indicator:
            indicator.write("  - {id: more, definition: [定義]}\n")
    found = notices(root)
    assert [said(breach, root) for breach in found] == expected
    assert {breach.level for breach in found} == {"notice"}


def test_what_a_sentence_names_and_what_a_statement_rests_on_is_used(tmp_path: Path) -> None:
    root = changed(tmp_path, "budget_lines.yaml", ("", "- {id: sun, name: 月面探査, data: budgets}\n"))
    chart = root / "measures/measures-1.yaml"
    chart.write_text(chart.read_text(encoding="utf-8").replace('budgets["moon"][2023]', 'budgets["sun"][2023]'), encoding="utf-8")
    assert notices(root) == []
