"""The figures of a run as a table and a plot."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

LIMIT, BESIDE = "limit", "PptxGenJS"


class Measured(Protocol):
    """What one maker took for one deck."""

    @property
    def cpu(self) -> float: ...
    @property
    def memory(self) -> float: ...
    @property
    def size(self) -> float: ...


Costs = Mapping[int, Mapping[str, Measured]]


def table(costs: Costs, stages: Mapping[str, float], told: str) -> str:
    """The figures in Markdown."""
    rows = [
        f"| Slides | Maker | CPU s | × limit | × {BESIDE} | Memory MiB | File KiB a slide |",
        "|---:|---|---:|---:|---:|---:|---:|",
    ]
    for slides, makers in costs.items():
        for name, cost in makers.items():
            ratio = cost.cpu / makers[LIMIT].cpu
            beside = f"{cost.cpu / makers[BESIDE].cpu:.1f}" if BESIDE in makers else ""
            rows.append(
                f"| {slides:,} | {name} | {cost.cpu:.2f} | {ratio:.1f} | {beside} | {cost.memory:.0f} "
                f"| {cost.size / slides:.1f} |"
            )
    whole = sum(stages.values())
    parts = [f"| {stage} | {spent:.2f} | {spent / whole:.0%} |" for stage, spent in stages.items()]
    profile = ["| Stage of 1,000 slides | CPU s | Part |", "|---|---:|---:|", *parts]
    return "\n".join([told, "", *rows, "", *growth(costs), *profile, ""])


def growth(costs: Costs) -> list[str]:
    """How docgen's cost and memory grow from the second largest deck of a thousand or more to the largest."""
    large = sorted(count for count in costs if count >= 1000)
    if len(large) < 2:
        return []
    first, last = large[0], large[-1]
    said = []
    for name in costs[first]:
        if name in costs[last]:
            less, more = costs[first][name], costs[last][name]
            exponent = math.log(more.cpu / less.cpu) / math.log(last / first)
            memory = (more.memory - less.memory) * 1024 / (last - first)
            said.append(f"- {name}, {first:,} → {last:,} slides: exponent {exponent:.2f}, {memory:.1f} KiB of memory a slide")
    return [*said, ""]


def drawn(costs: Costs, stages: Mapping[str, float], path: Path) -> None:
    """The figures as a plot."""
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    rcParams["svg.hashsalt"], rcParams["svg.fonttype"] = "figures", "none"
    figure = Figure(figsize=(9, 3.4), layout="constrained")
    lines, bars = figure.subplots(1, 2, width_ratios=(3, 2))
    for name in {name: None for makers in costs.values() for name in makers}:
        points = [(slides, makers[name].cpu) for slides, makers in costs.items() if name in makers]
        lines.plot(*zip(*points, strict=True), marker="o", markersize=3, label=name)
    lines.set(xscale="log", yscale="log", xlabel="slides", ylabel="CPU seconds")
    lines.legend(frameon=False, fontsize=8)
    bars.barh(list(stages)[::-1], list(stages.values())[::-1], color="#2F6FB5")
    bars.set(xlabel="CPU seconds, 1,000 slides")
    figure.savefig(path, metadata={"Date": None})
