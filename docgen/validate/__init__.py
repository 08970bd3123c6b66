"""The second stage: everything that is wrong in a compendium, found in one go.

In comes a compendium as it was read, out goes the same, or DocgenErrors with file, line and hint of each error.

compendium    ``validate``: all the checks, one after the other
references    ids, and the names in ``rests_on``, lead to records that are there
duplicates    ids that must differ
renames       former ids do not lead in a circle, and are no longer used
numbers       numbers are in the data files, and are numbers
templates     sentences' templates can be read and name what is there
"""

from docgen.validate.compendium import validate

__all__ = ["validate"]
