"""What a script gave for a record, so that an error of it is said with the record and the field."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from docgen.errors import DocgenError, DocgenErrors, FieldPath, Located
from docgen.messages import Message, message
from docgen.model.explain import explain
from docgen.value import value

# Where a path leads to nothing; None may be a value.
_NOTHING = object()


@value(frozen=True, slots=True)
class Given:
    """The fields of a record as a script gave them, by their names; ``record`` names it: Figure 'deaths'."""

    record: str
    fields: Mapping[str, object]

    @property
    def positions(self) -> Given:
        """The paths that lead to a value."""
        return self

    @property
    def key_positions(self) -> Mapping[FieldPath, Located]:
        """Keys have no places of their own."""
        return {}

    def __contains__(self, path: object) -> bool:
        return isinstance(path, tuple) and _led_to(self.fields, path) is not _NOTHING

    def position(self, path: FieldPath) -> Located | Message:
        """The record, and the field in it."""
        if not path:
            return self.record
        field = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).lstrip(".")
        return message("field-of-record", record=self.record, field=field)

    def value_at(self, path: FieldPath) -> object:
        """The value that a path leads to; None where it leads to nothing."""
        value = _led_to(self.fields, path)
        return None if value is _NOTHING else value


def _led_to(value: object, path: FieldPath) -> object:
    """What a path leads to in mappings and lists."""
    for key in path:
        value = _inner(value, key)
    return value


def _inner(value: object, key: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(key, _NOTHING)
    if isinstance(value, list | tuple) and isinstance(key, int):
        return value[key] if key < len(value) else _NOTHING
    return _NOTHING


def refused(error: ValidationError, record: type[BaseModel], fields: Mapping[str, object]) -> DocgenError:
    """The error, or the errors, of a record that a script made wrongly."""
    identifier = fields.get("id")
    name = f"{record.__name__} {identifier!r}" if isinstance(identifier, str) else record.__name__
    errors = explain(error, record, Given(name, fields), ())
    return errors[0] if len(errors) == 1 else DocgenErrors(errors)
