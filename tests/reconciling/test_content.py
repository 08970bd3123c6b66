"""A content is judged by its own data: plain sentences with a number that the data has otherwise are found in their file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.real_deck import GOLDEN_PACKS, built, fy2023
from support.starter_deck import STARTER, starter_source

import docgen
from docgen.cli import main
from docgen.pipeline import source
from docgen.reconciling.bound import bound
from docgen.reconciling.content import content_judged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the starter."""
    return Path(shutil.copytree(STARTER, tmp_path / "content"))


def rewrite(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def message_of(folder: Path) -> str:
    lines = (folder / "indicators" / "I-1.yaml").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if "deaths.past" in line).partition("- ")[2].strip()


def found(folder: Path) -> list[tuple[str, str, str]]:
    """The number, what it should be and the place of each finding on a number."""
    breaches = docgen.check(docgen.load(folder))
    return [
        (breach.spot.words, str(dict(breach.message.values)["right"]), str(breach.where).rpartition("/content/")[2])
        for breach in breaches
        if breach.code == "number-not-borne-out" and breach.spot is not None
    ]


def test_a_typed_number_that_the_data_has_otherwise_is_found_at_its_line(folder: Path) -> None:
    rewrite(folder, "indicators/I-1.yaml", message_of(folder), "交通事故死者数は、2017年の3,694人から2022年の2,601人に減少。")
    [(number, right, place)] = found(folder)
    assert (number, right, place) == ("2,601人", "2,610人", "indicators/I-1.yaml:10:9")


def test_a_typed_number_that_the_data_bears_out_is_no_finding_and_is_counted(folder: Path) -> None:
    rewrite(folder, "indicators/I-1.yaml", message_of(folder), "交通事故死者数は、2017年の3,694人から2022年の2,610人に減少（29.3%減）。")
    assert found(folder) == []
    run = CliRunner().invoke(main, ["check", str(folder), "--lang", "en"])
    assert run.output.splitlines()[-1] == (
        "23 numbers in sentences: 20 borne out, 3 derived, 0 with nothing to judge them by, 0 accepted"
    )


def test_what_templates_take_of_the_data_is_borne_out_by_it() -> None:
    judged = content_judged(starter_source())
    assert judged.breaches == ()
    assert judged.coverage.row() == {"read": 23, "borne_out": 20, "derived": 3, "unsupported": 0, "accepted": 0}


def test_of_the_whole_compendium_nine_of_ten_numbers_are_borne_out_or_computed() -> None:
    judged = content_judged(source(fy2023(), built(GOLDEN_PACKS[0]).pack))
    # The data of one page is of a later edition than the compendium; the rule says so.
    assert [breach.code for breach in judged.breaches if breach.level == "error"] == []
    counts = judged.coverage.row()
    assert counts["read"] > 500
    assert (counts["borne_out"] + counts["derived"]) / counts["read"] >= 0.9


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("死者数は{{ deaths.latest }}。", "死者数は2,610人。", [(4, 10, False)]),
        ("**{{ a.latest }}**と{{ b.points }}", "3件と1.5ポイント減", [(0, 2, False), (3, 11, True)]),
        ("{{ a|share_of(b) }}を占める", "47.9%を占める", [(0, 5, True)]),
        ("2,610人である。", "2,610人である。", []),
        ("{{ a }}である。", "これは別の文。", []),
    ],
)
def test_the_characters_that_a_template_printed_are_told(
    template: str, text: str, expected: list[tuple[int, int, bool]]
) -> None:
    assert [(part.start, part.end, part.computed) for part in bound(template, text)] == expected
