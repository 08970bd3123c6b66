"""A manifest as JSON: the same manifest gives the same text."""

from __future__ import annotations

import json

from docgen.errors import DocgenError
from docgen.model.manifest import FORMAT, Manifest


def manifest_json(manifest: Manifest) -> str:
    """A manifest as people and programs read it; what it does not state is left out."""
    return f"{json.dumps(manifest.model_dump(exclude_none=True), ensure_ascii=False, indent=1)}\n"


def read_manifest(text: str | bytes, where: str) -> Manifest:
    """The manifest of a JSON text.

    Raises DocgenError, at ``where``, for a text that is none, and for one that a later docgen wrote.
    """
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocgenError("manifest-unreadable", where=where) from error
    form = rows.get("format") if isinstance(rows, dict) else None
    if isinstance(form, int) and form > FORMAT:
        raise DocgenError("manifest-newer", where=where, format=form, known=FORMAT)
    if not isinstance(rows, dict):
        raise DocgenError("manifest-unreadable", where=where)
    try:
        return Manifest(**rows)
    except DocgenError as error:
        raise DocgenError("manifest-unreadable", where=where) from error
