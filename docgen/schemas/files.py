"""A schema for each file of a content folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.model import Compendium, Page
from docgen.model.acceptance import Acceptance
from docgen.model.accepted import ACCEPTED_FILE
from docgen.model.compendium import CarriedOver
from docgen.model.manifest import Manifest
from docgen.model.page import PAGE_KIND_WORDS
from docgen.reading.files import (
    CARRIED_OVER_FILE,
    COLLECTIONS,
    MAIN_FILE,
    TERMS_FILE,
    Collection,
)
from docgen.schemas.records import Schema, record_schemas
from docgen.schemas.references import NO_IDS, KnownIds
from docgen.schemas.terms import terms_schema

_DRAFT = "http://json-schema.org/draft-07/schema#"
# The lists of compendium.yaml that are no collections.
_LISTS = ("sections", "measure_notes")
_PAGE = "PageOfAKind"


def content_schemas(page_types: Iterable[type[Page]], ids: KnownIds = NO_IDS) -> Mapping[str, Schema]:
    """The schemas of a content folder's files, by the file or the files that they are for: ``indicators/*.yaml``.

    ``page_types`` are the records of the kinds of page that stand in pages/, a layout pack's own among them.
    """
    pages = tuple(page_types)
    alone = [collection.record for collection in COLLECTIONS if collection.record is not Page]
    of = record_schemas([Compendium, CarriedOver, Acceptance, *alone, *pages], ids)
    of_pages = _pages_schema({page: of[page] for page in pages})
    schemas = {MAIN_FILE: _main_schema(of[Compendium], of_pages), CARRIED_OVER_FILE: _headed(of[CarriedOver])}
    schemas[ACCEPTED_FILE] = _headed(_one_or_several(of[Acceptance]))
    schemas[TERMS_FILE] = _headed(terms_schema())
    for collection in COLLECTIONS:
        schema = of_pages if collection.record is Page else of[collection.record]
        for files in _files_of(collection):
            schemas[files] = _headed(_one_or_several(schema))
    return schemas


def manifest_schema() -> Mapping[str, Schema]:
    """The schema of the manifests of decks, for programs that read them."""
    return {"manifest.json": _headed(record_schemas([Manifest], NO_IDS)[Manifest])}


def write_schemas(schemas: Mapping[str, Schema], folder: Path) -> tuple[Path, ...]:
    """Write schemas into a folder, a file each; the files are returned."""
    folder.mkdir(parents=True, exist_ok=True)
    for files, schema in schemas.items():
        text = f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n"
        (folder / schema_file(files)).write_text(text, encoding="utf-8")
    return tuple(folder / schema_file(files) for files in schemas)


def schema_file(files: str) -> str:
    """The name of the schema of files: ``indicators.schema.json`` for ``indicators/*.yaml``."""
    return f"{files.partition('/')[0].partition('.')[0]}.schema.json"


def _files_of(collection: Collection) -> Iterable[str]:
    if collection.file is not None:
        yield collection.file
    if collection.folder is not None:
        yield f"{collection.folder}/*.yaml"


def _main_schema(compendium: Schema, of_pages: Schema) -> Schema:
    """The schema of compendium.yaml, which may hold the records of every collection."""
    page = {key: value for key, value in of_pages.items() if key != "$defs"}
    definitions = {**compendium["$defs"], **of_pages["$defs"], _PAGE: page}
    properties = {key: value for key, value in compendium["properties"].items() if key != "carried_over"}
    properties["pages"] = {**properties["pages"], "items": {"$ref": f"#/$defs/{_PAGE}"}}
    for name in (*_LISTS, *(collection.field for collection in COLLECTIONS)):
        one = properties[name]
        properties[name] = {**_one_or_several(one["items"]), "description": one["description"]}
    return _headed({**compendium, "$defs": definitions, "properties": properties})


def _pages_schema(of_each: Mapping[type[Page], Schema]) -> Schema:
    """The schema of a page of its own: which keys it has is said by its kind."""
    definitions: Schema = {}
    cases: list[Schema] = []
    words: list[str] = []
    known = dict(PAGE_KIND_WORDS.japanese)
    for page, schema in of_each.items():
        definitions.update(schema["$defs"])
        definitions[page.__name__] = {key: value for key, value in schema.items() if key != "$defs"}
        called = [page.kind, *known.get(page.kind, ()), *page.kind_words]
        words += called
        kind = {"properties": {"kind": {"enum": called}}, "required": ["kind"]}
        cases.append({"if": kind, "then": {"$ref": f"#/$defs/{page.__name__}"}})
    head = {"type": "object", "properties": {"kind": {"enum": words}}, "required": ["kind", "id"]}
    return {**head, "allOf": cases, "$defs": definitions}


def _one_or_several(schema: Schema) -> Schema:
    """The schema of one record, or of a list of them."""
    definitions = {"$defs": schema["$defs"]} if "$defs" in schema else {}
    single = {key: value for key, value in schema.items() if key != "$defs"}
    return {"if": {"type": "array"}, "then": {"items": single}, "else": {"allOf": [single]}, **definitions}


def _headed(schema: Schema) -> Schema:
    return {"$schema": _DRAFT, **schema}
