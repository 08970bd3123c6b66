"""Where the scalars of a YAML text begin and end, for edits that keep everything else as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def scalar_spans(text: str) -> Mapping[tuple[int, int], tuple[int, int]]:
    """For each scalar its place (line and column, from 1) and the offsets of its characters, quotes included."""
    node = yaml.compose(text, Loader=_LOADER)
    return {
        (scalar.start_mark.line + 1, scalar.start_mark.column + 1): (scalar.start_mark.index, scalar.end_mark.index)
        for scalar in (_scalars(node, set()) if node is not None else ())
    }


def _scalars(node: yaml.Node, seen: set[int]) -> Iterator[yaml.Node]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child, seen)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key, seen)
            yield from _scalars(value, seen)
