"""A content folder with its schemas in it, and the settings that tell VS Code which of its files has which."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError, Position
from docgen.model import Page
from docgen.reading import load
from docgen.schemas.files import content_schemas, manifest_schema, schema_file, write_schemas
from docgen.schemas.references import known_ids

FOLDER = ".schemas"
"""The folder of a content folder that holds its schemas; hidden, so that nothing else reads it."""

_SETTINGS = Path(".vscode") / "settings.json"
_KEY = "yaml.schemas"


def describe_folder(content: Path, page_types: Mapping[str, type[Page]], folder: Path | None = None) -> tuple[Path, ...]:
    """Write the schemas of a content folder, which suggest its ids; the files that were written are returned.

    They stand in the folder itself, with the settings of VS Code that name them; ``folder`` is another place for the
    schemas alone. ``page_types`` are the records of the kinds of page, by kind. What cannot be read of the content has
    no suggestions. Raises DocgenError where there is no content folder, or where its settings are not JSON.
    """
    schemas = content_schemas(page_types.values(), known_ids(load(content, page_types=page_types)))
    if folder is not None:
        return write_schemas({**schemas, **manifest_schema()}, folder)
    settings = _with_schemas(_settings(content / _SETTINGS), schemas)
    written = write_schemas(schemas, content / FOLDER)
    file = content / _SETTINGS
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{json.dumps(settings, ensure_ascii=False, indent=2)}\n", encoding="utf-8")
    return (*written, file)


def describe_kinds(page_types: Mapping[str, type[Page]], folder: Path) -> tuple[Path, ...]:
    """Write the schemas of content files of no folder in particular, which suggest no ids, and that of manifests."""
    return write_schemas({**content_schemas(page_types.values()), **manifest_schema()}, folder)


def _with_schemas(settings: dict[str, Any], files: Iterable[str]) -> dict[str, Any]:
    """The settings with the schemas of these files; other settings, and other schemas, stay."""
    named = {f"./{FOLDER}/{schema_file(pattern)}": pattern for pattern in files}
    others = {key: value for key, value in settings.get(_KEY, {}).items() if key not in named}
    return {**settings, _KEY: {**others, **named}}


def _settings(file: Path) -> dict[str, Any]:
    """The settings of VS Code that a folder has. DocgenError where they cannot be read."""
    if not file.is_file():
        return {}
    try:
        settings = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise DocgenError("settings-not-json", where=Position(str(file), line)) from error
    if not isinstance(settings, dict) or not isinstance(settings.get(_KEY, {}), dict):
        raise DocgenError("settings-not-json", where=Position(str(file), 1))
    return settings
