"""A value of a YAML file replaced: it says the new text, keeps its style where that can, and all else stays."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from docgen.errors import DocgenError, Position
from docgen.reading.yaml_edit import replaced, replacement

SOURCE = """\
# 施策
id: moon   # 識別
texts:
  - plain 文   # 注
  - 'single'
  - "double"
  - >-
    folded
    lines

  # 次
  - |
    literal
    lines
  - {in: flow, list: [a, b]}
number: 12
"""
PLACES = {"plain": (4, 5), "single": (5, 5), "double": (6, 5), "folded": (7, 5), "literal": (12, 5), "flow": (15, 10)}
TEXTS = some.text(
    some.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")) | some.sampled_from("\n :#-'\"{}[],&*!|>%@`?"),
    min_size=1,
    max_size=30,
)


@settings(max_examples=200, deadline=None)
@given(TEXTS, some.sampled_from(sorted(PLACES)))
def test_any_text_goes_into_any_style_and_nothing_else_changes(new: str, place: str) -> None:
    after = replaced(SOURCE, Position("f.yaml", *PLACES[place]), new)
    before, now = yaml.safe_load(SOURCE), yaml.safe_load(after)
    texts = dict(zip(("plain", "single", "double", "folded", "literal", "flow"), now["texts"], strict=True))
    said = texts.pop(place)
    said = said["in"] if place == "flow" else said
    assert said in (new, f"{new}\n")
    old = dict(zip(("plain", "single", "double", "folded", "literal", "flow"), before["texts"], strict=True))
    assert {**old, place: None} == {**texts, place: None}
    assert [line for line in SOURCE.split("\n") if "#" in line and "plain" not in line] == [
        line for line in after.split("\n") if line in ("# 施策", "id: moon   # 識別", "  # 次")
    ]


KEPT: tuple[tuple[str, str, str], ...] = (
    ("folded", "新しい文", "  - >-\n    新しい文\n\n  # 次\n"),
    ("folded", "一段落\n二段落", "  - >-\n    一段落\n\n    二段落\n\n  # 次\n"),
    ("literal", "一行\n二行", "  - |\n    一行\n    二行\n  - {in"),
    ("plain", "新しい文", "  - 新しい文   # 注\n"),
    ("single", "it's", "  - 'it''s'\n"),
    ("flow", "a, b", "{in: 'a, b', list"),
)


@pytest.mark.parametrize(("place", "new", "written"), KEPT)
def test_a_text_keeps_the_style_that_it_stands_in(place: str, new: str, written: str) -> None:
    assert written in replaced(SOURCE, Position("f.yaml", *PLACES[place]), new)


def test_windows_line_ends_stay() -> None:
    source = SOURCE.replace("\n", "\r\n")
    after = replaced(source, Position("f.yaml", *PLACES["folded"]), "一段落\n二段落")
    assert after.count("\r\n") == after.count("\n")
    assert yaml.safe_load(after)["texts"][3] == "一段落\n二段落"


def test_a_number_is_written_as_one() -> None:
    start, end, text = replacement(SOURCE, Position("f.yaml", 16, 9), "12.5", "number")
    assert (SOURCE[start:end], text) == ("12", "12.5")
    with pytest.raises(DocgenError, match="cannot be replaced"):
        replacement(SOURCE, Position("f.yaml", 16, 9), "十二", "number")
