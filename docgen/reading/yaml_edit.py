"""Edits of single values of a YAML text; everything else in the file stays as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Literal

import yaml

from docgen.errors import DocgenError, Position
from docgen.reading.yaml_document import LOADER

# Loaders do not agree on where these may stand in a text without quotes.
_SIGNS = re.compile(r"[?\[\]{},#&*!|>'\"%@`\\]|:(?!\w)")


def scalar_spans(text: str) -> Mapping[tuple[int, int], tuple[int, int]]:
    """For each scalar its line and column (from 1), and the offsets of its characters, quotes included.

    >>> scalar_spans("year: '2023'")
    {(1, 1): (0, 4), (1, 7): (6, 12)}
    """
    return {_line_and_column(scalar): _span(scalar) for scalar in _scalars(text)}


def replaced(source: str, where: Position, new: str) -> str:
    """``source``, a YAML file's text, with the text at ``where`` replaced by ``new``, as :func:`replacement` has it."""
    start, end, spelled = replacement(source, where, new)
    return source[:start] + spelled + source[end:]


def replacement(source: str, where: Position, new: str, kind: Literal["text", "number"] = "text") -> tuple[int, int, str]:
    """What replaces the value at ``where`` by ``new``: the offsets of its characters, and what is written there.

    The value keeps its style, plain, quoted or folded, where that can hold the new text; a ``number`` is written
    plain. Raises DocgenError where no single value stands at ``where``, or where it is an anchor's, which other
    places share.
    """
    before = list(_scalars(source))
    scalar = next((node for node in before if _line_and_column(node) == (where.line, where.column)), None)
    if scalar is None:
        raise DocgenError("no-text-here", where=where)
    start, end = _span(scalar)
    # Blank lines after a folded text belong to it, and stay.
    tail = source[start:end][len(source[start:end].rstrip("\r\n")) :]
    for spelled in [new] if kind == "number" else _spellings(new, scalar.style, source[start:end]):
        text = source[:start] + spelled + tail + source[end:]
        if _differs_only_there(before, scalar, text, new, kind):
            return start, end, spelled + tail
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


def _spellings(text: str, style: str | None, before: str) -> list[str]:
    """Ways to write ``text``, the style that was used first; ``before`` is what stood there."""
    single = "'" + text.replace("'", "''") + "'"
    double = json.dumps(text, ensure_ascii=False)
    block = [_block(text, style, before)] if style in ("|", ">") else []
    if "\n" in text:
        return [*block, double]
    if not style and not _SIGNS.search(text):
        return [text, single, double]
    return [*block, *([double, single] if style == '"' else [single, double])]


def _block(text: str, style: str | None, before: str) -> str:
    """``text`` as lines below the head (``>-``) of the text that stood there, indented alike."""
    ending = "\r\n" if "\r\n" in before else "\n"
    head, *lines = before.splitlines()
    first = next((line for line in lines if line.strip()), "  ")
    indent = first[: len(first) - len(first.lstrip(" "))]
    # A folded text has an empty line where the text has a line break.
    between = [ending] if style == "|" else [ending, ending]
    body = "".join(between).join(f"{indent}{line}" for line in text.rstrip("\n").split("\n"))
    return f"{head}{ending}{body}"


def _differs_only_there(
    before: list[yaml.ScalarNode], scalar: yaml.ScalarNode, text: str, new: str, kind: Literal["text", "number"]
) -> bool:
    """Whether the changed ``text`` says the same as before, but for ``new`` in place of ``scalar``.

    A text in lines of its own may end in the line break that it ended in.
    """
    try:
        after = list(_scalars(text))
    except yaml.YAMLError:
        return False
    wanted = {new, new + "\n"} if scalar.style in ("|", ">") and scalar.value.endswith("\n") else {new}
    tags = (":str",) if kind == "text" else (":int", ":float")
    return len(before) == len(after) and all(
        (now.value in wanted and now.tag.endswith(tags))
        if old is scalar
        else (now.value, now.tag) == (old.value, old.tag)
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
