"""The commands of forms: what they print, when they write, and their exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.filled_forms import fill
from support.small_folder import FILES, make_folder

from docgen.cli import form_import, main
from docgen.pipeline import roll

ANSWERS = {"values/I-1065/deaths": {"value": 2678, "period": "2023年", "remark": "速報値"}}


def run(*arguments: str | Path, reply: str | None = None) -> Result:
    """The outcome of a command; what a user can cause is never an exception."""
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=reply)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = FILES["compendium.yaml"].replace("  - id: a2\n", "  - id: a2\n    responsible: 研究開発課\n")
    return make_folder(tmp_path / "fy2023", compendium=plan)


@pytest.fixture
def form(folder: Path) -> Path:
    path = folder.parent / "form.xlsx"
    assert run("form", "export", folder, "-o", path).exit_code == 0
    return fill(path, ANSWERS)


def deaths(folder: Path) -> str:
    return (folder / "data" / "deaths.csv").read_text(encoding="utf-8").splitlines()[-1]


def test_export_says_how_many_rows_there_are(folder: Path) -> None:
    path = folder.parent / "form.xlsx"
    result = run("form", "export", folder, "--bureau", "研究開発課", "-o", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}: 5 rows to fill in\n")


def test_export_refuses_an_unknown_bureau_and_a_form_with_answers(folder: Path, form: Path) -> None:
    assert run("form", "export", folder, "--bureau", "交通局", "-o", form).exit_code == 2
    result = run("form", "export", folder, "-o", form)
    assert result.exit_code == 2
    assert "3 cells of the form there have been filled in" in result.stderr


def test_without_a_terminal_the_changes_are_shown_and_not_written(folder: Path, form: Path) -> None:
    result = run("form", "import", form, folder)
    assert result.exit_code == 1
    assert "指標の値!G5" in result.stdout
    assert "2,610人（2022年）" in result.stdout
    assert "2,678人（2023年）" in result.stdout
    assert "remark: 速報値" in result.stdout
    assert result.stdout.endswith("1 change, 0 confirmed as they are\nnot written: say --yes to write it\n")
    assert deaths(folder) == "2022,2610,速報"


def test_yes_writes_without_asking_and_then_nothing_is_left_to_write(folder: Path, form: Path) -> None:
    result = run("form", "import", form, folder, "--yes")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "written: 2 files")
    assert deaths(folder) == "2023,2678,"
    assert run("form", "import", form, folder).exit_code == 0


@pytest.mark.parametrize(("reply", "status", "last"), [("y\n", 0, "2023,2678,"), ("n\n", 1, "2022,2610,速報"), ("\n", 1, "2022,2610,速報")])
def test_at_a_terminal_it_is_asked_first(
    folder: Path, form: Path, monkeypatch: pytest.MonkeyPatch, reply: str, status: int, last: str
) -> None:
    monkeypatch.setattr(form_import, "can_ask", lambda: True)
    result = run("form", "import", form, folder, reply=reply)
    assert "Write these changes into the content?" in result.stdout
    assert (result.exit_code, deaths(folder)) == (status, last)


def test_what_is_wrong_is_told_with_status_2_and_nothing_is_written(folder: Path, form: Path) -> None:
    fill(form, {"values/I-1065/deaths": {"value": "不明"}})
    result = run("form", "import", form, folder, "--yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{form}!指標の値!G5: '不明' is not a number")
    assert deaths(folder) == "2022,2610,速報"


def test_programs_are_told_the_changes_and_whether_they_are_written(folder: Path, form: Path) -> None:
    shown = run("form", "import", form, folder, "--format", "json")
    answer = json.loads(shown.stdout)
    assert (shown.exit_code, answer["written"], answer["files"]) == (1, False, ["data/deaths.csv", "indicators/I-1065.yaml"])
    assert answer["changes"] == [
        {
            "file": str(form),
            "sheet": "指標の値",
            "row": 5,
            "column": 7,
            "cell": "G5",
            "name": "I-1065 交通事故死者数",
            "field": "value",
            "before": "2,610人（2022年）",
            "after": "2,678人（2023年）",
            "remark": None,
        }
    ]
    assert [notice["code"] for notice in answer["notices"]] == ["form-remark"]
    written = run("form", "import", form, folder, "--format", "json", "--yes")
    assert (written.exit_code, json.loads(written.stdout)["written"]) == (0, True)


def test_what_a_terminal_shows_is_one_language(folder: Path, form: Path) -> None:
    shown = run("form", "import", form, folder, "--lang", "ja").stdout
    assert "項目" in shown
    assert "変更1件、据え置きの確認0件" in shown
    assert "change" not in shown


def test_the_answers_of_the_work_list_come_in_as_those_of_a_form(folder: Path) -> None:
    target, book = folder.parent / "fy2024", folder.parent / "todo.xlsx"
    roll(folder, target)
    assert run("todo", target, "-o", book).exit_code == 0
    fill(book, {"values/I-1065/deaths": {"value": 2678}, "budgets/moon/2024": {"confirm": "据え置き"}})
    assert run("form", "import", book, target, "--yes").exit_code == 0
    assert deaths(target) == "2023,2678,"
    assert "moon/2024" not in (target / "carried_over.yaml").read_text(encoding="utf-8")
    refused = run("todo", target, "-o", book)
    assert refused.exit_code == 2
    assert "docgen form import" in refused.stderr
