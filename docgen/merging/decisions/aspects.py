"""What can be edited of a shape, and what shapes are, in words."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.messages import Message, message

ASPECTS: Mapping[str, Message] = {
    "frame": message("merge-frame"),
    "fill": message("merge-fill"),
    "line": message("merge-line"),
    "alt": message("merge-alt"),
    "text": message("word-text"),
    "table": message("word-table"),
    "chart": message("word-chart"),
    "picture": message("word-picture"),
    "look": message("merge-look"),
}
"""The aspects in which a built and an edited shape are compared."""

KINDS: Mapping[str, Message] = {
    "text": message("merge-kind-text"),
    "shape": message("merge-kind-shape"),
    "connector": message("merge-kind-connector"),
    "table": message("word-table"),
    "chart": message("word-chart"),
    "picture": message("word-picture"),
    "group": message("merge-kind-group"),
    "other": message("merge-kind-other"),
}
"""The kinds of shapes."""


def added_words(kind: str) -> Message:
    """That a shape of a kind was added."""
    return message("merge-shape-added", kind=KINDS.get(kind, kind))
