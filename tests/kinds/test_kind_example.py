"""The example of each kind, as it is printed, makes a page of that kind in a new content folder."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support.every_case import every_case
from support.real_deck import ROOT

import docgen
from docgen.checks.check import check_placed
from docgen.kinds.catalogue import Kind, kinds_of
from docgen.kinds.example import Example, example_of, skeleton, write_example
from docgen.slides.registry import registry

KINDS = kinds_of(registry())
# What waits for data is a notice, which this kind is for.
_NOTICES = {"no_data": ["missing-data"]}


def example(kind: Kind) -> Example:
    found = example_of(kind.word)
    assert found is not None
    return found


WRITTEN = [kind for kind in KINDS if example(kind).parts]
ALONE = [kind for kind in KINDS if example(kind).language == "yaml" and not example(kind).parts]


def test_every_kind_has_an_example_and_every_example_a_kind() -> None:
    files = {path.stem for path in (ROOT / "docgen" / "kinds" / "examples").iterdir()}
    assert files == {kind.word for kind in KINDS}


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.word)
def test_an_example_builds_a_page_of_its_kind_and_check_finds_nothing(kind: Kind, tmp_path: Path) -> None:
    write_example(example(kind), tmp_path)
    compendium = docgen.load(tmp_path)
    deck = docgen.build(compendium)
    drawn = [slide.kind for slide in deck.placed.slides]
    # A page that is shown again is drawn as its own kind.
    assert kind.word in drawn or (kind.word == "repeated" and len(drawn) == 2)
    # The example's deck plan takes the place of the starter content's, whose records it does not show.
    codes = [breach.code for breach in docgen.check(compendium)]
    assert [code for code in codes if code not in ("unshown", "unused")] == _NOTICES.get(kind.word, [])


@pytest.mark.parametrize("kind", ALONE, ids=lambda kind: kind.word)
def test_the_record_of_a_figure_or_a_table_makes_a_page_by_itself(kind: Kind) -> None:
    starter = docgen.load(ROOT / "content" / "starter")
    assert kind.record is not None
    written = yaml.safe_load(example(kind).text)
    record = kind.record.model_validate({**written, "data": starter.tables[written["data"]]})
    deck = docgen.Deck().add(record).build()
    assert [slide.kind for slide in deck.placed.slides] == [kind.word]
    assert check_placed(deck.placed, deck.pack) == ()


def test_the_script_of_a_picture_runs_as_written(tmp_path: Path) -> None:
    code = (example_of("picture") or skeleton(KINDS[0])).text
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "picture.pptx").is_file()


@every_case("kind", KINDS, ids=lambda kind: kind.word)
def test_an_example_is_short_and_has_short_lines(kind: Kind) -> None:
    lines = example(kind).text.splitlines()
    assert len(lines) <= 50
    assert max(len(line) for line in lines) <= 130


def test_what_an_example_states_takes_the_place_of_the_starters_and_the_rest_stays(tmp_path: Path) -> None:
    write_example(Example("yaml", "# compendium.yaml\ntitle: 別の表題\nsections: []\n"), tmp_path)
    text = (tmp_path / "compendium.yaml").read_text(encoding="utf-8")
    stated = yaml.safe_load(text)
    assert (stated["title"], stated["sections"], stated["fiscal_year"]) == ("別の表題", [], 2023)
    assert len(re.findall(r"^title:", text, re.MULTILINE)) == 1


def test_a_packs_own_kind_has_the_keys_that_it_must_state() -> None:
    kind = next(kind for kind in KINDS if kind.word == "ranking")
    (file, text), (plan, entry) = skeleton(kind).parts
    assert (file, plan) == ("pages/example.yaml", "compendium.yaml")
    assert list(yaml.safe_load(text)) == ["kind", "id", "title", "table"]
    assert yaml.safe_load(entry)["sections"][0]["pages"] == [{"page": "example"}]
