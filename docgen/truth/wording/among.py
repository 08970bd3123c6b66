"""What is told of one of all that a table has: 4県のうち of four rows, 医療費3,120億円のうち of that total."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.fact import FactTable
from docgen.bearing.selection import is_total
from docgen.truth.sentence import Sentence

AMONG = re.compile(r"(?<![0-9.,])(?P<number>[0-9]{1,2})(?:[一-龥]|か所|か国)[一-龥]{0,3}(?:のうち|の中|のなか)で?、?")
"""A number of things, and that what is told is told of one of them."""
BLANK = "\0"
_OF = re.compile("の?うち、?")


def without_among(words: str, table: FactTable) -> str:
    """The words of a sentence with blanks for those that name as many as the table has: 4県のうち.

    >>> from docgen.bearing.fact import fact_table
    >>> ports = fact_table("ports", "港の貨物", ["港", "貨物"], [["東港", "3"], ["西港", "5"]], "万トン")
    >>> [without_among(words, ports).replace(chr(0), "") for words in ("2港のうち西港", "3港のうち西港")]
    ['西港', '3港のうち西港']
    """
    known = sum(not is_total(table, row) for row in table.rows)
    return AMONG.sub(lambda match: BLANK * len(match[0]) if int(match["number"]) == known else match[0], words)


def without_wholes(words: str, sentence: Sentence, table: FactTable) -> str:
    """The words of a sentence with blanks for のうち behind a number that the table has: 3,120億円のうち."""
    for claim in sentence.numbers:
        of = _OF.match(words, claim.end)
        if of is not None and any(same_unit(claim.unit, fact.unit) and fact.bears(claim) for fact in table.facts):
            words = f"{words[: of.start()]}{BLANK * len(of.group())}{words[of.end() :]}"
    return words
