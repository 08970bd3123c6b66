"""The stage compose: ready compendium and layout pack in, placed deck out.

Every page is drafted by its slide builder, measured, fitted into its slots (or split over pages),
numbered, and linked. Nothing is written that does not fit.
"""

from docgen.compose.pages import compose

__all__ = ["compose"]
