"""Errors of pydantic in words that help the author of a file: with position, what was expected, and a hint."""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from docgen.errors import DocgenError, FieldPath, Located, WrongValue, nearest
from docgen.messages import Message, Phrase, message
from docgen.model.cells.frame import WrongCell
from docgen.model.wanted import FLOAT, LIST, NUMBER, TEXT, WHOLE_NUMBER, wanted

# The names that pydantic gives to the branches of unions such as Decimal | DataReference.
_PLAIN = frozenset({"decimal", "int", "str", "float", "bool"})
# How pydantic calls a branch whose values a function reads first.
_MOST_SHOWN = 60
# Keys are alike only where one may be the other, mistyped: amount and unit are two keys.
_LIKE_KEYS = 0.67
_FUNCTION = re.compile(r"function-before\[.*, (\w+)\]")


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
    wrong_types: dict[FieldPath, list[Phrase]] = {}
    for detail in error.errors(include_url=False):
        kind, location = detail["type"], detail["loc"]
        path = _path(location, document, base)
        if _of_another_branch(location, document, base):
            continue
        if kind == "missing":
            errors[path, f"missing {location[-1]}"] = _missing(str(location[-1]), path, document)
        elif kind == "extra_forbidden":
            errors[path, kind] = _unknown(path, _records_at(record, location[:-1]), document)
        elif kind in ("value_error", "assertion_error"):
            errors[path, kind] = _refused(detail, path, document)
        elif kind in ("literal_error", "enum"):
            errors[path, kind] = _not_one_of(detail, path, document)
        else:
            said = wanted(kind, detail.get("ctx", {}), detail["msg"])
            if said not in wrong_types.setdefault(path, []):
                wrong_types[path].append(said)
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
    like = nearest(name, given, _LIKE_KEYS)
    hint = message("key-that-is-there", like=like) if like else None
    return DocgenError("key-missing", where=document.position(path), hint=hint, name=name)


def _unknown(path: FieldPath, records: list[type[BaseModel]], document: Stated) -> DocgenError:
    names = tuple(dict.fromkeys(field.alias or name for record in records for name, field in record.model_fields.items()))
    key = str(path[-1])
    around = document.value_at(path[:-1])
    given = around if isinstance(around, Mapping) else {}
    free = [name for name in names if name not in given]
    return DocgenError(
        "unknown-key",
        where=document.key_positions.get(path, document.position(path)),
        hint=_in_quotes(key) or nearest(key, free, _LIKE_KEYS),
        key=key,
        names=names,
    )


def _in_quotes(key: str) -> Message | None:
    """The hint for what stands after the comma of an amount in ``{…}``: {value: 1,744億円} has the key 744億円."""
    return message("quote-amount") if re.match(r"[0-9]{3}(?![0-9])", key) else None


def _refused(detail: Any, path: FieldPath, document: Stated) -> DocgenError:
    reason = detail.get("ctx", {}).get("error", detail["msg"])
    where = document.position(path)
    if isinstance(reason, WrongValue):
        return DocgenError.of(reason.message, where=where, hint=reason.hint)
    if isinstance(reason, WrongCell):
        return DocgenError.of(reason.wrong.message, where=message("place-in", outer=where, inner=reason.place))
    if isinstance(reason, Message):
        return DocgenError.of(reason, where=where)
    # A validator of a pack's own record speaks in words of its own.
    return DocgenError("own-words", where=where, words=str(reason))


def _not_one_of(detail: Any, path: FieldPath, document: Stated) -> DocgenError:
    choices = re.findall(r"'([^']*)'", detail["ctx"]["expected"])
    return DocgenError(
        "not-one-of-words",
        where=document.position(path),
        hint=nearest(str(detail["input"]), choices),
        value=_shown(detail["input"]),
        key=str(path[-1]),
        words=tuple(choices),
    )


def _wrong_type(path: FieldPath, expected: list[Phrase], document: Stated) -> DocgenError:
    value = document.value_at(path)
    return DocgenError(
        "value-of-wrong-type",
        where=document.position(path),
        expected=functools.reduce(lambda first, second: message("either-or", first=first, second=second), expected),
        hint=_type_hint(value, expected),
        name=_named(path),
        value=_shown(value),
    )


def _named(path: FieldPath) -> Message:
    """What a path leads to: a key, an entry of a list, the whole file."""
    names = [part for part in path if isinstance(part, str)]
    if not path:
        return message("the-file")
    if isinstance(path[-1], str):
        return message("the-key", name=path[-1])
    return message("entry-of", name=names[-1]) if names else message("entry-of-file")


def _type_hint(value: Any, expected: list[Phrase]) -> Message | None:
    if isinstance(value, str) and any(phrase in (NUMBER, WHOLE_NUMBER, FLOAT) for phrase in expected):
        digits = re.search(r"[0-9][0-9,.]*", value)
        return message("write-number", number=digits.group().replace(",", "")) if digits else message("write-digits")
    if isinstance(value, Mapping) and TEXT in expected:
        return message("quote-brace-or-colon")
    if not isinstance(value, list) and LIST in expected:
        return message("write-list")
    return message("write-value") if value is None else None


def _shown(value: Any) -> Phrase:
    if value is None:
        return message("shown-nothing")
    if isinstance(value, Mapping):
        return message("shown-keys")
    if isinstance(value, list | tuple):
        return message("shown-list")
    text = str(value)
    short = text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"
    return message("a-text", text=short) if isinstance(value, str) else short
