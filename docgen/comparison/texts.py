"""Trends, attainments, statuses and budget kinds as the compendium prints them."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.model.indicator import TREND_ARROWS

TRENDS: Mapping[str, str] = {**TREND_ARROWS, "unknown": "不明"}
ATTAINMENTS: Mapping[str, str] = {
    "off_track": "課題あり",
    "on_track": "達成見込み",
    "unknown": "不明",
    "no_target": "－",
}
STATUSES: Mapping[str, str] = {
    "continuing": "実施済・継続",
    "expanded": "新規・大幅拡充",
    "upcoming": "今後実施",
    "": "記載なし",
}
BUDGET_KINDS: Mapping[str, str] = {
    "executed": "執行額",
    "budgeted": "予算額・執行額",
    "requested": "概算要求",
}


def word(words: Mapping[str, str], name: str) -> str:
    """The printed word, or the name itself where a later docgen gave one that is not known here."""
    return words.get(name, name)


def short(text: str, most: int = 40) -> str:
    """A text on one line, cut after ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
