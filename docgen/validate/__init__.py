"""The second stage: everything that is wrong in a compendium, found in one go."""

from docgen.validate.compendium import validate

__all__ = ["validate"]
