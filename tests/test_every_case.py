"""Tests of many cases at once tell each case that fails."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from support.every_case import every_case

SEEN: list[tuple[str, int]] = []


@every_case(("word", "length"), [("図", 1), ("図表", 2)])
def test_every_case_is_looked_at_with_the_fixtures_of_the_test(word: str, length: int, tmp_path: Path) -> None:
    assert tmp_path.is_dir()
    assert len(word) == length
    SEEN.append((word, length))


def test_all_cases_were_looked_at() -> None:
    looked_at = inspect.signature(test_every_case_is_looked_at_with_the_fixtures_of_the_test)
    assert list(looked_at.parameters) == ["tmp_path"]
    test_every_case_is_looked_at_with_the_fixtures_of_the_test(tmp_path=Path(__file__).parent)
    assert SEEN[-2:] == [("図", 1), ("図表", 2)]


def test_each_case_that_fails_is_told_by_its_name() -> None:
    @every_case("number", [1, 2, 3], ids="case {}".format)
    def odd(number: int) -> None:
        assert number % 2 == 0, f"{number} is odd"

    with pytest.raises(pytest.fail.Exception, match="2 of 3 cases fail") as told:
        odd()
    at = inspect.unwrap(odd).__code__.co_firstlineno + 2
    assert [line for line in str(told.value).splitlines() if "is odd" in line] == [
        f"case {number} (test_every_case.py:{at}): {number} is odd" for number in (1, 3)
    ]


def test_a_case_that_skips_hides_none_that_fails() -> None:
    @every_case("number", [1, 2, 3])
    def small(number: int) -> None:
        if number == 2:
            pytest.skip("not today")
        assert number < 3, "too large"

    with pytest.raises(pytest.fail.Exception, match="2 of 3 cases fail") as told:
        small()
    assert "not today" in str(told.value)
    assert "too large" in str(told.value)


def test_an_error_says_in_which_case_it_was() -> None:
    @every_case("number", [1, 0])
    def inverse(number: int) -> None:
        assert 1 / number

    with pytest.raises(ZeroDivisionError) as raised:
        inverse()
    assert raised.value.__notes__ == ["in the case 0"]


def test_a_test_without_cases_fails() -> None:
    @every_case("number", [])
    def nothing(number: int) -> None:
        raise RuntimeError(number)

    with pytest.raises(AssertionError, match="there is no case"):
        nothing()
