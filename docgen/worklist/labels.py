"""What the kinds of items are called in the work list."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.worklist.item import WorkKind

LABELS: Mapping[WorkKind, str] = {
    "front": "表紙",
    "value": "指標の値",
    "figure": "図",
    "measure": "施策",
    "budget": "予算",
    "text": "文章",
    "missing": "データなし",
}
