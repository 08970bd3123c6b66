"""Charts three ways, point by point."""

from __future__ import annotations

from docgen.fingerprint.values import ChartData
from docgen.merging.edited.value_comparison import same_number
from docgen.merging.ledger import Ledger

Point = tuple[int, int]


def decide_points(
    name: str, built: ChartData, now: ChartData, ours: ChartData, ledger: Ledger
) -> dict[Point, float | None]:
    """The points by hand, by series and category of the new chart; ``built`` and ``now`` have the same form."""
    series = {each.name: at for at, each in enumerate(ours.series)}
    categories = {each: at for at, each in enumerate(ours.categories)}
    found: dict[Point, float | None] = {}
    for one, other in zip(built.series, now.series, strict=True):
        for category, before, after in zip(built.categories, one.values, other.values, strict=True):
            if same_number(before, after):
                continue
            what = f"point {one.name} {category}".strip()
            if one.name not in series or category not in categories:
                ledger.clash(name, what, _shown(before), _shown(after), "（ない）")
                continue
            place = (series[one.name], categories[category])
            current = ours.series[place[0]].values[place[1]]
            if same_number(before, current) or same_number(after, current):
                ledger.kept(name, what, _shown(before), _shown(after))
                found[place] = after
            elif ledger.clash(name, what, _shown(before), _shown(after), _shown(current)):
                found[place] = after
    return found


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
