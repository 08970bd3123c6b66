"""Files that content and packs name lie in their folder, or in one that the user allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support.small_folder import make_folder

import docgen
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.outside.folders import file_inside

NAMES = (
    "", "../x.csv", "data/../../x.csv", "data/../x.csv", "/x.csv", "//server/x.csv", "\\\\server\\x.csv", "..\\x.csv", "C:\\x.csv", "C:x.csv", "x.csv:s",
    "nul", "data/AUX.txt", "com1.csv", "a\0b", "x" * 5000, "架" * 86, "x?.csv", "line\nbreak",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_leads_out_or_is_no_name_is_refused_with_its_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocgenError, match=r"^here: ") as caught:
        file_inside(tmp_path, name, "here")
    assert caught.value.code == "file-outside"


@pytest.mark.parametrize("name", ["x.csv", "data/死者数.csv", "data/a b.csv", "console.csv", "...", "data/x..csv"])
def test_a_name_below_the_folder_is_taken(tmp_path: Path, name: str) -> None:
    assert file_inside(tmp_path, name, "here") == tmp_path / name


def test_a_link_leads_where_its_end_is(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    own = tmp_path / "own"
    own.mkdir()
    (own / "away").symlink_to(tmp_path / "out")
    (own / "round").symlink_to(own / "round")
    (own / "near").symlink_to(own)
    for name in ("away/x.csv", "away", "round"):
        with pytest.raises(DocgenError):
            file_inside(own, name, "here")
    assert file_inside(own, "near/x.csv", "here") == own / "near/x.csv"
    assert file_inside(own, "away/x.csv", "here", [tmp_path / "out"]) == own / "away/x.csv"
    assert file_inside(own, "../out/x.csv", "here", [tmp_path / "out"]) == own / "../out/x.csv"


def content_with_data_elsewhere(folder: Path) -> Path:
    content = make_folder(folder / "content")
    (folder / "shared").mkdir()
    (content / "data/deaths.csv").rename(folder / "shared/deaths.csv")
    return content


def test_data_elsewhere_is_read_from_a_folder_that_is_allowed(tmp_path: Path) -> None:
    content = content_with_data_elsewhere(tmp_path)
    (content / "data/deaths.csv").symlink_to(tmp_path / "shared/deaths.csv")
    with pytest.raises(DocgenError, match="is not the name of a file in this folder"):
        docgen.load(content)
    assert docgen.load(content, allow=[tmp_path / "shared"]).datasets
    refused = CliRunner().invoke(main, ["todo", str(content)])
    assert (refused.exit_code, "--allow FOLDER" in refused.stderr) == (2, True)
    assert CliRunner().invoke(main, ["todo", str(content), "--allow", str(tmp_path / "shared")]).exit_code == 0
    assert CliRunner().invoke(main, ["todo", str(content)]).exit_code == 2


def test_a_folder_of_records_that_is_a_link_out_is_not_read(tmp_path: Path) -> None:
    content = make_folder(tmp_path / "content")
    (content / "indicators").rename(tmp_path / "elsewhere")
    (content / "indicators").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DocgenError, match=r"content/indicators:1:1: 'indicators' is not the name"):
        docgen.load(content)


@pytest.mark.parametrize("name", ["/etc", "../../elsewhere", "x" * 3000, "'a\\0b'"], ids=ascii)
def test_the_year_before_lies_beside_this_one(tmp_path: Path, name: str) -> None:
    content = make_folder(tmp_path / "content")
    plan = content / "compendium.yaml"
    plan.write_text(f"{plan.read_text(encoding='utf-8')}previous: {name}\n", encoding="utf-8")
    with pytest.raises(DocgenError, match=r"no folder beside this one|not there|yaml"):
        docgen.load(content)


@pytest.mark.parametrize("line", ["fonts: {body: {name: X, file: NAME}}", "slide_layouts: {content: {decorations: {x: {picture: NAME, box: [0, 0, 9, 9]}}}}", "template: NAME"])
@pytest.mark.parametrize("name", ["../out", "/dev/zero", "linked"])
def test_a_pack_names_files_of_its_own_folder(tmp_path: Path, line: str, name: str) -> None:
    (tmp_path / "out").write_bytes(b"")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "linked").symlink_to(tmp_path / "out")
    (pack / "layout.yaml").write_text(f"extends: cabinet_office\n{line.replace('NAME', name)}\n", encoding="utf-8")
    with pytest.raises(DocgenError, match=r"layout\.yaml:2:\d+: .* is not the name of a file in this folder"):
        load_pack(pack)
