"""The third stage: numbers looked up, judgements made, sentences rendered."""

from docgen.derive.kinds import PageKind, Place
from docgen.derive.records import derive, derive_record, ready_page
from docgen.derive.runs import KINDS
from docgen.derive.trend import TrendRule

__all__ = ["KINDS", "PageKind", "Place", "TrendRule", "derive", "derive_record", "ready_page"]
