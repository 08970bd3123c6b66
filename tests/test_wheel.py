"""The wheel: it carries layouts, fonts' widths and the content folders, and builds a deck in an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support.real_deck import CONTENT, ROOT, deck_bytes

from docgen.messages.catalogue import CATALOGUE

_PROJECT = ("docgen", "layouts", "content", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the project."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in _PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, source / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(source)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Could not find a version that satisfies" in result.stderr or "ConnectionError" in result.stderr:
        pytest.skip("no package index can be reached, which the build backend hatchling comes from")
    assert result.returncode == 0, result.stderr
    (made,) = out.glob("docgen-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as pip would; its dependencies are those that the tests run with."""
    place = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(place)
    return place


def run(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # What one command compiles is there for the next.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "docgen", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_the_layouts_and_the_content_folders(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    content = {f"docgen/shipped/content/fy2023/{path.relative_to(CONTENT).as_posix()}" for path in CONTENT.rglob("*.*")}
    assert content <= names
    assert "docgen/shipped/content/fy2022/compendium.yaml" in names
    assert "docgen/shipped/content/starter/data/見本データ.xlsx" in names
    assert "docgen/shipped/layouts/cabinet_office/layout.yaml" in names
    assert {f"docgen/messages/{file.name}" for file in CATALOGUE.glob("*.yaml")} <= names
    assert {"docgen/typeset/data/biz_udp_gothic.json", "docgen/blocks/map/data/prefecture_outlines.json"} <= names
    assert [name for name in names if name.startswith(("tests", "docgen/shipped/tests"))] == []


def test_in_an_empty_folder_it_builds_the_compendium_like_a_clone(installed: Path, tmp_path: Path) -> None:
    result = run(installed, tmp_path, "build")
    assert (result.returncode, result.stderr) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["fy2023.pptx"]
    assert (tmp_path / "fy2023.pptx").read_bytes() == deck_bytes(ROOT / "layouts" / "cabinet_office")


def test_a_new_content_folder_is_made_from_it(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "new", "データ集").returncode == 0
    result = run(installed, tmp_path, "build", "データ集")
    assert (result.returncode, result.stderr) == (0, "")


def test_it_knows_its_version_and_names_its_layouts(installed: Path, tmp_path: Path) -> None:
    assert "0.1.0" in run(installed, tmp_path, "--version").stdout
    assert "expected: one of cabinet_office" in run(installed, tmp_path, "build", "-l", "none").stderr
