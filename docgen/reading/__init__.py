"""The first stage: a content folder to records, with the place of everything that was written."""

from docgen.reading.content_folder import load

__all__ = ["load"]
