"""``docgen batch``: a line for each deck, the reasons of what failed, and the same for programs."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.prefectures import NAMES, alone, copied

from docgen.cli import main


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def in_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decks are built in this process: what is told of them is the same, and no other has to start."""
    monkeypatch.setattr("docgen.batching.running._pool", ThreadPoolExecutor)


def test_prefectures_are_built_and_then_unchanged(tmp_path: Path) -> None:
    plan = copied(tmp_path, NAMES[:3])
    first = run("batch", plan, "--workers", "2")
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.splitlines()[-1] == "3 built, 0 unchanged, 0 failed"
    outputs = [tmp_path / "out" / f"{number:02}-{name}.pptx" for number, name in enumerate(NAMES[:3], 1)]
    assert sorted(line.partition("] ")[2] for line in first.stdout.splitlines()[:-1]) == [f"{path}: 5 slides" for path in outputs]
    assert [path.read_bytes() for path in outputs] == [alone(name) for name in NAMES[:3]]
    again = run("batch", plan, "--lang", "ja")
    assert again.stdout.splitlines()[0] == f"[1/3] {outputs[0]}: 変更なし"
    assert again.stdout.splitlines()[-1] == "作成0件、変更なし3件、失敗0件"


@pytest.mark.usefixtures("in_threads")
def test_a_deck_that_fails_is_told_with_its_reason_and_status_1(tmp_path: Path) -> None:
    plan = copied(tmp_path, NAMES[:2])
    with (tmp_path / "prefectures.csv").open("a", encoding="utf-8") as table:
        table.write("".join(f"{code},架空県\n" for code in range(90, 95)))
    result = run("batch", plan, "--workers", "2")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "2 built, 0 unchanged, 5 failed"
    head, *reason = result.stderr.splitlines()
    assert head.startswith(f"failed: {tmp_path}/out/9")
    assert head.endswith(" and 2 more")
    assert "no row" in reason[0]
    assert len([line for line in reason if line.startswith("failed: ")]) == 0


@pytest.mark.usefixtures("in_threads")
def test_programs_get_one_object(tmp_path: Path) -> None:
    plan = copied(tmp_path, NAMES[:1])
    with (tmp_path / "prefectures.csv").open("a", encoding="utf-8") as table:
        table.write("99,架空県\n")
    result = run("batch", plan, "--workers", "2", "--format", "json")
    answer = json.loads(result.stdout)
    assert (result.exit_code, answer["built"], answer["unchanged"], answer["failed"]) == (1, 1, 0, 1)
    good, bad = answer["decks"]
    assert good == {
        "output": str(tmp_path / "out" / "01-北海道.pptx"),
        "status": "built",
        "slides": 5,
        "content": str(tmp_path / "content"),
        "layout": "cabinet-office",
        "parameters": {"name": "北海道"},
        "errors": [],
    }
    assert (bad["status"], bad["slides"]) == ("failed", 0)
    assert {(Path(error["file"]).name, error["code"]) for error in bad["errors"]} >= {("facts.yaml", "no-such-row")}


def test_a_plan_that_is_wrong_ends_with_status_2(tmp_path: Path) -> None:
    plan = copied(tmp_path)
    plan.write_text("content: content\noutput: out/{code}.pptx\n", encoding="utf-8")
    result = run("batch", plan)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{plan}:1:10: ")


def test_workers_are_not_those_of_a_cluster(tmp_path: Path) -> None:
    result = run("batch", copied(tmp_path), "--workers", "2", "--scheduler", "tcp://127.0.0.1:1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--workers is for processes of this machine" in result.stderr
