"""The starter content: it builds at once, explains itself in Japanese, and holds no number that FY2023 has not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from support.real_deck import CONTENT, PACKS, pack_name

import docgen
from docgen.cli import main
from docgen.model import Compendium
from docgen.starter.copied import copy_starter

STARTER = CONTENT.parent / "starter"


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compendiums") / "令和5年度"
    copy_starter(folder, lambda part: (part / ".schemas").mkdir())
    return folder


@pytest.fixture(scope="module")
def compendium(new: Path) -> Compendium:
    return docgen.load(new)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_of_the_starter_is_copied(new: Path) -> None:
    assert files(new) == files(STARTER)


def test_it_holds_what_a_beginner_looks_for(compendium: Compendium) -> None:
    assert (len(compendium.indicators), len(compendium.measure_charts), len(compendium.precedents)) == (3, 1, 1)
    assert any(dataset.file.endswith(".xlsx") for dataset in compendium.datasets.values())
    assert all(page.figures for indicator in compendium.indicators.values() for page in indicator.pages)


@pytest.mark.parametrize("pack", PACKS, ids=pack_name)
def test_it_builds_and_check_finds_nothing_in_every_pack(compendium: Compendium, pack: Path) -> None:
    assert docgen.check(compendium, pack) == ()


def test_the_command_makes_it_and_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["new", "my data"])
    assert result.exit_code == 0
    commands = re.findall(r"docgen .*", result.stdout)
    assert [command.split()[1] for command in commands] == ["build", "render", "check", "kinds"]
    assert (Path("my data") / ".vscode" / "settings.json").is_file()
    assert len(list((Path("my data") / ".schemas").iterdir())) > 5
    assert CliRunner().invoke(main, ["build", "my data"]).exit_code == 0
    assert CliRunner().invoke(main, ["new", "my data"]).exit_code == 2


def commented(file: Path) -> Iterator[bool]:
    """For each line that begins with a key: whether it, or the line before it, has a comment."""
    lines = file.read_text(encoding="utf-8").splitlines()
    for before, line in zip(["", *lines], lines, strict=False):
        yield "#" in line or before.lstrip().startswith("#")


@pytest.mark.parametrize("file", sorted(STARTER.rglob("*.yaml")), ids=lambda path: path.name)
def test_each_file_begins_with_what_it_is_for_and_explains_its_keys_in_japanese(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.match(r"# .*[ぁ-ん].*。", text)
    assert sum(commented(file)) >= 2 or len(yaml.safe_load(text)) <= 4


def numbers_of_fy2023() -> set[str]:
    found: set[str] = set()
    for file in (CONTENT / "data").glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            found.update(cell for row in csv.reader(stream) for cell in row)
    return found


def test_no_number_in_its_data_is_invented(compendium: Compendium) -> None:
    known = numbers_of_fy2023()
    cells = {cell for table in compendium.tables.values() for row in table.rows for cell in row if re.fullmatch(r"[\d.]+", cell)}
    assert len(cells) > 40
    assert cells - known == set()


def test_its_sources_are_those_of_fy2023(compendium: Compendium) -> None:
    known = {row["text"] for row in yaml.safe_load((CONTENT / "sources.yaml").read_text(encoding="utf-8"))}
    assert {source.text for source in compendium.sources.values()} <= known
    assert all(dataset.source for name, dataset in compendium.datasets.items() if name != "budgets")


def test_no_file_of_the_starter_has_the_name_that_ministries_own_workbooks_have(new: Path) -> None:
    assert sorted(path.name for path in (new / "data").glob("*.xlsx")) == ["見本データ.xlsx"]
