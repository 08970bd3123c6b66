"""Where the phrases of a Japanese text begin, by BudouX: a small model learned from where readers would pause."""

from __future__ import annotations

import functools
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux.parser import Parser


@functools.lru_cache(maxsize=4096)
def phrase_starts(text: str) -> frozenset[int]:
    """Where the phrases of a text begin: ``phrase_starts("総合知の活用")`` is {4}."""
    *starts, _ = accumulate(map(len, _parser().parse(text)), initial=0)
    return frozenset(starts[1:])


@functools.cache
def _parser() -> Parser:
    # Imported here: many commands set no text.
    from budoux.parser import load_default_japanese_parser

    return load_default_japanese_parser()
