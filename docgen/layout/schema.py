"""The JSON schema of layout.yaml, with which editors complete and check it: made from the model of a pack."""

from __future__ import annotations

import json
from typing import Any

from docgen.layout.edges import ACROSS, DOWN
from docgen.layout.pack import LayoutPack

SCHEMA_FILE = "layout.schema.json"

Schema = dict[str, Any]

_NULL: Schema = {"type": "null"}
_LENGTH: Schema = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^(\d+(\.\d+)?%|margin)( *[+-] *\d+(\.\d+)?)?$"}, _NULL],
    "description": "Points, percent of the page (50%), or by its margin (margin, margin + 60).",
}
_EDGES: Schema = {
    "type": "object",
    "description": "A box by its edges; what is left out across reaches to the margin.",
    "properties": {
        **{key: _LENGTH for key in (*ACROSS, *DOWN) if key != "columns"},
        "columns": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    },
    "additionalProperties": False,
}
_BOX: Schema = {
    "description": "[left, top, width, height] in points, or edges.",
    "anyOf": [
        {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4},
        {"$ref": "#/$defs/Edges"},
    ],
}


def layout_schema() -> Schema:
    """The schema of a layout.yaml: a pack that extends another states only what it has otherwise."""
    schema = LayoutPack.model_json_schema()
    kinds: dict[str, Schema] = schema["$defs"]
    for kind in (schema, *kinds.values()):
        kind.pop("required", None)
    kinds["Edges"], kinds["Box"] = _EDGES, _BOX
    box = {"$ref": "#/$defs/Box"}
    for name in ("PlaceholderSpec", "DecorationSpec"):
        kinds[name]["properties"]["box"] = box
    layout = kinds["SlideLayout"]["properties"]
    for part in ("placeholders", "decorations"):
        layout[part] = _removable(layout[part]["additionalProperties"])
    # Six digits need no quotes: docgen reads them as they are written.
    kinds["Colour"]["properties"]["rgb"]["anyOf"].append({"type": "integer"})
    of_template = _object("The box of a placeholder of the template.", template=_reference("The placeholder"))
    layout["slots"] = _removable({"anyOf": [box, of_template]})
    kinds["PlaceholderSpec"]["properties"]["template"] = _reference("A placeholder of the template's slide layout")
    shared = {part: layout[part] for part in ("placeholders", "decorations", "slots")}
    layout["template"] = _reference("A slide layout of the template")
    properties = {
        "extends": {"type": "string", "description": "The pack that this one differs from: its name or folder."},
        **schema.pop("properties"),
        "template": {"type": "string", "description": "A bureau's own .pptx or .potx in the pack's folder."},
        "every_slide_layout": _object("What stands in every slide layout unless it says otherwise.", **shared),
    }
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "layout.yaml of a layout pack"}
    return {**head, **{key: value for key, value in schema.items() if key != "title"}, "properties": properties}


def schema_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(layout_schema(), ensure_ascii=False, indent=2) + "\n"


def _removable(entry: Schema) -> Schema:
    """A mapping whose entries null takes away."""
    return {"type": "object", "additionalProperties": {"anyOf": [entry, _NULL]}}


def _object(description: str, **properties: Schema) -> Schema:
    return {"type": "object", "description": description, "properties": properties, "additionalProperties": False}


def _reference(what: str) -> Schema:
    return {"type": ["string", "integer"], "description": f"{what}, by name or number."}
