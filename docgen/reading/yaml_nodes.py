"""YAML read once for both its values and their places.

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

from docgen.errors import DocgenError, FieldPath, Position

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map")
)
# A file written by hand has some thousands of values; aliases of aliases can make billions.
_MOST_VALUES = 500_000
_DEEPEST = 100
_BRACKETS = re.compile(r"[\[\]{}]")
_DEEP_LINE = re.compile(r"^(?: {200}|(?:[-?:] +){50})", re.MULTILINE)


@dataclass(slots=True)
class Written:
    """What a YAML file says: its value, the place of each value and of each key, and what is wrong.

    A file that is not YAML, or is not there, is not ``readable``.

    Places are found by the path of keys and indices that leads to the value.
    """

    file: str
    value: Any = None
    places: dict[FieldPath, Position] = field(default_factory=dict)
    keys: dict[FieldPath, Position] = field(default_factory=dict)
    problems: list[DocgenError] = field(default_factory=list)
    readable: bool = True

    def place(self, path: FieldPath) -> Position:
        """The place of a value, or of the nearest one around it."""
        for length in range(len(path), -1, -1):
            found = self.places.get(path[:length])
            if found is not None:
                return found
        return Position(self.file, 1)


def read_yaml(path: Path) -> Written:
    """The values and places of a file. Raises DocgenError where it cannot be read or is not YAML."""
    written = Written(str(path))
    text = _text(path)
    try:
        _refuse_deep_nesting(text, path)
        node = yaml.compose(text, Loader=_LOADER)
        if node is not None:
            written.value = _Walk(written).value(node, ())
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(path, error) from error
    except yaml.YAMLError as error:
        raise DocgenError(
            f"not YAML: {error}", where=Position(str(path), 1), expected="text in YAML"
        ) from error
    return written


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
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark is not None else 1
            where = Position(str(path), line)
            raise DocgenError("nested too deeply", where=where, expected=f"at most {_DEEPEST} levels")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise DocgenError(
            "not UTF-8 text",
            where=Position(str(path), line),
            expected="a text file in UTF-8",
            hint="save the file as UTF-8 in your editor",
        ) from error
    except OSError as error:
        raise DocgenError(f"cannot be read: {error.strerror}", where=str(path)) from error


def _not_yaml(path: Path, error: yaml.MarkedYAMLError) -> DocgenError:
    mark = error.problem_mark or error.context_mark
    place = Position(str(path), mark.line + 1, mark.column + 1) if mark else Position(str(path), 1)
    problem = error.problem or "the file cannot be parsed"
    hint = None
    if "mapping values are not allowed" in problem:
        hint = "put text that holds ': ' in quotes"
    elif "cannot start any token" in problem:
        hint = "indent with spaces and put text that begins with a sign such as @ or ` in quotes"
    elif "flow" in f"{problem} {error.context}":
        hint = "put text that begins with { or [ in quotes"
    return DocgenError(f"not YAML: {problem}", where=place, expected="keys and values in YAML", hint=hint)


class _Walk:
    """One walk over a document's nodes, which fills in the places as it goes."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._open: set[int] = set()
        self._count = 0

    def value(self, node: yaml.Node, path: FieldPath) -> Any:
        place = Position(self._written.file, node.start_mark.line + 1, node.start_mark.column + 1)
        self._written.places[path] = place
        self._count += 1
        if self._count > _MOST_VALUES:
            raise DocgenError("anchors unfold to too many values", where=place)
        if node.tag not in _TAGS:
            self._problem(f"unknown tag {node.tag!r}", place, "a value without a tag")
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self._open:
            raise DocgenError("an anchor that holds itself", where=place)
        self._open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
            return self._mapping(node, path)
        finally:
            self._open.discard(id(node))

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text: str = node.value
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
            place = Position(self._written.file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                hint = "put text that begins with { in quotes"
                self._problem("a key that is not text", place, "key: value", hint)
            elif key_node.value == "<<" and not key_node.style:
                merged.append(value_node)
            elif key_node.value in values:
                first = self._written.keys[(*path, key_node.value)].line
                self._problem(
                    f"duplicate key {key_node.value!r}",
                    place,
                    "each key once",
                    f"the first one is in line {first}; take one of them out",
                )
            else:
                self._written.keys[(*path, key_node.value)] = place
                values[key_node.value] = self.value(value_node, (*path, key_node.value))
        for value_node in merged:
            self._merge(value_node, path, values)
        return values

    def _merge(self, node: yaml.Node, path: FieldPath, values: dict[Any, Any]) -> None:
        """Take over the keys of a merged mapping (or of several) that are not there yet."""
        sources = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for source in sources:
            if not isinstance(source, yaml.MappingNode):
                place = Position(self._written.file, node.start_mark.line + 1, node.start_mark.column + 1)
                self._problem("<< merges keys and values only", place, "an alias of a mapping, such as *name")
                continue
            inner = Written(self._written.file)
            walk = _Walk(inner)
            walk._open, walk._count = self._open, self._count
            merged = walk.value(source, path)
            self._count = walk._count
            for key, value in merged.items():
                if key not in values:
                    values[key] = value
                    own = (*path, key)
                    self._written.places.update(_below(own, inner.places))
                    self._written.keys.update(_below(own, inner.keys))

    def _problem(self, what: str, place: Position, expected: str, hint: str | None = None) -> None:
        self._written.problems.append(DocgenError(what, where=place, expected=expected, hint=hint))


def _below(path: FieldPath, places: Mapping[FieldPath, Position]) -> dict[FieldPath, Position]:
    return {at: place for at, place in places.items() if at[: len(path)] == path}
