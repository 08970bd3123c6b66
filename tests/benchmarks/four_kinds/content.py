"""The deck that all makers build: a text, a table with merged cells, a chart and boxes with connectors, in turn.

Every slide is made of its number alone, so that all makers, in every run, get the same texts and numbers. A deck lies
on disk as JSON, which each maker reads.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KINDS = ("text", "table", "chart", "boxes")
TABLE_ROWS, TABLE_COLUMNS = 12, 5
# The first column's cells that are merged down: from row to row, the header counted.
MERGED = ((1, 3), (4, 7))
CATEGORIES = tuple(f"{year}年度" for year in range(2018, 2026))
SERIES = 3
BOXES = 30
CONNECTORS = tuple((box, box + 1) for box in range(0, BOXES, 2))

_NOUNS = (
    "研究開発", "人材育成", "地域交通", "防災訓練", "食料自給", "水道施設", "省エネルギー", "情報基盤", "医療連携",
    "観光振興", "住宅改修", "共同研究", "実証事業", "技能講習", "交付申請", "相談件数", "利用者数", "就業率",
)  # fmt: skip
_LINKS = ("の推移", "を支援し", "と連携して", "の見通し", "に関する", "が増加し", "を見直して", "における", "の割合")


def slide(number: int) -> dict[str, Any]:
    """What the slide of a number, from 0, says; ``kind`` is one of ``KINDS``."""
    source = random.Random(number)
    kind = KINDS[number % len(KINDS)]
    said: dict[str, Any] = {"kind": kind, "title": f"{number + 1} {_text(source, 22)}"}
    if kind == "text":
        said["points"] = [_text(source, 38) for _ in range(6)]
    elif kind == "table":
        said["rows"] = _rows(source)
    elif kind == "chart":
        said["series"] = [
            {"name": _text(source, 6), "values": [round(source.uniform(10, 999), 1) for _ in CATEGORIES]}
            for _ in range(SERIES)
        ]
        said["source"] = _text(source, 30)
    else:
        said["boxes"] = [_text(source, 9) for _ in range(BOXES)]
    return said


def _rows(source: random.Random) -> list[list[str]]:
    """A header and rows of texts; the cells that a merged one covers are empty."""
    header = [_text(source, 6) for _ in range(TABLE_COLUMNS)]
    rows = [[_text(source, 20) for _ in range(TABLE_COLUMNS)] for _ in range(TABLE_ROWS - 1)]
    for first, last in MERGED:
        for row in range(first + 1, last + 1):
            rows[row - 1][0] = ""
    return [header, *rows]


def _text(source: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        text += source.choice(_NOUNS) + source.choice(_LINKS)
    return text[:length]


def write_deck(path: Path, slides: int) -> None:
    """Write a deck of so many slides as JSON, a slide a line."""
    path.write_text("".join(json.dumps(slide(number), ensure_ascii=False) + "\n" for number in range(slides)), encoding="utf-8")


def read_deck(path: Path) -> Iterator[dict[str, Any]]:
    """The slides of a deck on disk, one after the other."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
