"""A review in each form that programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docgen.review.review import Review
from docgen.review.rows import counts, rows
from docgen.review.sarif import sarif

PROGRAM_FORMS: Mapping[str, Callable[[Review], object]] = {"json": rows, "sarif": sarif, "counts": counts}
"""What makes each form, as plain values."""
