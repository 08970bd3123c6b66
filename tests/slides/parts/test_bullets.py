"""Points of records as bullets."""

from __future__ import annotations

from docgen.model import Point
from docgen.slides.parts.bullets import bullets

POINTS = tuple(map(Point.model_validate, ({"text": "一", "details": [{"text": "二", "details": ["三"]}]}, "四")))


def test_points_below_points_have_the_bullets_of_their_level() -> None:
    items = [(item.text, item.level, item.bullet) for item in bullets(POINTS)]
    assert items == [("一", 0, "●"), ("二", 1, "・"), ("三", 2, "・"), ("四", 0, "●")]


def test_points_are_numbered_and_those_below_them_are_not() -> None:
    items = [(item.text, item.level, item.bullet) for item in bullets(POINTS, ("・", "－"), numbered=True)]
    assert items == [("一", 0, "①"), ("二", 1, "－"), ("三", 2, "－"), ("四", 0, "②")]


def test_after_the_last_number_that_there_is_points_have_bullets() -> None:
    items = bullets([Point(text=str(number)) for number in range(22)], numbered=True)
    assert [item.bullet for item in items[18:]] == ["⑲", "⑳", "●", "●"]
