"""Sentences that changed, told from those that came and went."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence

# Two sentences alike by this share of their characters are one that changed.
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
