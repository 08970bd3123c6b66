"""What changed between two compendia, in the document's own terms: values, measures, budgets, pages, texts."""

from docgen.comparison.change import Change, Comparison, FieldChange

__all__ = ["Change", "Comparison", "FieldChange"]
