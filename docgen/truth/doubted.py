"""Words that leave it in doubt what a sentence tells of a table, unless the table has them in its own title or names."""

from __future__ import annotations

from functools import lru_cache

import docgen.patterns as re
from docgen.bearing.fact import FactTable
from docgen.sentences.plain import plain


def doubted(doubts: re.Pattern[str], words: str, start: int, end: int, table: FactTable) -> bool:
    """Whether ``words[start:end]`` have one of ``doubts`` that is no word of the table.

    >>> from docgen.bearing.fact import fact_table
    >>> reports = fact_table("r", "感染症の定点当たり報告数", ["月", "報告数"], [["1月", "3"]], "人")
    >>> each = re.compile("当たり")
    >>> [doubted(each, words, 0, 6, reports) for words in ("定点当たり報告数", "人口当たり報告数")]
    [False, True]
    """
    return any(match.group() not in _known(table, words, match) for match in doubts.finditer(words, start, end))


def _known(table: FactTable, words: str, match: re.Match[str]) -> str:
    """The words of a table; none where the letter before the match does not stand so in them: 人口当たり, 定点当たり."""
    told = told_by(table)
    before = words[max(match.start() - 1, 0) : match.end()]
    return told if before in told or match.start() == 0 else ""


def told_by(table: FactTable) -> str:
    """The words of a table: of its title and of its names, in half-width letters."""
    return _told(table.title, table.labels)


@lru_cache(maxsize=4096)
def _told(title: str, labels: tuple[str, ...]) -> str:
    return plain(" ".join((title, *labels)))
