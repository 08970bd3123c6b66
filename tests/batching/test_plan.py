"""Plans: which decks they name, and what is wrong with them, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.prefectures import EXAMPLE, copied

import docgen
from docgen.batching.plan import read_plan


def written(folder: Path, text: str) -> Path:
    copied(folder)
    path = folder / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_names_a_deck_for_each_of_the_47_prefectures() -> None:
    jobs = read_plan(EXAMPLE / "plan.yaml")
    assert len(jobs) == 47
    assert jobs[1] == docgen.DeckJob(
        EXAMPLE / "content", EXAMPLE / "out" / "02-青森県.pptx", "cabinet-office", parameters={"name": "青森県"}
    )


def test_contents_layouts_tables_and_lists_are_multiplied(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "content: [content]\nlayouts: [cabinet-office, meti]\nfor:\n  place: prefectures.csv\n  kind: [甲, 乙]\n"
        "output: out/{layout}/{code}-{kind}.pptx\n",
    )
    names = [Path(job.output).relative_to(tmp_path / "out").as_posix() for job in read_plan(path)]
    assert len(names) == 20
    assert names[:3] == ["cabinet-office/01-甲.pptx", "cabinet-office/01-乙.pptx", "cabinet-office/02-甲.pptx"]
    assert names[-1] == "meti/05-乙.pptx"


def test_a_plan_of_one_deck_needs_no_loop(tmp_path: Path) -> None:
    (job,) = read_plan(written(tmp_path, "content: content\nparameters: {name: 青森県}\nprevious: before\noutput: '{name}.pptx'\n"))
    assert (job.output, job.parameters, job.previous) == (tmp_path / "青森県.pptx", {"name": "青森県"}, tmp_path / "before")


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("- content\n", "1:1", "the plan has no keys"),
        ("content: content\nfor: {p: prefectures.csv}\noutput: a\nlayout: mext\n", "4:1", "unknown key 'layout'\n  expected: one of content, output, layouts, for, parameters, previous"),
        ("content: content\nfor: {p: prefecture.csv}\noutput: out/{code}.pptx\n", "2:10", "there is no data file 'prefecture.csv'"),
        ("content: content\nfor: {name: []}\noutput: out/{name}.pptx\n", "2:13", "'name' has no values"),
        ("content: content\nfor: {p: prefectures.csv, name: [甲]}\noutput: out/{code}.pptx\n", "2:33", "stands for two things"),
        ("content: content\nfor: {p: prefectures.csv}\noutput: out/{cod}.pptx\n", "3:9", "the output names 'cod'"),
        ("content: content\nfor: {name: [a/b]}\noutput: out/{name}.pptx\n", "3:9", "cannot be a part of a file's name"),
        ("content: content\nfor: {name: ['..']}\noutput: '{name}/a.pptx'\n", "3:9", "cannot be a part of a file's name"),
        ("content: content\nfor: {p: prefectures.csv}\noutput: out/a.pptx\n", "3:9", "several decks would be written to"),
        ("content: content\nfor: {code: ['01']}\noutput: out/{code}.pptx\n", "2:6", "takes a parameter 'name'"),
        ("content: content\nparameters: {name: 甲, nam: 乙}\noutput: out/a.pptx\n", "2:28", "there is no parameter 'nam'"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, place: str, what: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(docgen.DocgenError) as raised:
        read_plan(path)
    assert str(raised.value).startswith(f"{path}:{place}: ")
    assert what in str(raised.value)


def test_a_content_that_cannot_be_read_is_told_when_it_is_built(tmp_path: Path) -> None:
    (job,) = read_plan(written(tmp_path, "content: contents\noutput: a.pptx\n"))
    (result,) = docgen.build_many([job], workers=1)
    assert result.error is not None
    assert "contents" in str(result.error)
