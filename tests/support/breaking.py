"""A program that tells what breaking lines costs, against a plain loop over the same characters in the same run.

It prints two ratios: of texts that were never set, and of the same texts once more.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from statistics import median

from docgen.placed import Paragraph, Run
from docgen.typeset.fonts import Fonts, load_metrics
from docgen.typeset.measured_line import measured_line
from docgen.typeset.text_measure import TextMeasure

ROUNDS = 11
PHRASES = (
    "内閣府では、\n令和4年度補正予算（第2号）により、\n約1,250億円を投じ\nサプライチェーンの強靱化を図る。\n厚生労働省は、\n"
    "AI・IoT等のデジタル技術を活用し、\nKPI（重要業績評価指標）の進捗を確認する。\n普及・啓発に取り組む。\n都道府県及び市町村において、\n"
    "「こども未来戦略」に基づき\n支援を拡充する。\nヤングケアラーへのアウトリーチを進める。"
).splitlines()


def strings() -> list[str]:
    chance = random.Random(1)
    return ["".join(chance.choices(PHRASES, k=12))[:100] for _ in range(1000)]


def seconds(work: Callable[[], None]) -> float:
    """The CPU time of the work, without looking for garbage, as a build does."""
    gc.disable()
    try:
        begin = time.process_time()
        work()
        return time.process_time() - begin
    finally:
        gc.enable()


def ratios() -> tuple[float, float]:
    """The middle ones of the ratios round by round, so that all three share what else the processor does."""
    texts = strings()
    paragraphs = [Paragraph((Run(text, 10.5),), 14) for text in texts]
    font = load_metrics("BIZ UDPGothic")
    measure = TextMeasure(Fonts(heading=font, body=font))
    widths = dict(font.regular)
    widths.update({character: widths.get(character, 1.0) for text in texts for character in text})

    def sums() -> None:
        for text in texts:
            total = 0.0
            for character in text:
                total += widths[character]

    def lines() -> None:
        for paragraph in paragraphs:
            measure.lines(paragraph, 250)

    rounds = []
    for _ in range(ROUNDS):
        plain = seconds(sums)
        measured_line.cache_clear()
        rounds.append((seconds(lines) / plain, seconds(lines) / plain))
    fresh, known = (median(each) for each in zip(*rounds, strict=True))
    return fresh, known


if __name__ == "__main__":
    print(*ratios())
