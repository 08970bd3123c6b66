"""Whatever stands in a layout.yaml: a pack, or an error with its place; never a failure of docgen's own."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.foreign_templates import make_pack
from support.often import often

from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.layout.check import shortcomings
from docgen.layout.design import design
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.shipped import DEFAULT_LAYOUT, shipped_folder

VALUES: tuple[Any, ...] = (
    None, True, 5, -3, 0, 1e9, "x", "", [], ["a"], {}, {"a": 1}, [[1]], "50%", "title", {"template": 1}, {"template": "x"},
)  # fmt: skip


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pack(tmp_path_factory.mktemp("spoilt"), "no_japanese_fonts")


@pytest.fixture(scope="module")
def sound(pack: Path) -> tuple[Any, Any]:
    """What stands in the shipped pack, and in one on a template."""
    shipped = shipped_folder("layouts") / DEFAULT_LAYOUT / "layout.yaml"
    return tuple(yaml.safe_load(file.read_text(encoding="utf-8")) for file in (shipped, pack / "layout.yaml"))


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in children:
        yield (*path, key)
        yield from paths(each, (*path, key))


@settings(max_examples=often(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_spoilt_statement_is_read_or_refused(pack: Path, sound: tuple[Any, Any], data: st.DataObject) -> None:
    text = copy.deepcopy(data.draw(st.sampled_from(sound)))
    path = data.draw(st.sampled_from(list(paths(text))))
    at = text
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = data.draw(st.sampled_from(VALUES))
    (pack / "layout.yaml").write_text(yaml.safe_dump(text, allow_unicode=True), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = read(pack)
        if isinstance(made, LayoutPack):
            assert design(made).layouts
            shortcomings(made, load_pack(DEFAULT_LAYOUT), ())
        else:
            assert all(isinstance(each.where, Position) for each in made)


def read(pack: Path) -> LayoutPack | tuple[DocgenError, ...]:
    """The pack, or what is wrong with it."""
    try:
        return load_pack(pack)
    except DocgenErrors as errors:
        return errors.errors
    except DocgenError as error:
        return (error,)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("extends: second", "1:10", "the packs extend each other: first → second → first"),
        ("extends: [a]", "1:10", "there is no layout pack"),
        ("extends: cabinet_office\nroles: {headign: {colour: navy}}", "2:18", "'size' is missing"),
        ("extends: cabinet_office\nslide_layouts: {contents: {placeholders: {title: {role: titel}}}}", "2:57", "unknown role 'titel'"),
        ("extends: cabinet_office\nslide_layouts: {contents: {slots: {body: [0, 0, 2000, 10]}}}", "2:42", "slot 'body' reaches over the edge"),
        ('extends: cabinet_office\ncolours: {navy: {rgb: "12345G"}}', "2:23", "'rgb' is '12345G'"),
        ("extends: cabinet_office\ncolours: {sea: {base: nawy}}", "2:16", "unknown colour 'nawy'"),
        ("extends: cabinet_office\ntable: {band_fill: nawy}", "2:20", "unknown colour 'nawy'"),
        ("extends: cabinet_office\nchart: {series: [blue, nawy]}", "2:24", "unknown colour 'nawy'"),
        ("extends: cabinet_office\nstatuses: {upcoming: {border: {colour: nawy}}}", "2:40", "unknown colour 'nawy'"),
        ("extends: cabinet_office\nslide_layouts: {content: {placeholders: {tag: {fill: nawy}}}}", "2:54", "unknown colour 'nawy'"),
        ("extends: cabinet_office\ncolours: {sea: {lum_mod: 3}}", "2:16", "unknown colour 'sea'"),
        ("extends: cabinet_office\ncolours: {sea: {base: sky}, sky: {base: sea}}", "2:16", "colour 'sea' is based on itself"),
        ("- a list", "1:1", "a layout pack is keys and values"),
        ("extends: cabinet_office\nname: {", "3:1", "not YAML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, place: str, what: str) -> None:
    for name, content in (("first", text), ("second", "extends: first\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "layout.yaml").write_text(content + "\n", encoding="utf-8")
    errors = read(tmp_path / "first")
    assert not isinstance(errors, LayoutPack)
    found = [(str(each.where), each.what) for each in errors]
    assert any(what in said and (where.endswith(f"first/layout.yaml:{place}") or name_of(where) == "second") for where, said in found), found


def name_of(where: str) -> str:
    return where.rpartition("/layout.yaml")[0].rpartition("/")[2]
