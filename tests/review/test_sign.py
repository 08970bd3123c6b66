"""A page is signed as it is; the signature stands in accepted.yaml and expires when what the page rests on changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.small_folder import make_folder

from docgen.cli import main

PAGE = "I-1065/traffic"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--lang", "en"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "content")


def unsigned(folder: Path) -> set[str]:
    """The pages that a check tells to be unsigned."""
    lines = run("check", str(folder)).output.splitlines()
    return {line.strip().split(": ")[0].split(" ")[-1] for line in lines if "[page-unsigned]" in line}


def replace(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_without_a_signature_no_page_is_asked_for_one(folder: Path) -> None:
    assert unsigned(folder) == set()


def test_once_a_page_is_signed_the_others_are_listed(folder: Path) -> None:
    result = run("sign", PAGE, str(folder), "--as", "山田")
    assert (result.exit_code, result.output) == (0, f"{PAGE}: signed as 山田\n")
    listed = unsigned(folder)
    assert PAGE not in listed
    assert "I-1070/share" in listed
    assert "name: 山田" in (folder / "accepted.yaml").read_text(encoding="utf-8")
    assert run("sign", PAGE, str(folder), "--as", "山田").output == f"{PAGE}: signed already as it is\n"


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [("data/deaths.csv", "2021,2636", "2021,2635"), ("indicators/I-1065.yaml", "24時間以内", "30日以内")],
)
def test_a_signature_expires_with_what_the_page_rests_on(file: str, before: str, after: str, folder: Path) -> None:
    for page in (PAGE, "I-1070/share"):
        run("sign", page, str(folder), "--as", "山田")
    replace(folder, file, before, after)
    listed = unsigned(folder)
    assert PAGE in listed
    assert "I-1070/share" not in listed
    run("sign", PAGE, str(folder), "--as", "鈴木")
    assert PAGE not in unsigned(folder)
    assert (folder / "accepted.yaml").read_text(encoding="utf-8").count("page-unsigned") == 2


def test_a_signed_page_that_is_gone_is_an_error(folder: Path) -> None:
    run("sign", "I-1070/share", str(folder), "--as", "山田")
    replace(folder, "compendium.yaml", "      - {indicator: I-1070}\n", "")
    result = run("check", str(folder))
    assert result.exit_code == 1
    assert "[signed-page-gone]" in result.output


def test_a_signed_page_that_is_called_otherwise_is_told_by_its_new_name(folder: Path) -> None:
    run("sign", PAGE, str(folder), "--as", "山田")
    assert run("rename", "I-1065", "I-2065", str(folder)).exit_code == 0
    result = run("check", str(folder))
    assert result.exit_code == 1
    assert "signed the page 'I-1065/traffic', which is called 'I-2065/traffic' now" in result.output
    assert "acceptance-stale" not in result.output


@pytest.mark.parametrize(("page", "name"), [("I-9999/x", "山田"), (PAGE, " ")])
def test_what_cannot_be_signed_is_an_error_and_no_file_is_written(page: str, name: str, folder: Path) -> None:
    assert run("sign", page, str(folder), "--as", name).exit_code == 2
    assert not (folder / "accepted.yaml").exists()
