"""docgen kinds: the kinds of slide, and how each is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.every_case import every_case
from support.real_deck import ROOT

from docgen.cli import main
from docgen.slides.registry import registry


def run(*arguments: str | Path, language: str = "en") -> Result:
    return CliRunner(env={"DOCGEN_LANG": language}).invoke(main, [str(each) for each in arguments])


def test_each_kind_is_listed_in_a_line_with_its_name_and_purpose() -> None:
    lines = run("kinds").stdout.splitlines()
    assert sorted(line.split()[0] for line in lines) == sorted(registry())
    assert next(line for line in lines if line.startswith("ranking")).split(maxsplit=2)[1:] == [
        "順位表",
        "a long, narrow table in two halves",
    ]


@every_case("kind", registry())
def test_a_kind_is_told_with_its_keys_and_its_example(kind: str) -> None:
    result = run("kinds", kind)
    assert result.exit_code == 0
    (example,) = (ROOT / "docgen" / "kinds" / "examples").glob(f"{kind}.*")
    assert result.stdout.endswith(f"Example\n\n{example.read_text(encoding='utf-8')}")


def test_in_japanese_every_word_but_keys_and_values_is_japanese() -> None:
    told = run("kinds", "施策チャート", language="ja").stdout.split("\n例\n")[0]
    assert "キー（*は必須）" in told
    assert re.findall(r"[a-z]+ [a-z]+ [a-z]+", told) == []


def test_an_unknown_kind_ends_with_status_2_and_all_kinds() -> None:
    result = run("kinds", "measures_chart")
    assert result.exit_code == 2
    assert all(kind in result.stderr for kind in registry())
    assert "did you mean 'measure_chart'?" in result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert run("new", tmp_path / "new").exit_code == 0
    return tmp_path / "new"


def test_an_unknown_kind_of_a_page_is_refused_with_all_kinds_that_a_page_may_have(folder: Path) -> None:
    page = folder / "pages" / "rd-expenditure.yaml"
    page.write_text(page.read_text(encoding="utf-8").replace("kind: 図のページ", "kind: chartpage", 1), encoding="utf-8")
    error = run("check", folder).stderr
    assert "there is no kind of page 'chartpage'" in error
    assert "did you mean 'chart_page'?" in error
    assert all(kind in error for kind, builder in registry().items() if builder.record is not None)


def test_an_unknown_kind_in_the_plan_is_refused_with_all_kinds_of_the_plan(folder: Path) -> None:
    plan = folder / "compendium.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("{kind: 目次}", "{kind: content}\n      - {kind: chart_page}"), encoding="utf-8")
    error = run("build", folder, "-o", folder.parent / "deck.pptx").stderr
    assert "there is no kind of page 'content'" in error
    assert "did you mean 'contents'?" in error
    assert all(kind in error for kind in ("cover", "additional_overview", "no_data"))
    assert "shown by its id: {page: rd-expenditure}" in error
