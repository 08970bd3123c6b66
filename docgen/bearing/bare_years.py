"""Labels that are bare years, by what their table calls them: 2023 under 年度 is 2023年度."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import docgen.patterns as re

_BARE = re.compile(r"(?:19|20)\d\d")
_HEAD = re.compile("年(?:度|次)?$|年[(（]")


def tells_years(head: str) -> bool:
    """Whether the head of the rows' names says that they are years: 年度, 調査年."""
    return _HEAD.search(head) is not None


def in_years(labels: Sequence[str], told: str) -> Iterator[str]:
    """Labels, those that are bare years with the kind of year that ``told`` tells; as they are where one is no year.

    >>> list(in_years(("2022", "2023"), "予算額の推移（年度）")), list(in_years(("2023", "計"), "年"))
    (['2022年度', '2023年度'], ['2023', '計'])
    """
    bare = all(_BARE.fullmatch(label.strip()) for label in labels)
    for label in labels:
        yield f"{label.strip()}{'年度' if '年度' in told else '年'}" if bare else label
