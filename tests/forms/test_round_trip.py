"""The form's round trip: forty cells come back, and exactly those values of the folder change; the rest is said."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.filled_forms import Answers, delete_row, fill, sent, sort_rows
from support.processes import ROOT

from docgen.forms.exchange import export_form, import_forms
from docgen.forms.importing import FormImport
from docgen.pipeline import load

# Forty answers: numbers as Excel has them, as text, full-width, with a unit; periods, states, texts, confirmations.
VALUES: Answers = {
    "values/I-1060/ai": {"value": "１，８００"},
    "values/I-1060/biotechnology": {"value": "2,500億円"},
    "values/I-1060/quantum": {"value": 1200},
    "values/I-1060/materials": {"value": "1兆3,500億円"},
    "values/I-1065/traffic_deaths": {"value": "2,678人", "period": "2023年"},
    "values/I-1065/self_sufficiency_calorie": {"value": 38.5, "period": "2023年度"},
    "values/I-1065/self_sufficiency_value": {"value": 62, "period": "2023"},
    "values/I-1065/fishery_exports": {"value": 3900},
    "values/I-1065/forestry_exports": {"value": "６４０億円"},
    "values/I-1065/agricultural_exports": {"value": "8,900"},
    "values/I-1070/co_authored_share": {"value": 47.9},
}
MEASURES: Answers = {
    "measures/measures-1-strategy/M1": {"text": "「総合知ポータルサイト」の開設"},
    "measures/measures-1-strategy/M3": {"status": "新規・大幅拡充"},
    "measures/measures-1-strategy/M4": {"status": "今後実施"},
    "measures/measures-1-strategy/M7": {"status": "今後実施"},
    "measures/measures-1-strategy/M8": {"confirm": "据え置き"},
    "measures/measures-1-strategy/M10": {"status": "示さない"},
    "measures/measures-1-strategy/M11": {"text": "「G空間行動プラン2022」の決定と実施"},
    "measures/measures-1-strategy/M9": {"text": "「検討」: 次期の課題 # 案", "status": "示さない"},
}
BUDGETS: Answers = {
    f"budgets/{line}/{year}": {"value": value}
    for line, year, value in (
        ("nuclear-cooperation", 2022, 55),
        ("nuclear-cooperation", 2023, "110"),
        ("nuclear-cooperation", 2024, "１４１．５"),
        ("moonshot", 2022, "3,000"),
        ("geospatial-library", 2022, "△5"),
        ("loneliness-measures", 2023, 12),
        ("rd-outcomes-acceleration", 2023, "46億円"),
    )
}
PRECEDENTS: Answers = {
    "texts/precedents/precedent-1-cocn/outline/2/text": {"text": "創造推進費の維持・拡大を主張している。", "remark": "確認済み"},
    "texts/precedents/precedent-1-cocn/outline/0/text": {"text": "本提言は、創造推進費の在り方を取り上げる。"},
    "texts/precedents/precedent-1-cocn/outline/1/text": {"confirm": "据え置き"},
    "texts/precedents/precedent-1-cocn/excerpt/investment/points/0/text": {"text": "産学官の連携を設計する。"},
    "texts/precedents/precedent-1-cocn/excerpt/implementation/points/0/text": {"text": "社会実装を定義する。"},
    "texts/precedents/precedent-1-cocn/excerpt/expectations/points/0/text": {"text": "- CSTIが配分できる予算を得た。"},
    "texts/precedents/precedent-1-cocn/excerpt/investment/points/1/text": {"text": "産業界は、関心を発信する。\n国も発信する。"},
}
TEXTS: Answers = {
    "texts/indicators/I-1065/pages/mobility/notes/0/text": {"text": "区分は、SAEの6段階に準拠。"},
    "texts/indicators/I-1065/pages/food/notes/3/text": {"text": "食料自給率の最新年度は概算値。"},
    "texts/pages/summary-strategy/questions/0/statements/sip2/text": {"text": "SIP第2期は、成果を発表済み。"},
    "texts/measure_notes/0/text": {"text": "統合イノベーション戦略の施策を掲載。"},
}
FRONT: Answers = {"front/published": {"period": "2024年3月"}}
ANSWERS = {**VALUES, **MEASURES, **BUDGETS, **PRECEDENTS, **TEXTS, **FRONT}

CONFIRMED = (
    "I-1070 我が国の被引用数Top1%補正論文中の国際共著論文数の割合（全分野、分数カウント）",
    "① 共創の場形成支援プログラムにおける新拠点の採択・…",
    "① 「未来ロボティクスエンジニア育成協議会」における…",
    "本文「創造推進費を、第6期科学技術・イノベーション基本…」",
)
_EXPECTED = Path(__file__).with_name("forty_answers.diff")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of both years' content."""
    for year in ("fy2022", "fy2023"):
        shutil.copytree(ROOT / "content" / year, tmp_path / "content" / year)
    return tmp_path / "content" / "fy2023"


@pytest.fixture(scope="module")
def answered_form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form of the whole content with the forty answers; a test copies it."""
    compendium = load(ROOT / "content" / "fy2023", ROOT / "content" / "fy2022")
    return fill(sent(compendium, tmp_path_factory.mktemp("answered") / "form.xlsx"), ANSWERS)


def answered(content: Path, *forms: Path) -> FormImport:
    return import_forms(forms, content, content.parent / "fy2022")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """The lines that differ, file by file, as diff shows them."""
    lines: list[str] = []
    for name in sorted({*before, *after}):
        old, new = (found.get(name, b"").decode().splitlines(keepends=True) for found in (before, after))
        lines += difflib.unified_diff(old, new, name, name, n=0)
    return re.sub(r"^@@.*$", "@@", "".join(lines), flags=re.MULTILINE)


def test_forty_cells_filled_with_a_library_change_exactly_those_values(content: Path, answered_form: Path, tmp_path: Path) -> None:
    before = files(content)
    form = Path(shutil.copy(answered_form, tmp_path))
    sent_back = form.read_bytes()
    assert sum(len(cells) for cells in ANSWERS.values()) >= 40
    answers = answered(content, form)
    assert files(content) == before
    answers.write()
    assert differences(before, files(content)) == _EXPECTED.read_text(encoding="utf-8")
    assert answers.confirmed == CONFIRMED
    assert [notice.code for notice in answers.notices] == ["form-remark"]
    assert form.read_bytes() == sent_back


@pytest.mark.libreoffice
def test_forms_that_libreoffice_saved_with_rows_sorted_and_a_row_deleted_come_back_alike(
    content: Path, answered_form: Path, tmp_path: Path, saved_by_libreoffice: Callable[[Path], Path]
) -> None:
    before = files(content)
    form = Path(shutil.copy(answered_form, tmp_path))
    sort_rows(form, "指標の値", "施策", "予算", "先行調査")
    delete_row(form, "values/I-1062/overall_rank")
    answers = answered(content, saved_by_libreoffice(form))
    answers.write()
    assert differences(before, files(content)) == _EXPECTED.read_text(encoding="utf-8")
    assert sorted(answers.confirmed) == sorted(CONFIRMED)
    assert sorted(notice.code for notice in answers.notices) == ["form-remark", "form-row-deleted"]


def with_bureaus(content: Path) -> Path:
    """The content with a bureau for each of its sections on indicators, measures and prior studies."""
    plan = content / "compendium.yaml"
    text = plan.read_text(encoding="utf-8")
    for section, bureau in (("a1", "指標担当"), ("a2", "施策担当"), ("a3", "調査担当")):
        text = text.replace(f"  - id: {section}\n", f"  - id: {section}\n    responsible: {bureau}\n")
    plan.write_text(text, encoding="utf-8")
    return content


def test_the_forms_of_two_bureaus_come_in_at_once(content: Path, tmp_path: Path) -> None:
    compendium = load(with_bureaus(content), content.parent / "fy2022")
    forms, changed = [], 0
    for bureau, own in (("指標担当", VALUES), ("調査担当", PRECEDENTS)):
        ids = {row.id for _, row in export_form(compendium, bureau).form.rows}
        assert set(own) <= ids
        assert not ids & set(MEASURES)
        forms.append(fill(sent(compendium, tmp_path / f"{bureau}.xlsx", bureau), own))
        changed += len(own)
    answers = answered(content, *forms)
    assert len(answers.changes) + len(answers.confirmed) == changed
    assert {Path(change.where.file).stem for change in answers.changes} == {"指標担当", "調査担当"}
