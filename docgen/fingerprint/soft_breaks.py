"""Line breaks that are no part of a text: set so that its lines end where a reader would pause."""

from __future__ import annotations

from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PERHAPS_SOFT = "\v"
"""A line break of a deck that was saved by a program that keeps no mark of soft ones."""


def is_soft(line_break: Any) -> bool:
    """Whether an ``a:br`` is one that docgen set so that a text reads well: it is marked as not to be proofed."""
    properties = line_break.find(f"{_A}rPr")
    return properties is not None and properties.get("noProof") in ("1", "true")


def without_breaks(text: str) -> str:
    """A text on one line: ``without_breaks("予算\\n（百万円）")`` is ``予算（百万円）``."""
    return text.replace("\n", "").replace(PERHAPS_SOFT, "")
