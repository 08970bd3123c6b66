"""Many decks: each as if built alone, whatever becomes of the others."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from support.dangerous_values import Killing, Raising
from support.prefectures import EXAMPLE, NAMES, alone, job

import docgen
from docgen import DeckJob, DeckResult
from docgen.batching.manifest import NAME


def built(jobs: list[DeckJob]) -> list[str]:
    """The statuses of jobs that run one after the other, in a thread."""
    with ThreadPoolExecutor(1) as executor:
        return [result.status for result in docgen.build_many(jobs, executor)]


def test_processes_write_the_bytes_of_decks_built_alone(tmp_path: Path) -> None:
    told: list[DeckResult] = []
    jobs = [job(tmp_path, name) for name in NAMES[:3]]
    results = docgen.build_many(jobs, workers=2, told=told.append)
    assert [(result.job, result.status, result.slides, result.error) for result in results] == [(one, "built", 5, None) for one in jobs]
    assert sorted(told, key=results.index) == list(results)
    for name in NAMES[:3]:
        assert (tmp_path / f"{name}.pptx").read_bytes() == alone(name)
    assert {path.name for path in tmp_path.iterdir()} == {*(f"{name}.pptx" for name in NAMES[:3]), NAME}


def test_a_deck_that_fails_has_its_reason_and_stops_no_other(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "北海道"), job(tmp_path, "架空県"), job(tmp_path, "青森県")]
    with ThreadPoolExecutor(1) as executor:
        results = docgen.build_many(jobs, executor)
    assert [result.status for result in results] == ["built", "failed", "built"]
    error = results[1].error
    assert error is not None
    assert "facts.yaml:2:10: no row" in str(error)
    assert not Path(jobs[1].output).exists()


def test_what_nobody_foresees_is_the_reason_of_its_own_deck_alone(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        results = docgen.build_many([job(tmp_path, Raising("北海道"), "a.pptx"), job(tmp_path, "青森県")], executor)
    assert [result.status for result in results] == ["failed", "built"]
    assert results[0].error is not None
    assert results[0].error.code == "batch-deck-raised"
    assert "RuntimeError: no such luck" in str(results[0].error)


def test_a_process_that_is_killed_costs_no_deck_but_the_one_that_kills_each_time(tmp_path: Path) -> None:
    once, always = Killing("北海道", tmp_path / "killed"), Killing("岩手県")
    jobs = [job(tmp_path, once, "北海道.pptx"), job(tmp_path, "青森県"), job(tmp_path, always, "a.pptx")]
    results = docgen.build_many(jobs, workers=2)
    assert (tmp_path / "killed").exists()
    assert [result.status for result in results] == ["built", "built", "failed"]
    assert results[2].error is not None
    assert results[2].error.code == "batch-worker-lost"
    assert [(tmp_path / f"{name}.pptx").read_bytes() for name in NAMES[:2]] == [alone(name) for name in NAMES[:2]]


def test_decks_that_an_executor_of_the_caller_lost_are_built_in_the_next_run(tmp_path: Path) -> None:
    jobs = [job(tmp_path, Killing("青森県", tmp_path / "killed"), "青森県.pptx"), job(tmp_path, "岩手県")]
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        lost = docgen.build_many(jobs, pool)
    assert {result.error.code for result in lost if result.error} == {"batch-worker-lost"}
    assert built(jobs) == ["built", "built"]


def test_only_decks_whose_inputs_changed_are_built_again(tmp_path: Path) -> None:
    content = shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    jobs = [replace(job(tmp_path / "out", name), content=content) for name in NAMES[:2]]
    assert built(jobs) == ["built", "built"]
    assert built(jobs) == ["unchanged", "unchanged"]
    other = replace(jobs[0], parameters={"name": "秋田県"})
    assert built([other, jobs[1]]) == ["built", "unchanged"]
    assert Path(other.output).read_bytes() == alone("秋田県")
    assert built([replace(jobs[0], layout="mext"), jobs[1]]) == ["built", "unchanged"]
    table = content / "data" / "research.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("沖縄県,2023,", "沖縄県,2023,1"), encoding="utf-8")
    assert built(jobs) == ["built", "built"]


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"edited")])
def test_a_deck_that_is_gone_or_other_than_written_is_built_again(tmp_path: Path, spoil: object) -> None:
    jobs = [job(tmp_path, name) for name in NAMES[:2]]
    built(jobs)
    assert callable(spoil)
    spoil(Path(jobs[0].output))
    assert built(jobs) == ["built", "unchanged"]
    assert Path(jobs[0].output).read_bytes() == alone(NAMES[0])


@pytest.mark.parametrize("text", ["", "[]", '{"decks": {"北海道.pptx": {}}}', '{"decks": []}'])
def test_a_manifest_that_is_spoilt_tells_of_no_deck(tmp_path: Path, text: str) -> None:
    jobs = [job(tmp_path, NAMES[0])]
    built(jobs)
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert built(jobs) == ["built"]
    assert set(json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["decks"]) == {"北海道.pptx"}


def test_the_year_before_is_an_input_as_well(tmp_path: Path) -> None:
    before = shutil.copytree(EXAMPLE / "content", tmp_path / "before")
    main = before / "compendium.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("fiscal_year: 2023", "fiscal_year: 2022"), encoding="utf-8")
    jobs = [replace(job(tmp_path, "北海道"), previous=before)]
    assert [built(jobs), built(jobs)] == [["built"], ["unchanged"]]
    main.write_text(f"{main.read_text(encoding='utf-8')}# 訂正\n", encoding="utf-8")
    assert built(jobs) == ["built"]


def test_two_jobs_with_one_output_are_refused_before_anything_is_built(tmp_path: Path) -> None:
    class Refusing(Executor):
        def submit(self, *_: object, **__: object) -> object:  # type: ignore[override]
            raise AssertionError

    with pytest.raises(docgen.DocgenError, match="two decks would be written"):
        docgen.build_many([job(tmp_path, "北海道", "a.pptx"), job(tmp_path / "x" / "..", "青森県", "a.pptx")], Refusing())
