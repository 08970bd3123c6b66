"""Two compendia, or two decks, compared in the document's own terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation
from support.small_folder import FILES, make_folder

import docgen
from docgen.cli import main
from docgen.comparison.slide import as_slide
from docgen.errors import DocgenError
from docgen.placed import TableMark


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "old")


def edited(tmp_path: Path, *edits: tuple[str, str, str]) -> Path:
    """The small folder with passages replaced: file, old text, new text."""
    folder = make_folder(tmp_path / "new")
    for file, before, after in edits:
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text, before
        (folder / file).write_text(text.replace(before, after), encoding="utf-8")
    return folder


def lines(old: Path, new: Path) -> list[str]:
    return [str(change) for change in docgen.diff(old, new).changes]


def test_nothing_differs_from_itself(old: Path) -> None:
    assert not docgen.diff(old, old)
    assert docgen.diff(old, old).changes == ()


def test_a_value_is_told_with_its_judgements_and_page(old: Path, tmp_path: Path) -> None:
    new = edited(tmp_path, ("data/deaths.csv", "2022,2610", "2022,2636"))
    told = lines(old, new)
    assert told[0] == (
        "I-1065 交通事故死者数: 2,610人（2022年） → 2,636人（2022年）, trend ↘ unchanged, attainment on track → off track, p. 5"
    )
    assert "figure of I-1065 社会課題関連指標: 交通事故死者数 2022年 2,610 → 2,636, p. 5" in told
    assert any("死者数は3,694人から2,610人に減少 → 死者数は3,694人から2,636人に減少" in line for line in told)


def test_a_measures_status_and_text_are_told(old: Path, tmp_path: Path) -> None:
    new = edited(
        tmp_path,
        ("measures/measures-1.yaml", "status: continuing", "status: expanded"),
        ("measures/measures-1.yaml", "{id: M2, text: 国際協力の検討}", "{id: M3, text: 国際協力の推進, status: upcoming}"),
    )
    measures = [str(change) for change in docgen.diff(old, new).about("measure")]
    assert measures == [
        "measure 探査機の開発（45億円）: status continuing → expanded, p. 8",
        "measure 国際協力の推進: added, status — → upcoming, p. 8",
        "measure 国際協力の検討: dropped, p. 8",
    ]


def test_a_request_that_became_a_budget_is_told_by_its_year(old: Path, tmp_path: Path) -> None:
    new = edited(tmp_path, ("data/budgets.csv", "2024,概算要求,4960", "2024,予算額・執行額,4500"))
    (change,) = docgen.diff(old, new).about("budget")
    assert str(change) == "budget 月面探査: FY2024 requested 4,960百万円 → budgeted 4,500百万円, p. 8"


def test_pages_added_dropped_moved_and_renamed_are_told(old: Path, tmp_path: Path) -> None:
    study = FILES["precedents/study-1.yaml"].replace("study-1", "study-2").replace("number: 1", "number: 2")
    new = edited(
        tmp_path,
        ("compendium.yaml", "pages: [{kind: divider}]\n    sections:", "sections:"),
        ("compendium.yaml", "          - {kind: indicator_list, item: strategy}\n", ""),
        (
            "compendium.yaml",
            "          - {kind: indicator_overview, item: strategy}\n",
            "          - {kind: indicator_overview, item: strategy}\n          - {kind: indicator_list, item: strategy}\n",
        ),
        ("precedents/study-1.yaml", "title: 課題の評価", "title: 課題の評価結果"),
    )
    (new / "precedents" / "study-2.yaml").write_text(study, encoding="utf-8")
    pages = [(change.how, change.page) for change in docgen.diff(old, new).about("page")]
    assert pages == [
        ("moved", "indicators/strategy"),
        ("changed", "precedents/study-1"),
        ("added", "precedents/study-2"),
        ("dropped", "divider/a1"),
    ]


def test_decks_are_compared_without_their_content(old: Path, tmp_path: Path) -> None:
    new = edited(tmp_path, ("data/deaths.csv", "2022,2610", "2022,2636"))
    decks = [docgen.build(docgen.load(folder)).save(tmp_path / f"{folder.name}.pptx") for folder in (old, new)]
    assert docgen.diff(*decks) == docgen.diff(old, new)
    assert docgen.diff(decks[0], docgen.load(new)) == docgen.diff(old, new)


def test_the_command_answers_as_diff_does(old: Path, tmp_path: Path) -> None:
    new = edited(tmp_path, ("measures/measures-1.yaml", "status: continuing", "status: expanded"))
    same = CliRunner().invoke(main, ["diff", str(old), str(old)])
    other = CliRunner().invoke(main, ["diff", str(old), str(new)])
    wrong = CliRunner().invoke(main, ["diff", str(old), str(tmp_path / "missing")])
    assert (same.exit_code, other.exit_code, wrong.exit_code) == (0, 1, 2)
    assert "no differences" in same.stdout
    assert "Measures (1)\n  measure 探査機の開発（45億円）: status continuing → expanded, p. 8" in other.stdout
    assert "there is no such content folder" in wrong.stderr


def test_the_command_gives_json(old: Path, tmp_path: Path) -> None:
    new = edited(tmp_path, ("measures/measures-1.yaml", "status: continuing", "status: expanded"))
    answer = json.loads(CliRunner().invoke(main, ["diff", str(old), str(new), "--format", "json"]).stdout)
    (change,) = answer["changes"]
    assert change == {
        "subject": "measure",
        "how": "changed",
        "page": "measures/measures-1",
        "number": 8,
        "label": "measure 探査機の開発（45億円）",
        "fields": [{"name": "status", "before": "実施済・継続", "after": "新規・大幅拡充"}],
    }


def test_the_sheet_holds_all_changes_over_several_slides(old: Path, tmp_path: Path) -> None:
    new = make_folder(tmp_path / "new")
    study = FILES["precedents/study-1.yaml"]
    for number in range(2, 40):
        text = study.replace("study-1", f"study-{number}").replace("number: 1", f"number: {number}")
        (new / "precedents" / f"study-{number}.yaml").write_text(text, encoding="utf-8")
    comparison = docgen.diff(old, new)
    slides = as_slide(comparison, "cabinet_office").placed.slides
    tables = [mark for slide in slides for mark in slide.marks if isinstance(mark, TableMark)]
    assert len(slides) == len(tables) > 1
    assert sum(len(table.rows) - 1 for table in tables) == len(comparison.changes)


def test_a_page_that_grew_a_second_slide_is_not_renamed(old: Path, tmp_path: Path) -> None:
    long = "。".join("評価の結果から明らかになった点は多岐にわたり、今後の取組に反映することが望まれる" for _ in range(6))
    points = "\n".join(f"  - text: {long}{at}" for at in range(9))
    new = edited(tmp_path, ("precedents/study-1.yaml", "conclusions:\n", f"conclusions:\n{points}\n"))
    slides = [slide for slide in docgen.build(docgen.load(new)).placed.slides if slide.record == "precedents/study-1"]
    assert len(slides) > 1
    assert docgen.diff(old, new).about("page") == ()


def test_another_compendium_and_a_foreign_deck_are_refused(old: Path, tmp_path: Path) -> None:
    other = make_folder(tmp_path / "other")
    for path, name in ((other / "indicators", "I-"), (other / "precedents", "study-"), (other / "measures", "measures-")):
        for file in path.iterdir():
            file.write_text(file.read_text(encoding="utf-8").replace(f"id: {name}", f"id: X{name}"), encoding="utf-8")
    for file in (other / "compendium.yaml", *other.rglob("findings/*.yaml"), *other.rglob("I-*.yaml"), other / "precedents/study-1.yaml"):
        text = file.read_text(encoding="utf-8")
        for before, after in (("strategy", "trade"), ("I-10", "XI-10"), ("XXI", "XI")):
            text = text.replace(before, after)
        file.write_text(text, encoding="utf-8")
    (other / "findings" / "strategy.yaml").unlink()
    measures = other / "measures" / "measures-1.yaml"
    measures.write_text(measures.read_text(encoding="utf-8").replace("item: strategy", "item: trade"), encoding="utf-8")
    with pytest.raises(DocgenError, match="another compendium"):
        docgen.diff(old, other)
    with pytest.raises(DocgenError, match="not a deck"):
        docgen.diff(old, Path(__file__))


def test_hand_edits_where_nothing_else_tells_are_told_in_the_language_of_the_run(old: Path, tmp_path: Path) -> None:
    built = docgen.build(docgen.load(old)).save(tmp_path / "built.pptx")
    deck = Presentation(str(built))
    shapes = {shape.name: shape for slide in deck.slides for shape in slide.shapes}
    shapes["contents/entries"].table.cell(1, 1).text = "架空の頁"
    shapes["I-1065/traffic/notes"].text_frame.paragraphs[0].runs[0].font.bold = True
    deck.core_properties.title = "架空の表題"
    deck.save(str(tmp_path / "edited.pptx"))
    told = [change.text("ja") for change in docgen.diff(tmp_path / "built.pptx", tmp_path / "edited.pptx").changes]
    assert len(told) == 3
    assert "「目次」の表" in told[0]
    assert "架空の頁" in told[0]
    assert "（出典）警察庁「交通事故統計」」の書式" in "".join(told)
    assert any(line.startswith("全体: ") and "架空の表題" in line for line in told)
