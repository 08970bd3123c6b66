"""The schema of a record: made from its pydantic model, told in the words of content files.

A number may have the digits and signs of official tables, text may be a number, and a key says what it means. Keys
that hold ids suggest those of the folder, and take any other.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic.json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema

from docgen.fields import meaning_of
from docgen.model import Page, Record
from docgen.model.measured import Measured
from docgen.schemas.references import KnownIds

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"]}
NUMBER: Schema = {"type": ["number", "string"], "pattern": r"^\s*[△▲−－\-]?\s*[0-9０-９]"}
_ANY_DATA: Schema = {"type": ["string", "object"]}
_EXAMPLE = re.compile(r"(?:^ {8}.+\n)+", re.MULTILINE)


def generator(ids: KnownIds) -> type[GenerateJsonSchema]:
    """The class that makes schemas of records which suggest these ids."""

    class RecordSchemas(GenerateJsonSchema):
        def str_schema(self, schema: core_schema.StringSchema) -> Schema:
            return {**TEXT, **{key: value for key, value in super().str_schema(schema).items() if key != "type"}}

        def decimal_schema(self, schema: core_schema.DecimalSchema) -> Schema:
            return dict(NUMBER)

        def float_schema(self, schema: core_schema.FloatSchema) -> Schema:
            return dict(NUMBER)

        def any_schema(self, schema: core_schema.AnySchema) -> Schema:
            return dict(_ANY_DATA)

        def bytes_schema(self, schema: core_schema.BytesSchema) -> Schema:
            return {"type": "string"}

        def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
            # What a key is without being written is told in words; the values of defaults are of the code.
            return self.generate_inner(schema["schema"])

        def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
            record = schema["cls"]
            made = super().model_schema(schema)
            made.pop("title", None)
            made.pop("description", None)
            properties: Schema = {
                key: _told(record, key, _suggesting(ids.suggested(record, key), _untitled(inner)))
                for key, inner in made.get("properties", {}).items()
            }
            if issubclass(record, Page):
                properties = {"kind": _told(record, "kind", dict(TEXT)), **properties}
            # The unit may stand behind the value itself.
            required = [key for key in made.get("required", ()) if not (key == "unit" and issubclass(record, Measured))]
            more = {"required": required} if required else {}
            example = example_of(record)
            shown = {"examples": [example]} if example is not None else {}
            return {"type": "object", "properties": properties, **more, "additionalProperties": False, **shown}

    return RecordSchemas


def record_schemas(records: Sequence[type[Record]], ids: KnownIds) -> Mapping[type[Record], Schema]:
    """The schema of each record, with those of the records within it in its $defs.

    All are made at once: pydantic finds names for the records within them once, and not anew for each.
    """
    kinds = [(record, "validation") for record in dict.fromkeys(records)]
    named, whole = models_json_schema(
        kinds, by_alias=True, ref_template=DEFAULT_REF_TEMPLATE, schema_generator=generator(ids)  # type: ignore[arg-type]
    )
    every: Schema = whole["$defs"]
    schemas = {}
    for record in dict.fromkeys(records):
        schema = every[_name_in(named[record, "validation"]["$ref"])]
        schemas[record] = {"$defs": {name: every[name] for name in sorted(_within(schema, every))}, **schema}
    return schemas


def _within(schema: Schema, every: Schema) -> set[str]:
    """The names of the definitions that a schema refers to, itself or by others."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        new = set(map(_name_in, _references(waiting.pop()))) - found
        found |= new
        waiting += [every[name] for name in new]
    return found


def _references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _name_in(reference: str) -> str:
    return reference.rpartition("/")[2]


def example_of(record: type[Record]) -> object:
    """The YAML in the docstring of a record as a value; None where it has none."""
    # Imported here: nothing else in this file needs the library.
    import yaml

    found = _EXAMPLE.search(f"{record.__doc__ or ''}\n")
    if found is None:
        return None
    # Several examples stand below each other, each in a line of its own.
    lines = textwrap.dedent(found.group()).splitlines()
    return yaml.safe_load(lines[0] if lines[0].startswith("{") else "\n".join(lines))


def _told(record: type[Record], key: str, schema: Schema) -> Schema:
    """The schema of a key with what it means, in both languages."""
    meaning: Mapping[Any, str] | None = meaning_of(record, key)
    words = f"{meaning['ja']}\n\n{meaning['en']}" if meaning is not None else _first_line(record)
    # Draft-07 reads nothing beside a reference.
    return {"allOf": [schema], "description": words} if "$ref" in schema else {**schema, "description": words}


def _untitled(schema: Schema) -> Schema:
    """A schema without the title that pydantic makes of a field's name."""
    return {name: value for name, value in schema.items() if name != "title"}


def _first_line(record: type[Record]) -> str:
    return (inspect.getdoc(record) or "").partition("\n")[0]


def _suggesting(ids: tuple[str, ...], schema: Schema) -> Schema:
    """A schema whose texts are any of these ids, or another."""
    if not ids:
        return schema
    if "anyOf" in schema:
        branches = [_suggesting(ids, branch) for branch in schema["anyOf"]]
        return {**schema, "anyOf": branches}
    if schema.get("type") == "array":
        return {**schema, "items": _suggesting(ids, schema["items"])}
    return {"anyOf": [{"enum": list(ids)}, schema]} if "string" in schema.get("type", ()) else schema
