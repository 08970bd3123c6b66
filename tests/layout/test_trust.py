"""Whose code runs: that of shipped and installed packs, and of folders that the user trusts."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support.small_folder import make_folder

import docgen
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.trust import is_remembered, remember
from docgen.slides.pack_module import builders_of

CODE = """from pathlib import Path
from docgen.slides import Builder
Path(__file__).with_name("ran").touch()
BUILDERS = (Builder("slogan", lambda page, ready, pack: None),)
OVERRIDES = (Builder("cover", lambda page, ready, pack: None),)
"""


@pytest.fixture(autouse=True)
def nothing_trusted_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "config"))


def make_pack(folder: Path, code: str = CODE, extends: str = "cabinet_office") -> Path:
    folder.mkdir(parents=True)
    (folder / "layout.yaml").write_text(f"extends: {extends}\n", encoding="utf-8")
    (folder / "pack.py").write_text(code, encoding="utf-8")
    return folder


def ran(pack: Path) -> bool:
    mark = pack / "ran"
    there = mark.exists()
    mark.unlink(missing_ok=True)
    return there


def test_the_code_of_a_folder_does_not_run_and_what_it_would_add_is_said(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "mailed")
    with pytest.raises(DocgenError, match=r"pack\.py:1:1: .* it would make slides of the kinds slogan, cover") as caught:
        docgen.load(make_folder(tmp_path / "content"), layout=pack)
    assert "--trust" in (caught.value.hint or "")
    assert not ran(pack)


@pytest.mark.parametrize(
    "command",
    [
        ["build", "CONTENT", "-l", "PACK"],
        ["check", "CONTENT", "-l", "PACK"],
        ["todo", "CONTENT", "-l", "PACK"],
        ["trace", "CONTENT", "cover", "-l", "PACK"],
        ["diff", "CONTENT", "CONTENT", "-l", "PACK"],
        ["kinds", "-l", "PACK"],
        ["schema", "CONTENT", "-l", "PACK"],
        ["data", "CONTENT", "-l", "PACK", "-o", "OUT.xlsx"],
        ["layouts", "check", "PACK"],
        ["layouts", "show", "PACK"],
        ["layouts", "list"],
    ],
    ids=" ".join,
)
def test_no_command_runs_the_code_of_a_folder_unasked(tmp_path: Path, command: list[str]) -> None:
    pack, content = make_pack(tmp_path / "mailed"), make_folder(tmp_path / "content")
    names = {"PACK": str(pack), "CONTENT": str(content), "OUT.xlsx": str(tmp_path / "out.xlsx")}
    answer = CliRunner().invoke(main, [names.get(word, word) for word in command])
    assert answer.exit_code in (0, 2), answer.output
    assert not ran(pack)


def test_a_trusted_folder_runs_until_its_code_changes(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "own")
    answer = CliRunner().invoke(main, ["kinds", "-l", str(pack), "--trust", str(pack)])
    assert (answer.exit_code, ran(pack)) == (0, True)
    assert CliRunner().invoke(main, ["kinds", "-l", str(pack)]).exit_code == 0
    (pack / "beside.py").write_text("", encoding="utf-8")
    assert not is_remembered(pack)
    assert CliRunner().invoke(main, ["kinds", "-l", str(pack)]).exit_code == 2
    remember(pack)
    assert is_remembered(pack)


def test_in_a_script_trust_is_said(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "own")
    assert "slogan" in builders_of(load_pack(pack, trust=True))
    with pytest.raises(DocgenError, match="only where it is trusted"):
        builders_of(load_pack(pack))


def test_trust_in_a_pack_is_not_trust_in_the_one_that_it_extends(tmp_path: Path) -> None:
    parent = make_pack(tmp_path / "parent")
    child = make_pack(tmp_path / "child", "BUILDERS = ()\n", "parent")
    remember(child)
    with pytest.raises(DocgenError, match=r"parent/pack\.py"):
        builders_of(load_pack(child))
    assert not ran(parent)


def test_a_folder_that_has_no_code_cannot_be_trusted(tmp_path: Path) -> None:
    answer = CliRunner().invoke(main, ["kinds", "--trust", str(tmp_path)])
    assert answer.exit_code == 2
    assert "no pack.py" in answer.stderr


def test_code_that_is_no_python_is_not_trusted_either(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="cannot be told"):
        builders_of(load_pack(make_pack(tmp_path / "odd", "BUILDERS = (\n")))


def test_a_name_is_never_a_folder_of_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = make_pack(tmp_path / "mext")
    make_pack(tmp_path / "own")
    monkeypatch.chdir(tmp_path)
    assert load_pack("mext").origin.folders[-1] != pack
    with pytest.raises(DocgenError) as caught:
        load_pack("own")
    assert caught.value.hint == "a folder is named by its path: ./own"
    assert load_pack("./own").name == "own"
    assert load_pack(Path("own")).name == "own"


def test_a_folder_beside_a_pack_does_not_go_before_a_shipped_one(tmp_path: Path) -> None:
    make_pack(tmp_path / "cabinet_office")
    child = make_pack(tmp_path / "child", "BUILDERS = ()\n")
    assert load_pack(child).origin.folders[0] != tmp_path / "cabinet_office"


def test_what_is_trusted_cannot_be_kept_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for variable in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "file"))
    with pytest.raises(DocgenError, match="cannot be kept"):
        remember(make_pack(tmp_path / "own"))
