"""What breaking lines costs, against a plain loop over the same characters in the same run."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable

from docgen.typeset import break_lines, load_metrics
from docgen.typeset.setting import setting

PHRASES = (
    "内閣府では、\n令和4年度補正予算（第2号）により、\n約1,250億円を投じ\nサプライチェーンの強靱化を図る。\n厚生労働省は、\n"
    "AI・IoT等のデジタル技術を活用し、\nKPI（重要業績評価指標）の進捗を確認する。\n普及・啓発に取り組む。\n都道府県及び市町村において、\n"
    "「こども未来戦略」に基づき\n支援を拡充する。\nヤングケアラーへのアウトリーチを進める。"
).splitlines()


def strings() -> list[str]:
    chance = random.Random(1)
    return ["".join(chance.choices(PHRASES, k=12))[:100] for _ in range(1000)]


def shortest(work: Callable[[], None], before: Callable[[], None]) -> float:
    times = []
    for _ in range(7):
        before()
        gc.collect()
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def test_breaking_lines_costs_at_most_four_times_a_sum_of_widths() -> None:
    texts = strings()
    widths = dict(load_metrics("BIZ UDPGothic").regular)
    widths.update({character: widths.get(character, 1.0) for text in texts for character in text})

    def sums() -> None:
        for text in texts:
            total = 0.0
            for character in text:
                total += widths[character]

    def lines() -> None:
        for text in texts:
            break_lines(text, size=10.5, width=250)

    plain = shortest(sums, lambda: None)
    fresh = shortest(lines, setting.cache_clear)
    known = shortest(lines, lambda: None)
    print(f"\nbreaking against summing: {fresh / plain:.2f} unseen, {known / plain:.2f} at another width")
    assert fresh <= 4 * plain
    assert known < fresh
