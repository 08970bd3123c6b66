"""The base of all records: frozen, closed to unknown keys, compared by their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    PrivateAttr,
    StringConstraints,
    ValidationError,
)
from pydantic_core import CoreSchema, core_schema

from docgen.errors import FieldPath, WrongValue
from docgen.model.cells.plain import plain_value
from docgen.model.given import refused
from docgen.model.wanted import IDENTIFIER_PATTERN

Identifier = Annotated[str, StringConstraints(pattern=IDENTIFIER_PATTERN)]
"""A stable id: letters, digits, dot, underscore, hyphen, slash."""

PLAIN = frozenset({str, int, float, bool, Decimal, type(None)})
"""The types of most values of fields, which hold no others."""

Prose = str
"""Text for a page: a jinja2 template over the data, then the inline markup of docgen.prose.markup."""


def _in_a_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_in_a_list, json_schema_input_type=str | tuple[str, ...])]
"""Names; a single one may be written alone."""

FormerNames = Annotated[
    tuple[Identifier, ...], BeforeValidator(_in_a_list, json_schema_input_type=str | tuple[str, ...])
]
"""Ids that a record had in years before; a single one may be written alone."""


class Record(BaseModel):
    """A frozen record. ``home`` is the compendium that it was loaded with, None for one made in a script."""

    # A plain number where text is wanted is the text as written: 2022 for a name, 25 in a cell.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        arbitrary_types_allowed=True,
        coerce_numbers_to_str=True,
        # The schema of a record is made when the first is: a build uses some of them alone.
        defer_build=True,
        allow_inf_nan=False,
    )

    _home: Any = PrivateAttr(default=None)

    # For the type checker the fields are the arguments. Content that is read does not come this way.
    if not TYPE_CHECKING:

        def __init__(self, /, **given: Any) -> None:
            fields = {name: plain_value(value) for name, value in given.items()}
            try:
                super().__init__(**fields)
            except ValidationError as error:
                raise refused(error, type(self), fields) from None

        # So that records within records are not made by this call, but checked with the outer one.
        __init__.__pydantic_base_init__ = True

    @classmethod
    def model_rebuild(cls, **given: Any) -> bool | None:
        """Make the record's schema, after those of the records within it: each is made once, not in all around it."""
        for inner in _records_within(cls):
            super(Record, inner).model_rebuild(raise_errors=False)
        return super().model_rebuild(**given)

    @property
    def home(self) -> Any:
        """The Compendium this record belongs to, or None."""
        return self._home

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]


def _records_within(record: type[Record]) -> list[type[Record]]:
    """The records in a record's fields that have no schema yet, each after those in its own fields."""
    found: dict[type[Record], None] = {}
    under_way = {record}

    def look_into(outer: type[Record]) -> None:
        for field in outer.model_fields.values():
            for inner in _records_in(field.annotation):
                if inner not in under_way and not inner.__pydantic_complete__:
                    under_way.add(inner)
                    look_into(inner)
                    found[inner] = None

    look_into(record)
    return list(found)


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that a type is made of: Figure for tuple[Figure, ...]."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)


class Named(Record):
    """A record with a name of its own, which stays from year to year.

    ``formerly`` are the names that it had: those of several records that became this one, or that of one which was parted.

        {id: I-1065, formerly: [I-1062]}
    """

    id: Identifier
    formerly: FormerNames = ()


def plain_values(record: Record, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    """The values in a record's fields, lists and mappings with their paths, without those of inner records."""
    for name, value in record.__dict__.items():
        if type(value) in PLAIN:
            yield (*path, name), value
        else:
            yield from _plain_values(value, (*path, name))


def _plain_values(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    if type(value) in PLAIN:
        yield path, value
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _plain_values(inner, (*path, index))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _plain_values(inner, (*path, key))
    elif not isinstance(value, Record):
        yield path, value


def texts(record: Record, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """The texts among the :func:`plain_values` of a record."""
    for name, value in record.__dict__.items():
        if type(value) is str:
            yield (*path, name), value
        elif type(value) not in PLAIN:
            yield from _texts(value, (*path, name))


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    parts = enumerate(value) if isinstance(value, tuple) else value.items() if isinstance(value, Mapping) else ()
    for key, inner in parts:
        if type(inner) is str:
            yield (*path, key), inner
        elif type(inner) not in PLAIN and not isinstance(inner, Record):
            yield from _texts(inner, (*path, key))


R = TypeVar("R", bound=Record)


class Register(Mapping[str, R], Generic[R]):
    """Records by their id, in the order in which they were given. Immutable.

    In YAML and in scripts it is given as a list of records (or a mapping by id).
    """

    def __init__(self, records: tuple[R, ...] = ()) -> None:
        self._records: dict[str, R] = {}
        for record in records:
            identifier = str(record.id)  # type: ignore[attr-defined]
            if identifier in self._records:
                raise WrongValue("duplicate-id", name=identifier)
            self._records[identifier] = record

    def __getitem__(self, identifier: str) -> R:
        return self._records[identifier]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Register) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Register({list(self._records)})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        records = handler.generate_schema(GenericAlias(tuple, (source.__args__[0], ...)))

        def gather(value: Any) -> Any:
            if isinstance(value, Register):
                return tuple(value.values())
            return tuple(value.values()) if isinstance(value, Mapping) else value

        def register(value: tuple[R, ...]) -> Register[R]:
            return cls(value)

        return core_schema.no_info_after_validator_function(
            register, core_schema.no_info_before_validator_function(gather, records)
        )
