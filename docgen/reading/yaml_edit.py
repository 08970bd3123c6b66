"""Edits of single values of a YAML text; everything else in the file stays as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import yaml

from docgen.errors import DocgenError, Position
from docgen.reading.yaml_document import LOADER


def scalar_spans(text: str) -> Mapping[tuple[int, int], tuple[int, int]]:
    """For each scalar its line and column (from 1), and the offsets of its characters, quotes included.

    >>> scalar_spans("year: '2023'")
    {(1, 1): (0, 4), (1, 7): (6, 12)}
    """
    return {_line_and_column(scalar): _span(scalar) for scalar in _scalars(text)}


def replaced(source: str, where: Position, new: str) -> str:
    """``source``, a YAML file's text, with the value at ``where`` replaced by ``new``.

    The value keeps its style, plain or quoted, where that can hold the new text. Raises DocgenError where no
    single text stands at ``where``, or where it is an anchor's, which other places share.
    """
    before = list(_scalars(source))
    scalar = next((node for node in before if _line_and_column(node) == (where.line, where.column)), None)
    if scalar is None:
        raise DocgenError("no-text-here", where=where)
    start, end = _span(scalar)
    tail = "\n" if scalar.style in ("|", ">") else ""
    for spelled in _spellings(new, scalar.style):
        text = source[:start] + spelled + tail + source[end:]
        if _differs_only_there(before, scalar, text, new):
            return text
    raise DocgenError("text-not-replaceable", where=where)


def scalar(text: str) -> str:
    """A text as it is written in YAML: in quotes where it would be read otherwise.

    >>> scalar("億円"), scalar("%"), scalar("2022"), scalar("注: 速報")
    ('億円', '"%"', '"2022"', '"注: 速報"')
    """
    quoted = json.dumps(text, ensure_ascii=False)
    if text != text.strip() or re.search(r"[\[\]{},#&*!|>'\"%@`\n]|: |:$|^[-?:]", text):
        return quoted
    try:
        value = yaml.load(text, LOADER)
    except yaml.YAMLError:
        return quoted
    return text if value == text else quoted


def _spellings(text: str, style: str | None) -> list[str]:
    """Ways to write ``text``, the style that was used first."""
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=False)
    if "\n" in text:
        return [double]
    return [double, single] if style == '"' else [single, double] if style else [text, single, double]


def _differs_only_there(before: list[yaml.ScalarNode], scalar: yaml.ScalarNode, text: str, new: str) -> bool:
    """Whether the changed ``text`` says the same as before, but for the ``new`` text of ``scalar``."""
    try:
        after = list(_scalars(text))
    except yaml.YAMLError:
        return False
    return len(before) == len(after) and all(
        (now.value == new and now.tag.endswith(":str")) if old is scalar else (now.value, now.tag) == (old.value, old.tag)
        for old, now in zip(before, after, strict=True)
    )


def _scalars(text: str) -> Iterator[yaml.ScalarNode]:
    """The scalars of a YAML text, keys and values; one that aliases share comes once."""
    root = yaml.compose(text, Loader=LOADER)
    seen: set[int] = set()

    def below(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
        if id(node) in seen:
            return
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.SequenceNode):
            for child in node.value:
                yield from below(child)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from below(key)
                yield from below(value)

    return below(root) if root is not None else iter(())


def _line_and_column(scalar: yaml.ScalarNode) -> tuple[int, int]:
    return scalar.start_mark.line + 1, scalar.start_mark.column + 1


def _span(scalar: yaml.ScalarNode) -> tuple[int, int]:
    return scalar.start_mark.index, scalar.end_mark.index
