"""``docgen trace``: the tree, its form for programs, and a name that nothing has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.small_folder import make_folder

from docgen.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Path(".")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["trace", *map(str, arguments)])


def test_the_tree_names_each_step_its_place_and_the_cells_that_it_reads(folder: Path) -> None:
    result = run(folder, "deaths-fall")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "finding deaths-fall: 社会課題関連指標 [findings/strategy.yaml:1:3]",
        "├─ sentence: 死者数は29.3%減少。 [findings/strategy.yaml:5:7]",
        "│  ├─ data/deaths.csv:2:6 deaths = 3694 (警察庁「交通事故統計」)",
        "│  └─ data/deaths.csv:7:6 deaths = 2610",
        "└─ page I-1065/traffic: 社会課題関連指標 [indicators/I-1065.yaml:5:5]",
        "   ├─ sentence: 死者数は3,694人から2,610人に減少 [indicators/I-1065.yaml:7:9]",
        "   │  ├─ data/deaths.csv:2:6 deaths = 3694 (警察庁「交通事故統計」)",
        "   │  └─ data/deaths.csv:7:6 deaths = 2610",
        "   ├─ value I-1065/deaths: 交通事故死者数 [indicators/I-1065.yaml:9:9]",
        "   │  ├─ data/deaths.csv:2:6 deaths = 3694 (警察庁「交通事故統計」)",
        "   │  └─ data/deaths.csv:7:6 deaths = 2610",
        "   ├─ figure I-1065/traffic/deaths: 交通事故死者数の推移 [indicators/I-1065.yaml:22:9]",
        "   │  └─ data/deaths.csv:2-7 deaths (6) (警察庁「交通事故統計」)",
        "   └─ source npa: 警察庁「交通事故統計」 [sources.yaml:1:3]",
    ]


def test_for_programs_each_step_and_each_cell_has_its_place(folder: Path) -> None:
    step = json.loads(run(folder, "deaths-fall", "--format", "json").stdout)
    assert (step["kind"], step["id"], step["file"], step["line"]) == ("finding", "deaths-fall", "findings/strategy.yaml", 1)
    sentence, page = step["rests_on"]
    assert sentence["reads"][0] == {
        "file": "data/deaths.csv",
        "line": 2,
        "column": 6,
        "column_name": "deaths",
        "text": "3694",
        "source": "警察庁「交通事故統計」",
    }
    assert page["id"] == "I-1065/traffic"


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_nothing_has_ends_with_status_2_and_names_like_it(folder: Path, form: str) -> None:
    result = run(folder, "I-1065/death", "--format", form)
    assert result.exit_code == 2
    assert "did you mean 'I-1065/deaths'" in result.stdout + result.stderr
