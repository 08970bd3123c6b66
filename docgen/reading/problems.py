"""What pydantic finds wrong in a record, said with its place in the file and a hint."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from docgen.errors import DocgenError, FieldPath, nearest
from docgen.model.record import Record
from docgen.reading.yaml_nodes import Written

# The names that pydantic gives to the branches of unions such as Decimal | DataReference.
_PLAIN = frozenset({"decimal", "int", "str", "float", "bool"})
_KINDS = (
    ("string_pattern", "letters, digits, '.', '_', '-' and '/', beginning with a letter or digit"),
    ("string", "text"),
    ("int", "a whole number, such as 2023"),
    ("decimal", "a number, such as 1744 or 47.9 (no commas, no unit)"),
    ("float", "a number, such as 1.5"),
    ("bool", "true or false"),
    ("tuple", "a list: [a, b], or lines that begin with '- '"),
    ("model", "keys and values (key: value)"),
    ("mapping", "keys and values (key: value)"),
    ("dict", "keys and values (key: value)"),
)


def explain(error: ValidationError, record: type[Record], written: Written, base: FieldPath) -> list[DocgenError]:
    """The errors of the value at ``base`` of a file, which was to be a ``record``."""
    found: dict[tuple[FieldPath, str], DocgenError] = {}
    wrong_types: dict[FieldPath, list[str]] = {}
    for each in error.errors(include_url=False):
        kind, loc = each["type"], each["loc"]
        path = _path(loc, written, base)
        if _other_branch(loc, path, written, base):
            continue
        if kind == "missing":
            found[path, f"missing {loc[-1]}"] = _missing(str(loc[-1]), path, written)
        elif kind == "extra_forbidden":
            found[path, kind] = _unknown(path, _records_at(record, loc[:-1]), written)
        elif kind in ("value_error", "duplicate_id"):
            found[path, kind] = _refused(each, path, written)
        elif kind in ("literal_error", "enum"):
            found[path, kind] = _not_one_of(each, path, written)
        else:
            wrong_types.setdefault(path, []).append(_expected(kind, each["msg"]))
    for path, expected in wrong_types.items():
        if not any(other[: len(path)] == path for other, _ in found):
            found[path, "type"] = _wrong_type(path, expected, written)
    return list(found.values())


def _path(loc: Iterable[str | int], written: Written, base: FieldPath) -> FieldPath:
    """The path in the file that pydantic's location means: names of union branches left out."""
    path = base
    for part in loc:
        if (*path, part) in written.places:
            path = (*path, part)
    return path


def _other_branch(loc: tuple[str | int, ...], path: FieldPath, written: Written, base: FieldPath) -> bool:
    """Whether the error is of a union's branch that the value is plainly not meant for.

    A mapping is meant for a record, anything else is not.
    """
    branch, at = None, base
    for part in loc:
        if (*at, part) in written.places:
            at, branch = (*at, part), None
        elif isinstance(part, str):
            branch = branch or part
    if branch is None:
        return False
    is_mapping = isinstance(_value(written, at), Mapping)
    return not is_mapping if branch[:1].isupper() else is_mapping and branch in _PLAIN


def _value(written: Written, path: FieldPath) -> Any:
    value = written.value
    for part in path:
        value = value[part]
    return value


def _records_at(record: type[Record], loc: Iterable[str | int]) -> list[type[Record]]:
    """The record classes that pydantic's location leads to."""
    classes = [record]
    for part in loc:
        named = [cls for cls in classes if cls.__name__ == part]
        inner = [
            each
            for cls in classes
            if isinstance(part, str) and part in cls.model_fields
            for each in _records_of(cls.model_fields[part].annotation)
        ]
        classes = named or inner or classes
    return classes


def _records_of(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        if issubclass(annotation, Record):
            yield annotation
        return
    for part in typing.get_args(annotation):
        yield from _records_of(part)


def _missing(name: str, path: FieldPath, written: Written) -> DocgenError:
    value = _value(written, path)
    given = [str(key) for key in value] if isinstance(value, Mapping) else []
    like = nearest(name, given)
    return DocgenError(
        f"{name!r} is missing",
        where=written.place(path),
        expected=f"a value for {name!r}",
        hint=f"{like} (a key that is there)" if like else f"add a line '{name}: …'",
    )


def _unknown(path: FieldPath, records: list[type[Record]], written: Written) -> DocgenError:
    names = [name for record in records for name in record.model_fields]
    key = str(path[-1])
    return DocgenError(
        f"unknown key {key!r}",
        where=written.keys.get(path, written.place(path)),
        expected=f"one of {', '.join(dict.fromkeys(names))}",
        hint=nearest(key, names) or "take it out, or look for its name in the list of keys",
    )


def _refused(each: Any, path: FieldPath, written: Written) -> DocgenError:
    reason = each.get("ctx", {}).get("error", each["msg"])
    text = str(reason)
    if text.endswith("is not a period"):
        return DocgenError(
            text,
            where=written.place(path),
            expected="a period: 2022年, 2022年度, 2021年度末, 2022年末, 2023年3月, 2017年～2022年",
            hint="write the year in four digits, or with its era (令和4年)",
        )
    return DocgenError(text, where=written.place(path))


def _not_one_of(each: Any, path: FieldPath, written: Written) -> DocgenError:
    choices = re.findall(r"'([^']*)'", each["ctx"]["expected"])
    value = str(each["input"])
    return DocgenError(
        f"{_shown(each['input'])} is not one of the words for {str(path[-1])!r}",
        where=written.place(path),
        expected=f"one of {', '.join(choices)}",
        hint=nearest(value, choices) or "choose one of them",
    )


def _wrong_type(path: FieldPath, expected: list[str], written: Written) -> DocgenError:
    value = _value(written, path)
    name = f"{str(path[-1])!r}" if path else "the file"
    if path and isinstance(path[-1], int):
        names = [str(part) for part in path if isinstance(part, str)]
        name = f"an entry of {names[-1]!r}" if names else "an entry of the file"
    return DocgenError(
        f"{name} is {_shown(value)}, which is the wrong type",
        where=written.place(path),
        expected=" or ".join(dict.fromkeys(expected)),
        hint=_type_hint(value, expected),
    )


def _type_hint(value: Any, expected: list[str]) -> str | None:
    if isinstance(value, str) and any(each.startswith(("a number", "a whole number")) for each in expected):
        digits = re.match(r"[0-9,.]+", value)
        return f"write {digits.group().replace(',', '')}" if digits else "write digits"
    if isinstance(value, Mapping) and any(each == "text" for each in expected):
        return "put text that begins with { or holds ': ' in quotes"
    if not isinstance(value, list) and any(each.startswith("a list") for each in expected):
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
