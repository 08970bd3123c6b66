"""Texts cut short, as comparisons and merges tell them."""

from __future__ import annotations


def short(text: str, most: int = 40) -> str:
    """A text on one line, cut to ``most`` characters: ``short("月面探査の推進", 4)`` is ``月面探…``."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
