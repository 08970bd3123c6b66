"""The second stage: everything that is wrong in a compendium, found in one go."""

from docgen.validate.validate import validate

__all__ = ["validate"]
