"""A YAML file, read once for its values and for the position of each.

Only ``true`` and ``false`` are booleans, only plain integers and decimals are numbers (decimals exactly as
written), only ``null``, ``~`` and nothing are None; ``no``, ``on``, dates and the like stay the text that
was written. Duplicate keys are errors. Anchors and merge keys (``<<``) are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from docgen.errors import DocgenError, FieldPath, Position, nearest_position
from docgen.messages import Message, message
from docgen.model.cells.text import composed
from docgen.reading.text_files.file import read_text
from docgen.reading.yaml_problems import hint_of, problem_of
from docgen.reading.yaml_slips import Slip, may_slip, slip_in, slip_of, swallowing_lines

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader of all YAML here: libyaml's where PyYAML was built with it."""


class _Untyped(LOADER):  # type: ignore[misc]
    """A loader that does not guess what a scalar is: that is told here by its text."""

    def resolve(self, kind: type[yaml.Node], *_: object) -> str:
        """The tag of what has none."""
        return _TAG_OF[kind]



_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
)
# A file written by hand has some thousands of values; aliases of aliases can make billions. A value takes a line or
# a comma, so a text with more of both is not even parsed.
_MOST_VALUES = 150_000
_DEEPEST = 100
_TAG_OF: Mapping[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(r"^(?: {200}|(?:[-?:] +){50})", re.MULTILINE)


@dataclass(slots=True)
class YamlDocument:
    """What a YAML file says: its ``value``, the position of each value and of each key in it, and what is wrong.

    Positions are found by the path of keys and indices to the value. A file that is not YAML, or is not there,
    is not ``readable``.
    """

    file: str
    value: Any = None
    positions: dict[FieldPath, Position] = field(default_factory=dict)
    key_positions: dict[FieldPath, Position] = field(default_factory=dict)
    problems: list[DocgenError] = field(default_factory=list)
    readable: bool = True

    def position(self, path: FieldPath) -> Position:
        """The position of a value, or of the nearest one around it."""
        return nearest_position(path, self.positions) or Position(self.file, 1)

    def value_at(self, path: FieldPath) -> Any:
        """The value that a path leads to; None where it leads to nothing."""
        value = self.value
        for key in path:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int):
                value = value[key]
            else:
                return None
        return value


def read_yaml(path: Path) -> YamlDocument:
    """A file as a document. Raises DocgenError where it cannot be read or is not YAML."""
    return document_of(path, yaml_text(path))


def document_of(path: Path, text: str) -> YamlDocument:
    """The document of a file whose ``text`` was read. Raises DocgenError where it is not YAML."""
    document = YamlDocument(str(path))
    if text.count("\n") + text.count(",") > _MOST_VALUES:
        raise DocgenError("yaml-too-large", where=Position(str(path), 1), most=_MOST_VALUES)
    try:
        _refuse_deep_nesting(text, path)
        node = yaml.compose(text, Loader=_Untyped)
        if node is not None:
            _refuse_swallowed_keys(node, text, path)
            document.value = _Walk(document).value(node, ())
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(path, text, error) from error
    except yaml.YAMLError as error:
        raise DocgenError("yaml-unreadable", where=Position(str(path), 1), problem=problem_of(error)) from error
    return document


def _refuse_deep_nesting(text: str, path: Path) -> None:
    """The C composer recurses without a limit, and would end the program. Its events do not recurse.

    They are counted only where the text looks deep: by its brackets, a line of many dashes, an indent.
    """
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    if deepest <= _DEEPEST and not _DEEP_LINE.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark is not None else 1
            where = Position(str(path), line)
            raise DocgenError("yaml-too-deep", where=where, levels=_DEEPEST)


def yaml_text(path: Path) -> str:
    """The text of a file, as an editor shows it: in any encoding, with any line ends."""
    return re.sub(r"\r\n?", "\n", read_text(path).text)


def _refuse_swallowed_keys(node: yaml.Node, text: str, path: Path) -> None:
    """Refuse a key that YAML reads, without a word, as a line of a text or with a full-width space as its begin."""
    lines = text.split("\n")
    if not any(map(may_slip, lines)):
        return
    for line in swallowing_lines(node):
        if slip := slip_in(lines, line):
            raise _slipped(path, slip)


def _not_yaml(path: Path, text: str, error: yaml.MarkedYAMLError) -> DocgenError:
    if slip := slip_of(text, error):
        return _slipped(path, slip)
    mark = error.problem_mark or error.context_mark
    position = Position(str(path), mark.line + 1, mark.column + 1) if mark else Position(str(path), 1)
    return DocgenError("not-yaml", where=position, hint=hint_of(error), problem=problem_of(error))


def _slipped(path: Path, slip: Slip) -> DocgenError:
    return DocgenError("not-yaml", where=Position(str(path), slip.line, slip.column), hint=slip.hint, problem=slip.what)


class _Walk:
    """One walk over a document's nodes, which fills in the positions as it goes."""

    def __init__(self, document: YamlDocument) -> None:
        self._document = document
        self._open: set[int] = set()
        self._count = 0

    def value(self, node: yaml.Node, path: FieldPath) -> Any:
        position = self._document.positions[path] = self._begin(node)
        self._count += 1
        if self._count > _MOST_VALUES:
            raise DocgenError("yaml-too-large", where=position, most=_MOST_VALUES)
        if len(path) > _DEEPEST:
            raise DocgenError("yaml-too-deep", where=position, levels=_DEEPEST)
        if node.tag not in _TAGS:
            self._problem(message("yaml-unknown-tag", tag=node.tag), position)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self._open:
            raise DocgenError("yaml-anchor-in-itself", where=position)
        self._open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
            return self._mapping(node, path)
        finally:
            self._open.discard(id(node))

    def _begin(self, node: yaml.Node) -> Position:
        return Position(self._document.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text = composed(node.value)
        if node.style in ("|", ">"):
            # The line feed at the end is of the block's writing, not of its text.
            return text.rstrip("\n")
        if node.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            return int(text) if len(text) < 1000 else Decimal(text)
        return Decimal(text) if _DECIMAL.fullmatch(text) else text

    def _mapping(self, node: yaml.Node, path: FieldPath) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        merged: list[yaml.Node] = []
        for key_node, value_node in node.value:
            key = composed(key_node.value) if isinstance(key_node, yaml.ScalarNode) else key_node.value
            position, inner = self._begin(key_node), (*path, key)
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(message("yaml-key-not-text"), position)
            elif key == "<<" and not key_node.style:
                merged.append(value_node)
            elif key in values:
                first = self._document.key_positions[inner].line
                self._problem(message("duplicate-key", key=key, line=first), position)
            else:
                self._document.key_positions[inner] = position
                values[key] = self.value(value_node, inner)
        for value_node in merged:
            self._merge(value_node, path, values)
        return values

    def _merge(self, node: yaml.Node, path: FieldPath, values: dict[Any, Any]) -> None:
        """Take over the keys of a merged mapping (or of several) that are not there yet."""
        for source in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if not isinstance(source, yaml.MappingNode):
                self._problem(message("yaml-merge-of-no-mapping"), self._begin(node))
                continue
            inner = YamlDocument(self._document.file)
            walk = _Walk(inner)
            walk._open, walk._count = self._open, self._count
            merged = walk.value(source, path)
            self._count = walk._count
            for key in [key for key in merged if key not in values]:
                values[key] = merged[key]
                self._document.positions.update(_within((*path, key), inner.positions))
                self._document.key_positions.update(_within((*path, key), inner.key_positions))

    def _problem(self, what: Message, position: Position) -> None:
        self._document.problems.append(DocgenError.of(what, where=position))


def _within(path: FieldPath, positions: Mapping[FieldPath, Position]) -> dict[FieldPath, Position]:
    return {inner: position for inner, position in positions.items() if inner[: len(path)] == path}
