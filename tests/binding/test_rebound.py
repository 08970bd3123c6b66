"""FY2023 with every template made plain: bind gives the numbers back to what they came from, and none to anything else."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.plain_copy import Printed, plain_copy
from support.real_deck import CONTENT, ROOT, deck_bytes
from support.rebound import Rebound, altered, bound_again

import docgen
from docgen.errors import FieldPath


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[FieldPath, Printed]]:
    """FY2023 made plain, which nothing changes, and what its templates were."""
    folder = tmp_path_factory.mktemp("plain") / "plain"
    return folder, plain_copy(CONTENT, folder)


@pytest.fixture(scope="module")
def plain_year(plain: tuple[Path, Mapping[FieldPath, Printed]], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rebound]:
    folder, was = plain
    target = shutil.copytree(folder, tmp_path_factory.mktemp("rebound") / "plain")
    return target, bound_again(was, target)


def test_more_than_85_of_100_numbers_are_bound_to_what_they_came_from(plain_year: tuple[Path, Rebound]) -> None:
    _, result = plain_year
    counts = result.counted()
    assert result.share >= 0.85, counts
    assert counts["right"] + counts["left"] > 450  # the year has so many numbers that come from the data


def test_no_number_and_no_period_is_bound_to_another_datum(plain_year: tuple[Path, Rebound]) -> None:
    _, result = plain_year
    assert [element for element in result.elements if element.verdict == "wrong"] == []


def test_a_number_that_was_typed_is_bound_only_where_a_fact_says_just_that(plain_year: tuple[Path, Rebound]) -> None:
    _, result = plain_year
    # The facts have the number of awards for 2024 to 2028, which one note has typed.
    assert {element.now for element in result.elements if element.verdict == "new"} <= {"tenkai_2024"}


def test_of_numbers_with_one_digit_changed_hardly_any_is_bound_to_another_datum(
    plain: tuple[Path, Mapping[FieldPath, Printed]], tmp_path: Path
) -> None:
    folder, was = plain
    numbers, bound = altered(was, shutil.copytree(folder, tmp_path / "plain"), random.Random(0))
    assert numbers > 200
    assert len(bound) / numbers < 0.05, bound


def test_periods_beside_numbers_are_bound_with_them(plain_year: tuple[Path, Rebound]) -> None:
    _, result = plain_year
    counts = result.counted(periods=True)
    assert counts["right"] / (counts["right"] + counts["left"]) >= 0.85


def test_each_number_is_told_once_as_bound_ambiguous_or_not_in_the_data(plain_year: tuple[Path, Rebound]) -> None:
    _, result = plain_year
    bound = result.bound
    numbers = [*(one.number for one in bound.bindings), *(one.number for one in bound.ambiguous), *bound.unbound]
    places = [(str(number.where), number.sentence, number.start) for number in numbers]
    assert len(set(places)) == len(places)
    assert all(len(one.meanings) >= 1 for one in bound.ambiguous)


def test_the_slides_built_from_it_are_the_same_byte_for_byte(plain_year: tuple[Path, Rebound]) -> None:
    folder, _ = plain_year
    # What pages cite in their notes are the lines of bound numbers; all that stands on them is the same.
    deck = docgen.build(docgen.load(folder)).to_bytes()
    assert _slides(deck) == _slides(deck_bytes(ROOT / "layouts" / "cabinet_office"))


def _slides(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.startswith(("ppt/slides/slide", "ppt/charts/"))]
        return {name: package.read(name) for name in names}
