"""Texts of a comparison: words as the compendium prints them, texts cut short, sentences paired."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from docgen.messages import Phrase, message
from docgen.model.indicator import TREND_ARROWS

NOTHING = "－"
"""Stands for a judgement of what has no target."""

_UNKNOWN = message("trend-unknown")
TRENDS: Mapping[str, Phrase] = {**TREND_ARROWS, "unknown": _UNKNOWN}
ATTAINMENTS: Mapping[str, Phrase] = {
    "off_track": message("diff-off-track"),
    "on_track": message("diff-on-track"),
    "unknown": _UNKNOWN,
    "no_target": NOTHING,
}
STATUSES: Mapping[str, Phrase] = {
    "continuing": message("status-continuing"),
    "expanded": message("status-expanded"),
    "upcoming": message("status-upcoming"),
    "": message("diff-no-status"),
}
BUDGET_KINDS: Mapping[str, Phrase] = {
    "executed": message("budget-executed"),
    "budgeted": message("budget-budgeted"),
    "requested": message("budget-requested"),
}

# Two sentences that share this part of their characters (0 to 1) are one that changed.
_ALIKE = 0.5


def changed_texts(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The texts that only one side has, each with the other side's that is most like it, or with ""."""
    before, after = Counter(old), Counter(new)
    gone, come = list((before - after).elements()), list((after - before).elements())
    for text in come:
        like = difflib.get_close_matches(text, gone, n=1, cutoff=_ALIKE)
        if like:
            gone.remove(like[0])
        yield (like[0] if like else "", text)
    for text in gone:
        yield (text, "")
