"""Words of what was done that a column is called by, too: 交付 of 交付した80件, where 交付額 is a column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.mentions import Mention

_DONE = re.compile("(?:した|する|された)(?:約|計)?[0-9]")
_HOW = frozenset({"から", "で", "に", "として"})


def is_deed(sentence: str, mention: Mention) -> bool:
    """Whether a word names no column, but what was done.

    >>> is_deed("交付した80件", Mention(0, 2, "交付額")), is_deed("交付額は80件", Mention(0, 3, "交付額"))
    (True, False)
    """
    return sentence[mention.start : mention.end] != mention.label and _DONE.match(sentence, mention.end) is not None


def without_deeds(sentence: str, columns: Sequence[Mention]) -> list[Mention]:
    """The columns named but for what was done in the way that another tells: 利用 of 市外から利用した290人."""
    how = [one for before, one in pairwise(columns) if sentence[before.end : one.start] in _HOW]
    return [one for one in columns if not (one in how and is_deed(sentence, one))]
