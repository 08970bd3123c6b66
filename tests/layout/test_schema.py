"""The schema of layout.yaml: as the file is, and as docgen reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from support.foreign_templates import TEMPLATES
from support.real_deck import PACKS, ROOT, pack_name

from docgen.cli import main
from docgen.layout.schema import SCHEMA_FILE, layout_schema, schema_text
from docgen.layout.start import start_pack

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (pip install -e '.[dev]')")


def wrong(text: str) -> list[str]:
    """What the schema finds wrong in a layout.yaml, by the places."""
    value: Any = yaml.safe_load(text)
    found = jsonschema.Draft7Validator(layout_schema()).iter_errors(value)
    return [".".join(str(part) for part in error.absolute_path) for error in found]


def test_the_shipped_schema_is_current() -> None:
    """Made anew with: docgen layouts schema > layouts/layout.schema.json."""
    assert (ROOT / "layouts" / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
    assert CliRunner().invoke(main, ["layouts", "schema"]).output == schema_text()


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_every_pack_of_the_project_is_as_it_says(folder: Path) -> None:
    assert wrong((folder / "layout.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_pack_that_docgen_starts_is_as_it_says_and_names_it(tmp_path: Path, name: str) -> None:
    template = tmp_path / "bureau.pptx"
    template.write_bytes(TEMPLATES[name]())
    file = start_pack(tmp_path / "own", "cabinet_office", template).file
    text = file.read_text(encoding="utf-8")
    assert wrong(text) == []
    (named,) = re.findall(r"^# yaml-language-server: \$schema=(.+)$", text, re.MULTILINE)
    assert (file.parent / named).read_text(encoding="utf-8") == schema_text()


def test_a_pack_beside_the_shipped_ones_shares_their_schema(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")
    file = start_pack(tmp_path / "own", "cabinet_office").file
    assert f"$schema=../{SCHEMA_FILE}" in file.read_text(encoding="utf-8")
    assert not (file.parent / SCHEMA_FILE).exists()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("colour: {}", ""),
        ("page: {width: wide}", "page.width"),
        ("colours: {navy: {rgb: dark blue}}", "colours.navy.rgb"),
        ("colours: {navy: {slot: accent7}}", "colours.navy.slot"),
        ("roles: {body: {align: justified}}", "roles.body.align"),
        ("slide_layouts: {content: {slots: {body: [1, 2, 3]}}}", "slide_layouts.content.slots.body"),
        ("slide_layouts: {content: {slots: {body: {middle: 3}}}}", "slide_layouts.content.slots.body"),
        ("slide_layouts: {content: {placeholders: {title: {kind: heading}}}}", "slide_layouts.content.placeholders.title"),
        ("slide_layouts: {content: {template: [1]}}", "slide_layouts.content.template"),
    ],
)
def test_what_docgen_refuses_an_editor_marks(text: str, place: str) -> None:
    assert wrong(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "extends: cabinet_office",
        "slide_layouts: {content: {slots: {body: {template: 1}}, placeholders: {tag: null, title: {template: title}}}}",
        "slide_layouts: {content: {decorations: {rule: null}, slots: {body: {left: margin + 60, top: 50%, bottom: 40}}}}",
        "every_slide_layout: {placeholders: {number: {template: slide_number}}}",
        'colours: {navy: {rgb: null, slot: null, base: accent1, lum_mod: 75}, grey: {rgb: 333333}}',
    ],
)  # fmt: skip
def test_what_docgen_reads_an_editor_takes(text: str) -> None:
    assert wrong(text) == []
