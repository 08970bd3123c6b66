"""A deck says what it was made of, inside and beside it, and whether that is still so can be told."""

from __future__ import annotations

import getpass
import json
import shutil
import socket
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from support.small_folder import make_folder

from docgen.cli import main
from docgen.fingerprint.manifest_part import manifest_text
from docgen.schemas.files import manifest_schema

PAGE = "I-1065/traffic"
PART = "customXml/item2.xml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--lang", "en"], env={"SOURCE_DATE_EPOCH": ""})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a content of one signed page and one accepted finding, and the deck built of it with its manifest."""
    folder = tmp_path_factory.mktemp("made")
    make_folder(folder / "content")
    assert run("sign", PAGE, folder / "content", "--as", "山田").exit_code == 0
    reason = ("--reason", "架空の値", "--by", "統計担当")
    assert run("check", folder / "content", "--accept", "missing-series", *reason).exit_code in (0, 2)
    result = run("build", folder / "content", "--manifest", "-o", folder / "deck.pptx")
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "made")
    return tmp_path / "made"


def inside(deck: Path) -> Any:
    with zipfile.ZipFile(deck) as package:
        return json.loads(manifest_text(package, "") or "null")


def beside(deck: Path) -> Any:
    return json.loads(deck.with_name(f"{deck.name}.manifest.json").read_text(encoding="utf-8"))


def found(result: Result) -> list[tuple[str, str]]:
    """The codes and places that verify tells, by its JSON."""
    return [(row["code"], row["where"]) for row in json.loads(result.output)]


def verified(folder: Path) -> list[tuple[str, str]]:
    return found(run("verify", folder / "deck.pptx", "--against", folder / "content", "--format", "json"))


def rewritten(deck: Path, parts: dict[str, bytes]) -> None:
    """The deck with other bytes in some of its parts."""
    with zipfile.ZipFile(deck) as package:
        held = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(deck, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {**held, **parts}.items():
            package.writestr(name, data)


def test_the_manifest_stands_in_the_deck_and_beside_it_and_holds_every_input(made: Path) -> None:
    stated = beside(made / "deck.pptx")
    (schema,) = manifest_schema().values()
    jsonschema.Draft7Validator(schema).validate(stated)
    assert {key: value for key, value in stated.items() if key != "deck"} == inside(made / "deck.pptx")
    content = made / "content"
    files = {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()}
    assert {file["path"] for file in stated["content"]} == files
    assert stated["layout"]["name"] == "cabinet_office"
    assert [(one["page"], one["name"], one["state"]) for one in stated["signed"]] == [(PAGE, "山田", "signed")]
    assert PAGE not in stated["unsigned"]
    assert "I-1070/share" in stated["unsigned"]
    assert sum(rule["count"] for rule in stated["findings"]["rules"]) == stated["findings"]["errors"] + stated["findings"]["notices"]


def test_the_manifest_names_no_folder_user_machine_or_time(made: Path) -> None:
    text = (made / "deck.pptx.manifest.json").read_text(encoding="utf-8")
    assert "built" not in beside(made / "deck.pptx")
    assert [word for word in (str(made), made.name, getpass.getuser(), socket.gethostname()) if word in text] == []


def test_the_same_inputs_give_the_same_bytes_in_any_folder_and_language(folder: Path, made: Path) -> None:
    again = folder / "again"
    again.mkdir()
    result = CliRunner().invoke(
        main, ["build", str(folder / "content"), "--manifest", "-o", str(again / "deck.pptx"), "--lang", "ja"], env={"SOURCE_DATE_EPOCH": ""}
    )
    assert result.exit_code == 0
    for name in ("deck.pptx", "deck.pptx.manifest.json"):
        assert (again / name).read_bytes() == (made / name).read_bytes()


def test_nothing_is_told_of_a_deck_whose_inputs_are_as_they_were(folder: Path) -> None:
    assert verified(folder) == []
    assert "1 signed" in run("verify", folder / "deck.pptx").output


@pytest.mark.parametrize("change", ["changed", "added", "gone"])
def test_an_input_that_changed_since_is_told_by_its_path(change: str, folder: Path) -> None:
    content = folder / "content"
    if change == "changed":
        path = content / "data" / "deaths.csv"
        path.write_bytes(path.read_bytes() + b"2023,2678,\n")
    elif change == "added":
        path = content / "data" / "more.csv"
        path.write_text("year,deaths\n", encoding="utf-8")
    else:
        path = content / "sources.yaml"
        path.unlink()
    result = run("verify", folder / "deck.pptx", "--against", content, "--format", "json")
    assert (result.exit_code, found(result)) == (1, [("input-changed", path.relative_to(content).as_posix())])
    spoken = run("verify", folder / "deck.pptx", "--against", content).output
    assert {"changed": "another", "added": "new since", "gone": "is gone"}[change] in spoken


def test_a_deck_that_was_edited_is_not_the_one_that_was_written(folder: Path) -> None:
    rewritten(folder / "deck.pptx", {"docProps/app.xml": b"<Properties/>"})
    assert "deck-not-as-written" in [code for code, _ in verified(folder)]


def test_a_manifest_of_another_deck_is_told(folder: Path) -> None:
    result = run("build", folder / "content", "--manifest", "--only", PAGE, "-o", folder / "part.pptx")
    assert result.exit_code == 0
    assert inside(folder / "part.pptx")["part"] == PAGE
    text = folder / "content" / "sources.yaml"
    text.write_text(text.read_text(encoding="utf-8").replace("警察庁", "架空庁"), encoding="utf-8")
    run("build", folder / "content", "--manifest", "-o", folder / "other.pptx")
    with zipfile.ZipFile(folder / "other.pptx") as package:
        rewritten(folder / "deck.pptx", {PART: package.read(PART)})
    codes = [code for code, _ in found(run("verify", folder / "deck.pptx", "--format", "json"))]
    assert {"manifest-of-other-deck", "manifests-differ", "deck-not-as-written"} <= set(codes)


def test_a_manifest_that_somebody_changed_is_refused(folder: Path) -> None:
    with zipfile.ZipFile(folder / "deck.pptx") as package:
        rewritten(folder / "deck.pptx", {PART: package.read(PART).replace("山田".encode(), "鈴木".encode())})
    assert run("verify", folder / "deck.pptx").exit_code == 2
    (folder / "deck.pptx.manifest.json").write_text('{"format": 1}', encoding="utf-8")
    assert run("verify", folder / "deck.pptx").exit_code == 2


def test_who_built_it_and_when_stand_there_only_as_stated(folder: Path) -> None:
    deck = folder / "deck.pptx"
    build = ("build", folder / "content", "--manifest", "-o", deck)
    assert run(*build, "--built-by", "統計担当 山田", "--built-at", "2024-02-09").exit_code == 0
    assert inside(deck)["built"] == {"by": "統計担当 山田", "at": "2024-02-09"}
    before = deck.read_bytes()
    assert run(*build, "--built-at", "あした").exit_code == 2
    assert run("build", folder / "content", "--built-by", "山田", "-o", deck).exit_code == 2
    assert run(*build, "--cache").exit_code == 2
    assert deck.read_bytes() == before


def untouched(folder: Path, deck: str) -> tuple[Result, bool]:
    """A build with its manifest, and whether all files are as they were before."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    result = run("build", folder / "content", "--manifest", "-o", folder / deck)
    return result, {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_signature_of_a_page_that_is_gone_ends_the_build_and_nothing_is_touched(folder: Path) -> None:
    accepted = folder / "content" / "accepted.yaml"
    accepted.write_text(accepted.read_text(encoding="utf-8").replace(PAGE, "I-1065/ships"), encoding="utf-8")
    result, is_as_before = untouched(folder, "deck.pptx")
    assert (result.exit_code, is_as_before) == (2, True)
    assert "山田 signed the page 'I-1065/ships'" in result.output


def test_where_the_manifest_cannot_be_written_the_deck_is_not_written_either(folder: Path) -> None:
    (folder / "new.pptx.manifest.json").mkdir()
    result, is_as_before = untouched(folder, "new.pptx")
    assert (result.exit_code, is_as_before) == (2, True)


def test_a_merged_deck_does_not_carry_the_manifest_of_the_one_before(folder: Path) -> None:
    result = run("merge", folder / "deck.pptx", folder / "content", "-o", folder / "merged.pptx")
    assert result.exit_code == 0, result.output
    assert inside(folder / "merged.pptx") is None
    assert "XML" not in result.output
    assert run("verify", folder / "merged.pptx", "--against", folder / "content").exit_code == 2
