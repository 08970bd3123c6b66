"""The second stage: everything that is wrong in a compendium, found in one go."""

from __future__ import annotations

from docgen.errors import DocgenErrors
from docgen.model import Compendium


def validate(compendium: Compendium) -> Compendium:
    """The compendium itself. Raises DocgenErrors with everything that is wrong in it."""
    problems = list(compendium.origin.problems)
    if problems:
        raise DocgenErrors(problems)
    return compendium
