"""The command ``docgen bind``: it shows, and writes where that is asked for."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.processes import ROOT

from docgen.cli import main

PLAIN = "    - 交通事故死者数は2,610人（2022年）、研究者は12人。\n"
BOUND = "    - '交通事故死者数は{{ traffic_deaths.latest.dated }}、研究者は12人。'\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = shutil.copytree(ROOT / "content" / "starter", tmp_path / "content")
    path = content / "findings" / "social-issues.yaml"
    old = "    - 交通事故死者数は{{ traffic_deaths.latest.dated }}と、減少が続いている。\n"
    path.write_text(path.read_text("utf-8").replace(old, PLAIN), encoding="utf-8")
    return content


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def finding(folder: Path) -> str:
    return (folder / "findings" / "social-issues.yaml").read_text("utf-8")


def test_the_changes_are_shown_and_nothing_is_written(folder: Path) -> None:
    result = run("bind", folder)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["--- findings/social-issues.yaml", "+++ findings/social-issues.yaml"]
    assert lines[3:5] == [f"-{PLAIN}".rstrip(), f"+{BOUND}".rstrip()]
    where = f"{folder}/findings/social-issues.yaml:6:7"
    assert lines[5:] == [
        f"{where}: '12人' in '…10人（2022年）、研究者は12人。' is nowhere in the data",
        "1 number bound, 0 ambiguous, 1 not in the data",
        "not written: say --write to write it",
    ]
    assert PLAIN in finding(folder)


def test_with_write_they_are_written_and_then_nothing_is_left(folder: Path) -> None:
    result = run("bind", folder, "--write")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "written: 1 file")
    assert BOUND in finding(folder)
    again = run("bind", folder)
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (0, "0 numbers bound, 0 ambiguous, 1 not in the data")


def test_for_programs_each_number_has_its_place_and_what_it_means(folder: Path) -> None:
    result = run("bind", folder, "--format", "json")
    said = json.loads(result.stdout)
    (one,) = said["bindings"]
    assert (one["number"], one["expression"]) == ("2,610人", "traffic_deaths.latest.dated")
    assert (one["file"], one["line"]) == (f"{folder}/findings/social-issues.yaml", 6)
    assert [number["number"] for number in said["unbound"]] == ["12人"]
    assert (said["files"], said["written"]) == (["findings/social-issues.yaml"], False)


def test_a_folder_that_is_not_there_is_told_with_status_2(tmp_path: Path) -> None:
    result = run("bind", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (2, "")


def test_what_is_not_bound_is_on_the_work_list_until_it_is_accepted(folder: Path) -> None:
    run("bind", folder, "--write")
    where = f"{folder}/findings/social-issues.yaml:6:7"
    (line, total) = run("todo", folder).stdout.splitlines()
    assert line == f"{where}: finding-traffic: take '12人' from the data (docgen bind), or accept it [findings/finding-traffic]"
    assert total == "1 item (typed numbers 1)"
    breaches = json.loads(run("check", folder, "--format", "json").stdout)
    number = next(breach["number"] for breach in breaches if breach["code"] == "literal-number")
    accepted = run("check", folder, "--accept", str(number), "--reason", "調査に基づく", "--by", "統計担当")
    assert accepted.exit_code == 0, accepted.output
    assert run("todo", folder).stdout == "0 items\n"
