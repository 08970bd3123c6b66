"""A text of a content file replaced where it stands; everything else in the file stays as it was written."""

from __future__ import annotations

import json
from typing import Any

import yaml

from docgen.errors import DocgenError, Position

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def replaced(source: str, where: Position, new: str) -> str:
    """``source``, a YAML file's text, with the value at ``where`` replaced by ``new``.

    The value keeps its style, plain or quoted, where that can hold the new text. Raises DocgenError where no
    single text stands at ``where``, or where it is an anchor's, which other places share.
    """
    before = yaml.compose(source, Loader=_LOADER)
    node = _at(before, where.line - 1, where.column - 1)
    if node is None or before is None:
        raise DocgenError("no text stands here", where=where, expected="a value that is a text")
    start, end = (_offset(source, mark) for mark in (node.start_mark, node.end_mark))
    tail = "\n" if node.style in ("|", ">") else ""
    for spelled in _spellings(new, node.style):
        text = source[:start] + spelled + tail + source[end:]
        if _differs_only_there(before, text, where, new):
            return text
    raise DocgenError(
        "the text cannot be replaced here", where=where, expected="a text that stands by itself"
    )


def _spellings(text: str, style: str | None) -> list[str]:
    """Ways to write ``text``, the style that was used first."""
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=False)
    if "\n" in text:
        return [double]
    return [double, single] if style == '"' else [single, double] if style else [text, single, double]


def _at(node: Any, line: int, column: int) -> Any:
    """The scalar that begins at a place."""
    if isinstance(node, yaml.ScalarNode):
        mark = node.start_mark
        return node if (mark.line, mark.column) == (line, column) else None
    children = [] if node is None else node.value
    for child in children:
        for each in child if isinstance(child, tuple) else (child,):
            found = _at(each, line, column)
            if found is not None:
                return found
    return None


def _offset(source: str, mark: Any) -> int:
    lines = source.splitlines(keepends=True)
    return sum(len(line) for line in lines[: mark.line]) + int(mark.column)


def _differs_only_there(before: Any, text: str, where: Position, new: str) -> bool:
    """Whether the changed file says the same as before, but for the text at ``where``."""
    try:
        after = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return False
    old, now = _scalars(before), _scalars(after)
    if len(old) != len(now):
        return False
    place = (where.line - 1, where.column - 1)
    for one, other in zip(old, now, strict=True):
        mark = one.start_mark
        wanted = new if (mark.line, mark.column) == place else one.value
        if other.value != wanted or (other.tag != one.tag and wanted != new):
            return False
        if wanted == new and not other.tag.endswith(":str"):
            return False
    return True


def _scalars(node: Any) -> list[Any]:
    if isinstance(node, yaml.ScalarNode):
        return [node]
    found: list[Any] = []
    for child in [] if node is None else node.value:
        for each in child if isinstance(child, tuple) else (child,):
            found += _scalars(each)
    return found
