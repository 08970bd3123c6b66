"""Errors of pydantic in words that help the author of a file: with position, what was expected, and a hint."""

from __future__ import annotations

import re
import typing
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from docgen.errors import DocgenError, FieldPath, Located, WrongValue, nearest
from docgen.messages import Message, message
from docgen.model.cells.frame import WrongCell

# The names that pydantic gives to the branches of unions such as Decimal | DataReference.
_PLAIN = frozenset({"decimal", "int", "str", "float", "bool"})
# How pydantic calls a branch whose values a function reads first.
_FUNCTION = re.compile(r"function-before\[.*, (\w+)\]")
_KINDS = (
    ("string_pattern", "letters, digits, '.', '_', '-' and '/', beginning with a letter or digit"),
    ("string", "text"),
    ("int", "a whole number, such as 2023"),
    ("decimal", "a number, such as 1744, 47.9 or △0.4"),
    ("float", "a number, such as 1.5"),
    ("bool", "true or false"),
    ("tuple", "a list: [a, b], or lines that begin with '- '"),
    ("model", "keys and values (key: value)"),
    ("mapping", "keys and values (key: value)"),
    ("dict", "keys and values (key: value)"),
)


class Stated(Protocol):
    """What a record was to be made from: a YAML document, or the arguments of a script."""

    @property
    def positions(self) -> Container[FieldPath]:
        """The paths that lead to a value."""

    @property
    def key_positions(self) -> Mapping[FieldPath, Located]:
        """Where the keys are written that have a place of their own."""

    def position(self, path: FieldPath) -> Located | Message:
        """The place of a value, or of the nearest one around it."""

    def value_at(self, path: FieldPath) -> Any:
        """The value that a path leads to; None where it leads to nothing."""


def explain(error: ValidationError, record: type[BaseModel], document: Stated, base: FieldPath) -> list[DocgenError]:
    """The errors of the value at ``base`` of a document, which was to be a ``record``."""
    errors: dict[tuple[FieldPath, str], DocgenError] = {}
    wrong_types: dict[FieldPath, list[str]] = {}
    for detail in error.errors(include_url=False):
        kind, location = detail["type"], detail["loc"]
        path = _path(location, document, base)
        if _of_another_branch(location, document, base):
            continue
        if kind == "missing":
            errors[path, f"missing {location[-1]}"] = _missing(str(location[-1]), path, document)
        elif kind == "extra_forbidden":
            errors[path, kind] = _unknown(path, _records_at(record, location[:-1]), document)
        elif kind == "value_error":
            errors[path, kind] = _refused(detail, path, document)
        elif kind in ("literal_error", "enum"):
            errors[path, kind] = _not_one_of(detail, path, document)
        else:
            wrong_types.setdefault(path, []).append(_expected(kind, detail["msg"]))
    for path, expected in wrong_types.items():
        if not any(other[: len(path)] == path for other, _ in errors):
            errors[path, "type"] = _wrong_type(path, expected, document)
    return list(errors.values())


def _path(location: Iterable[str | int], document: Stated, base: FieldPath) -> FieldPath:
    """The path in the document that pydantic's location means: names of union branches left out."""
    path = base
    for part in location:
        if (*path, part) in document.positions:
            path = (*path, part)
    return path


def _of_another_branch(location: tuple[str | int, ...], document: Stated, base: FieldPath) -> bool:
    """Whether the error is of a branch of a union that the value is plainly not meant for.

    A mapping is meant for a record, anything else is not.
    """
    branch: str | None = None
    path = base
    for part in location:
        if (*path, part) in document.positions:
            path, branch = (*path, part), None
        elif isinstance(part, str):
            branch = branch or part
    if branch is None:
        return False
    branch = _FUNCTION.sub(r"\1", branch)
    is_mapping = isinstance(document.value_at(path), Mapping)
    return not is_mapping if branch[:1].isupper() else is_mapping and branch in _PLAIN


def _records_at(record: type[BaseModel], location: Iterable[str | int]) -> list[type[BaseModel]]:
    """The record classes that pydantic's location leads to."""
    classes = [record]
    for part in location:
        named = [cls for cls in classes if cls.__name__ == part]
        inner = [
            inner
            for cls in classes
            if isinstance(part, str) and part in cls.model_fields
            for inner in _records_of(cls.model_fields[part].annotation)
        ]
        classes = named or inner or classes
    return classes


def _records_of(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    for part in typing.get_args(annotation):
        yield from _records_of(part)


def _missing(name: str, path: FieldPath, document: Stated) -> DocgenError:
    value = document.value_at(path)
    given = [str(key) for key in value] if isinstance(value, Mapping) else []
    like = nearest(name, given)
    return DocgenError(
        f"{name!r} is missing",
        where=document.position(path),
        expected=f"a value for {name!r}",
        hint=f"{like} (a key that is there)" if like else f"add a line '{name}: …'",
    )


def _unknown(path: FieldPath, records: list[type[BaseModel]], document: Stated) -> DocgenError:
    names = [name for record in records for name in record.model_fields]
    key = str(path[-1])
    return DocgenError(
        f"unknown key {key!r}",
        where=document.key_positions.get(path, document.position(path)),
        expected=f"one of {', '.join(dict.fromkeys(names))}",
        hint=_in_quotes(key) or nearest(key, names) or "take it out, or look for its name in the list of keys",
    )


def _in_quotes(key: str) -> str | None:
    """The hint for what stands after the comma of an amount in ``{…}``: {value: 1,744億円} has the key 744億円."""
    return "put an amount with commas in quotes" if re.match(r"[0-9]{3}(?![0-9])", key) else None


def _refused(detail: Any, path: FieldPath, document: Stated) -> DocgenError:
    reason = detail.get("ctx", {}).get("error", detail["msg"])
    where = document.position(path)
    if isinstance(reason, WrongValue):
        return DocgenError.of(reason.message, where=where, hint=reason.hint)
    if isinstance(reason, WrongCell):
        return DocgenError.of(reason.wrong.message, where=message("place-in", outer=where, inner=reason.place))
    said = reason
    # A validator of a pack's own record speaks in words of its own.
    return DocgenError.of(said, where=where) if isinstance(said, Message) else DocgenError.said(str(said), where=where)


def _not_one_of(detail: Any, path: FieldPath, document: Stated) -> DocgenError:
    choices = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
    return DocgenError(
        f"{_shown(detail['input'])} is not one of the words for {str(path[-1])!r}",
        where=document.position(path),
        expected=message("one-of", names=tuple(choices)),
        hint=nearest(str(detail["input"]), choices) or "choose one of them",
    )


def _wrong_type(path: FieldPath, expected: list[str], document: Stated) -> DocgenError:
    value = document.value_at(path)
    name = f"{str(path[-1])!r}" if path else "the file"
    if path and isinstance(path[-1], int):
        names = [str(part) for part in path if isinstance(part, str)]
        name = f"an entry of {names[-1]!r}" if names else "an entry of the file"
    return DocgenError(
        f"{name} is {_shown(value)}, which is the wrong type",
        where=document.position(path),
        expected=" or ".join(dict.fromkeys(expected)),
        hint=_type_hint(value, expected),
    )


def _type_hint(value: Any, expected: list[str]) -> str | None:
    if isinstance(value, str) and any(words.startswith(("a number", "a whole number")) for words in expected):
        digits = re.search(r"[0-9][0-9,.]*", value)
        return f"write {digits.group().replace(',', '')}" if digits else "write digits"
    if isinstance(value, Mapping) and "text" in expected:
        return "put text that begins with { or holds ': ' in quotes"
    if not isinstance(value, list) and any(words.startswith("a list") for words in expected):
        return "begin the line with '- ', or put the value in [ ]"
    if value is None:
        return "write a value after the colon, or take the key out"
    return None


def _expected(kind: str, message: str) -> str:
    for start, words in _KINDS:
        if kind.startswith(start):
            return words
    return message[:1].lower() + message[1:]


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "keys and values"
    if isinstance(value, list | tuple):
        return "a list"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…'"
