"""Decisions on their own: paragraphs, points and the order of slides, three ways."""

from __future__ import annotations

import pytest

from docgen.fingerprint.values import ChartData, DataSeries, Look, Piece, TextParagraph
from docgen.merging.decisions.chart import decide_points
from docgen.merging.decisions.deck import _moved, _woven
from docgen.merging.decisions.paragraphs import merge_paragraphs
from docgen.merging.report import Rule, SlideReport
from docgen.merging.versions import Versions


def text(*lines: str, size: float = 10.5) -> tuple[TextParagraph, ...]:
    look = Look(size, False, "000000", False, False, False)
    return tuple(TextParagraph((Piece(line, look),)) for line in lines)


def merged(built: str, edited: str, new: str, *, take_edited: bool = False) -> tuple[list[str], list[str]]:
    """The merged lines and the built texts in conflict; a letter of each text is a line."""
    texts = Versions(text(*built), text(*edited), text(*new))
    result = merge_paragraphs(texts, take_edited=take_edited)
    sides = {"ours": new, "theirs": edited}
    return [sides[choice.side][choice.index] for choice in result.paragraphs], [one.built for one in result.conflicts]


@pytest.mark.parametrize(
    ("built", "edited", "new", "lines"),
    [
        ("abc", "aXc", "abc", "aXc"),
        ("abc", "abc", "aYc", "aYc"),
        ("abc", "aXc", "abcZ", "aXcZ"),
        ("abc", "ac", "abc", "ac"),
        ("abc", "abWc", "abc", "abWc"),
        ("ab", "Xb", "aY", "XY"),
    ],
)
def test_a_paragraph_is_as_the_side_has_it_that_changed_it(built: str, edited: str, new: str, lines: str) -> None:
    assert merged(built, edited, new) == (list(lines), [])


def test_a_paragraph_that_both_sides_changed_is_a_conflict_which_the_rule_settles() -> None:
    assert merged("abc", "aXc", "aYc") == (list("aYc"), ["b"])
    assert merged("abc", "aXc", "aYc", take_edited=True) == (list("aXc"), ["b"])


def test_a_paragraph_that_the_new_build_sets_smaller_has_not_changed() -> None:
    texts = Versions(text("a"), text("X"), text("a", size=9))
    assert merge_paragraphs(texts, take_edited=False).conflicts == ()


@pytest.mark.parametrize(("new", "rule", "points", "conflicts"), [(2.0, "ours", {(0, 0): 5.0}, 0), (3.0, "ours", {}, 1), (3.0, "theirs", {(0, 0): 5.0}, 1), (5.0, "ours", {(0, 0): 5.0}, 0)])
def test_a_point_is_taken_where_the_content_left_it(new: float, rule: Rule, points: object, conflicts: int) -> None:
    built, edited, fresh = (ChartData(("2022",), (DataSeries("死者数", (value,), "000000", "line"),)) for value in (2.0, 5.0, new))
    report = SlideReport("page", rule)
    assert decide_points("chart", Versions(built, edited, fresh), report) == points
    assert len(report.conflicts) == conflicts


def test_slides_that_only_one_order_has_stand_after_the_one_before_them() -> None:
    assert _woven(["a", "c"], ["a", "b", "c", "d"]) == ["a", "b", "c", "d"]
    assert _woven(["b", "a"], ["x", "a", "y", "b"]) == ["x", "b", "a", "y"]
    assert _moved("abc", "acb")
    assert not _moved("abc", "axc")
