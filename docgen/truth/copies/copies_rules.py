"""The rules on copies: add a new one here."""

from __future__ import annotations

from docgen.truth.copies.changes_again import changes_again, each_again
from docgen.truth.copies.clauses_again import numbers_of_their_clause
from docgen.truth.copies.lines_again import lines_again
from docgen.truth.copies.numbers_again import numbers_again
from docgen.truth.copies.periods_again import bases_again, periods_again
from docgen.truth.copies.quotes_again import bounds_again, quotes_again
from docgen.truth.copies.subjects_again import subjects_again
from docgen.truth.copies.words_again import words_again

RULES = (
    numbers_again,
    changes_again,
    each_again,
    periods_again,
    bases_again,
    words_again,
    subjects_again,
    numbers_of_their_clause,
    quotes_again,
    bounds_again,
    lines_again,
)
"""Each: the sentences of a deck and the evidence in, what is amiss out."""
