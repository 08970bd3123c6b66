"""Editors complete and check content files by JSON schemas: what docgen takes validates, what it refuses does not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from support.content_records import content_records
from support.small_folder import make_folder

import docgen
from docgen.cli import main
from docgen.pipeline import page_types
from docgen.reading.yaml_document import read_yaml
from docgen.schemas import describe_folder, describe_kinds
from docgen.schemas.files import content_schemas, schema_file
from docgen.schemas.references import known_ids

_CONTENT = Path(docgen.__file__).parent.parent / "content"


def plain(file: Path) -> Any:
    """A YAML file as an editor sees it."""
    return json.loads(json.dumps(read_yaml(file).value, default=float))


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """The schemas of the small folder."""
    folder = make_folder(tmp_path_factory.mktemp("small"))
    return content_schemas(page_types().values(), known_ids(docgen.load(folder)))


@pytest.mark.parametrize("name", ["fy2023", "fy2022", "starter"])
def test_every_content_file_validates(name: str) -> None:
    ids = known_ids(docgen.load(_CONTENT / name))
    checked = 0
    for files, schema in content_schemas(page_types().values(), ids).items():
        jsonschema.Draft7Validator.check_schema(schema)
        for file in sorted((_CONTENT / name).glob(files)):
            errors = list(jsonschema.Draft7Validator(schema).iter_errors(plain(file)))
            assert [(file.name, error.message) for error in errors] == []
            checked += 1
    assert checked == len(list((_CONTENT / name).glob("*.yaml"))) + len(list((_CONTENT / name).glob("*/*.yaml")))


# A file of the small folder, what is changed in it, and whether it is then still right.
MUTATIONS = [
    ("compendium.yaml", "fiscal_year: 2023", "fiscal_yaer: 2023", False),
    ("compendium.yaml", "fiscal_year: 2023", "fiscal_year: いつか", False),
    ("compendium.yaml", "fiscal_year: 2023", "fiscal_year: 令和５年度", True),
    ("compendium.yaml", "title: 小さなデータ集", "title: [小さなデータ集]", False),
    ("compendium.yaml", "title: 小さなデータ集\n", "", False),
    ("compendium.yaml", "show_ids: true", "show_ids: はい", True),
    ("compendium.yaml", "show_ids: true", "show_ids: おそらく", False),
    ("compendium.yaml", "{run: indicators,", "{run: indicator,", False),
    ("compendium.yaml", "{run: indicators,", "{run: 指標,", True),
    ("compendium.yaml", "number: 1", "number: 一", False),
    ("compendium.yaml", "{indicator: I-1070}", "{indicator: I-9999}", True),
    ("indicators/I-1065.yaml", "category: reference", "category: 参考指標", True),
    ("indicators/I-1065.yaml", "category: reference", "category: 参考", False),
    ("indicators/I-1065.yaml", "category: reference\n", "", False),
    ("indicators/I-1065.yaml", "better: lower", "beter: lower", False),
    ("indicators/I-1065.yaml", "better: lower", "better: 低い", False),
    ("indicators/I-1065.yaml", "value: 2000,", "value: △2,000,", False),
    ("indicators/I-1065.yaml", "value: 2000,", "value: '△2,000',", True),
    ("indicators/I-1065.yaml", "value: 2000,", "value: 多数,", False),
    ("indicators/I-1065.yaml", "x_suffix: 年", "x_suffix: 年\n        kind: 折れ線", True),
    ("indicators/I-1065.yaml", "x_suffix: 年", "x_suffix: 年\n        kind: 折線", False),
    ("indicators/I-1065.yaml", "    sources: [npa]", "    sources: npa", False),
    ("indicators/I-1065.yaml", "name: 社会課題関連指標", "name: {text: 社会課題関連指標}", False),
    ("measures/measures-1.yaml", "status: continuing", "status: 実施済", True),
    ("measures/measures-1.yaml", "status: continuing", "status: 実施中", False),
    ("measures/measures-1.yaml", "plan_items:\n", "plan_item:\n", False),
    ("budget_lines.yaml", "id: moon", "id: 月", False),
    ("data.yaml", "file: data/deaths.csv", "files: data/deaths.csv", False),
    ("precedents/study-1.yaml", "{value: 315, unit: 点}", "{value: 315点}", True),
    ("precedents/study-1.yaml", "number: 1", "number: [1]", False),
    ("findings/strategy.yaml", "points:", "point:", False),
]


@pytest.mark.parametrize(("file", "old", "new", "right"), MUTATIONS)
def test_what_docgen_refuses_is_marked_and_what_it_takes_is_not(
    file: str, old: str, new: str, right: bool, schemas: Mapping[str, Any], tmp_path: Path
) -> None:
    make_folder(tmp_path)
    checker = jsonschema.Draft7Validator(schemas[f"{file.partition('/')[0]}/*.yaml" if "/" in file else file])
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    assert checker.is_valid(plain(tmp_path / file))
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    assert checker.is_valid(plain(tmp_path / file)) is right


PAGE = "kind: 文章のページ\nid: p\ntitle: '{{ deaths.latest }}人'\npanels:\n  - {id: a, heading: 甲, points: [乙, {text: 丙}]}\n"


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("", "", True),
        ("文章のページ", "text_page", True),
        ("文章のページ", "文書", False),
        ("panels:", "figures:", False),
        ("heading: 甲, ", "", False),
        ("{text: 丙}", "{txt: 丙}", False),
    ],
)
def test_a_page_has_the_keys_of_its_kind(
    old: str, new: str, right: bool, schemas: Mapping[str, Any], tmp_path: Path
) -> None:
    checker = jsonschema.Draft7Validator(schemas["pages/*.yaml"])
    (tmp_path / "page.yaml").write_text(PAGE.replace(old, new) if old else PAGE, encoding="utf-8")
    assert checker.is_valid(plain(tmp_path / "page.yaml")) is right


def test_every_key_is_described_in_both_languages(schemas: Mapping[str, Any]) -> None:
    definitions = {name: kind for schema in schemas.values() for name, kind in schema.get("$defs", {}).items()}
    described = 0
    for record in content_records():
        for key in definitions.get(record.__name__, {}).get("properties", {}):
            words = definitions[record.__name__]["properties"][key]["description"]
            assert words.count("\n\n") == 1, (record.__name__, key)
            described += 1
    assert described > 300


def test_ids_of_the_folder_are_suggested_and_any_other_may_stand(schemas: Mapping[str, Any]) -> None:
    finding = schemas["findings/*.yaml"]["else"]["allOf"][0]["properties"]["indicator"]
    assert finding["anyOf"][0] == {"enum": ["I-1065", "I-1070"]}
    assert finding["anyOf"][1]["type"] == ["string", "number"]
    figure = schemas["indicators/*.yaml"]["$defs"]["Figure"]["properties"]["data"]
    assert figure["anyOf"][0]["anyOf"][0] == {"enum": ["deaths", "budgets", "scores"]}


def test_a_record_shows_the_example_of_its_docstring(schemas: Mapping[str, Any]) -> None:
    source = schemas["sources.yaml"]["then"]["items"]
    assert source["examples"] == [{"id": "npa-traffic", "text": "警察庁「交通事故統計」を基に作成。"}]


def test_a_folder_gets_its_schemas_and_keeps_its_other_settings(tmp_path: Path) -> None:
    make_folder(tmp_path)
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.rulers": [110], "yaml.schemas": {"other.json": "other.yaml"}}', encoding="utf-8")
    written = describe_folder(tmp_path, page_types())
    told = json.loads(settings.read_text(encoding="utf-8"))
    assert told["editor.rulers"] == [110]
    assert told["yaml.schemas"]["other.json"] == "other.yaml"
    assert told["yaml.schemas"]["./.schemas/indicators.schema.json"] == "indicators/*.yaml"
    assert all((tmp_path / path).is_file() for path in told["yaml.schemas"] if path != "other.json")
    assert {path.name for path in written} == {*(Path(path).name for path in told["yaml.schemas"]), "settings.json"} - {"other.json"}
    assert docgen.load(tmp_path)


def test_settings_that_are_not_json_are_an_error_with_their_line_and_stay(tmp_path: Path) -> None:
    make_folder(tmp_path)
    settings = tmp_path / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text("{\n  // mine\n}\n", encoding="utf-8")
    with pytest.raises(docgen.DocgenError) as raised:
        describe_folder(tmp_path, page_types())
    assert str(raised.value.where).endswith("settings.json:2:1")
    assert settings.read_text(encoding="utf-8") == "{\n  // mine\n}\n"


def test_a_folder_with_errors_has_schemas_all_the_same(tmp_path: Path) -> None:
    make_folder(tmp_path, data="- {id: deaths, file: [}\n")
    assert describe_folder(tmp_path, page_types(), tmp_path / "out")
    assert not (tmp_path / ".vscode").exists()


def test_schemas_of_no_folder_suggest_no_ids(tmp_path: Path) -> None:
    describe_kinds(page_types(), tmp_path)
    finding = json.loads((tmp_path / schema_file("findings/*.yaml")).read_text(encoding="utf-8"))["then"]["items"]
    assert "anyOf" not in finding["properties"]["indicator"]


def test_the_command_describes_a_folder_with_the_kinds_of_a_pack(tmp_path: Path) -> None:
    content, pack = make_folder(tmp_path / "content"), tmp_path / "bureau"
    pack.mkdir()
    (pack / "layout.yaml").write_text("extends: cabinet_office\nkinds: {milestones: content}\n", encoding="utf-8")
    (pack / "pack.py").write_text(PACK, encoding="utf-8")
    answer = CliRunner().invoke(main, ["schema", str(content), "-l", str(pack), "--trust", str(pack)])
    assert answer.exit_code == 0, answer.output
    checker = jsonschema.Draft7Validator(json.loads((content / ".schemas/pages.schema.json").read_text(encoding="utf-8")))
    page = {"kind": "節目", "id": "m", "title": "節目", "steps": ["調査"]}
    assert checker.is_valid(page)
    assert not checker.is_valid({**page, "stages": []})
    assert not checker.is_valid({**page, "steps": "調査"})
    shutil.rmtree(pack)


PACK = '''
from typing import ClassVar

from docgen import Page
from docgen.slides import Builder, Prose


class Milestones(Page):
    """Steps towards the next plan."""

    kind: ClassVar[str] = "milestones"
    kind_words: ClassVar[tuple[str, ...]] = ("節目",)
    steps: tuple[Prose, ...]


BUILDERS = (Builder("milestones", lambda page, ready, pack: None, Milestones),)
'''
