"""All the checks of a compendium, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from docgen.errors import DocgenError, DocgenErrors
from docgen.model import Compendium
from docgen.validate.duplicates import duplicates
from docgen.validate.markup import markup
from docgen.validate.numbers import numbers
from docgen.validate.references import evidence, references
from docgen.validate.renames import renames
from docgen.validate.templates import templates

CHECKS: tuple[Callable[[Compendium], Iterator[DocgenError]], ...] = (
    references,
    evidence,
    duplicates,
    renames,
    numbers,
    templates,
    markup,
)


# Errors to mend in one go; what is wrong with each of very many records says what is wrong with the others.
MOST_ERRORS = 1000


def validate(compendium: Compendium, further: Iterable[DocgenError] = ()) -> Compendium:
    """The compendium itself. Raises DocgenErrors with everything that is wrong in it.

    That is what could not be read, references to nothing, duplicate ids, numbers that are not in the data
    files or are none, templates and markup that cannot be right; each once, in the order of their places. The
    compendiums of the years before that it is compared with must be right as well. ``further`` are errors that
    the caller knows of, said with the others. After 1,000 errors the checks end, and the last one says so.
    """
    years = [compendium]
    while years[-1].previous is not None:
        years.append(years[-1].previous)
    errors = (error for year in years for check in CHECKS for error in check(year))
    told = [*compendium.origin.problems, *islice(errors, MOST_ERRORS), *further]
    if (next_error := next(errors, None)) is not None:
        told.append(DocgenError("more-errors", where=next_error.where, count=MOST_ERRORS))
    problems = {str(error): error for error in told}
    if problems:
        raise DocgenErrors(problems.values())
    return compendium
