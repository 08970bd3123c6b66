"""The schema of terms.yaml, a house's list of terms in the form of prh (https://github.com/prh/prh)."""

from __future__ import annotations

from docgen.schemas.records import Schema

_TEXT: Schema = {"type": ["string", "number"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_PATTERN: Schema = {"anyOf": [_TEXT, _TEXTS]}


def terms_schema() -> Schema:
    """The schema of a whole list: its version, what it imports, and its rules; a rule may be its expected word alone."""
    return _record(
        {
            "version": _TEXT,
            "meta": {},
            "targets": {},
            "imports": _one_or_several({"anyOf": [_TEXT, _import()]}),
            "rules": {"type": ["array", "null"], "items": {"anyOf": [_TEXT, _rule()]}},
        },
        ["version"],
    )


def _rule() -> Schema:
    spec = {"type": "object", "required": ["from", "to"]}
    return _record(
        {
            "expected": _TEXT,
            "pattern": _PATTERN,
            "patterns": _PATTERN,
            "regexpMustEmpty": _TEXT,
            "options": {"type": "object"},
            "specs": {"type": ["array", "null"], "items": spec},
            "prh": {"type": ["string", "null"]},
        },
        ["expected"],
    )


def _import() -> Schema:
    return _record({"path": _TEXT, "disableImports": {"type": "boolean"}, "ignoreRules": {}}, ["path"])


def _one_or_several(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


def _record(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
