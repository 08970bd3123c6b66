"""What a layout pack calls the trends of values."""

from __future__ import annotations

from docgen.layout.pack import LayoutPack
from docgen.model.indicator import Trend


def trend_words(pack: LayoutPack, *, rank: bool) -> dict[str, str]:
    """The word for each trend: 増加, 減少, 停滞, 不明; a rank rises and falls in words of its own (上昇, 低下)."""
    up, down = ("rank_up", "rank_down") if rank else ("up", "down")
    words: dict[Trend, str] = {"up": up, "down": down, "flat": "flat", "unknown": "trend_unknown"}
    return {trend: pack.words[word] for trend, word in words.items()}
