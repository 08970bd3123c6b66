"""Patterns that are compiled when they are first used do what those of ``re`` do."""

from __future__ import annotations

import re as plain_re
from pathlib import Path

import pytest
from support.every_case import every_case

import docgen.patterns as re

PACKAGE = Path(__file__).resolve().parent.parent / "docgen"


@every_case(
    ("pattern", "words"), [("[0-9]+件", "輸出は3件、輸入は5件。"), ("(?P<of>東|西)市", "東市と西市"), ("港$", "霞原港"), ("県", "市")]
)
def test_a_pattern_finds_what_that_of_re_finds(pattern: str, words: str) -> None:
    own, other = re.compile(pattern), plain_re.compile(pattern)
    for way in ("search", "match", "fullmatch"):
        found, expected = getattr(own, way)(words), getattr(other, way)(words)
        assert (found and (found.span(), found.groupdict())) == (expected and (expected.span(), expected.groupdict()))
    assert [match.span() for match in own.finditer(words, 1)] == [match.span() for match in other.finditer(words, 1)]
    assert (own.sub("…", words), own.split(words), own.findall(words)) == (
        other.sub("…", words),
        other.split(words),
        other.findall(words),
    )
    assert (own.pattern, own.groupindex, own.groups) == (other.pattern, other.groupindex, other.groups)


def test_a_pattern_that_is_none_is_told_when_it_is_first_used() -> None:
    pattern = re.compile("(")
    with pytest.raises(plain_re.error):
        pattern.search("")


def test_what_was_found_tells_by_which_pattern() -> None:
    count, share = re.compile("[0-9]+件"), re.compile("[0-9]+%")
    found = share.search("輸出は3%")
    assert found is not None
    assert (found.re == share, found.re == count, found.re != count, share == count) == (True, False, True, False)
    assert {found.re: "share"} == {share: "share"}


def test_the_flags_of_a_pattern_hold() -> None:
    assert re.compile("は.", re.DOTALL).search("港は\n") is not None


def test_no_pattern_is_told_by_its_identity() -> None:
    """What a match was found by is never the object that was asked."""
    lazy = [path for path in PACKAGE.rglob("*.py") if "import docgen.patterns as re" in path.read_text(encoding="utf-8")]
    assert lazy
    assert not [path.name for path in lazy if plain_re.search(r"\.re is\b", path.read_text(encoding="utf-8"))]
