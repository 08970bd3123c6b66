"""What is compared is one deck: each maker's has its titles, in its order, and what stands on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from four_kinds import limit, with_docgen, with_python_pptx
from four_kinds.content import KINDS, slide, write_deck
from pptx import Presentation


def by_limit(deck: Path, target: Path) -> None:
    around = target.with_name("around.pptx")
    Presentation().save(str(around))
    limit.main(deck, target, around)


def by_docgen(deck: Path, target: Path) -> None:
    with_docgen.main(deck, target, kept=False)


@pytest.mark.parametrize("maker", [by_limit, by_docgen, with_python_pptx.main])
def test_each_maker_writes_the_same_deck(maker: Callable[[Path, Path], None], tmp_path: Path) -> None:
    deck, target = tmp_path / "deck.jsonl", tmp_path / "deck.pptx"
    write_deck(deck, len(KINDS))
    maker(deck, target)
    slides = Presentation(str(target)).slides
    titles = [slide(number)["title"] for number in range(len(KINDS))]
    assert [title for one, title in zip(slides, titles, strict=True) if title not in one.shapes.title.text.replace("\v", "")] == []
    tables = [shape.table for one in slides for shape in one.shapes if shape.has_table]
    assert [(len(table.rows), len(table.columns)) for table in tables] == [(12, 5)]
    assert sum(shape.has_chart for one in slides for shape in one.shapes) == 1
