"""The README's examples and commands work as they are written."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from real_deck import PACKS, ROOT, pack_name, words
from small_pages import ready

from docgen.check.check import check_placed
from docgen.cli import main
from docgen.compose import compose
from docgen.layout.load import load_pack
from docgen.placed import TextMark
from docgen.ready import ReadyPage, ReadyPageRecord
from docgen.slides.registry import CORE_BUILDERS, registry

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside the content, as in a clone."""
    (tmp_path / "content").symlink_to(ROOT / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_script_runs_as_written(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", blocks("python")[0]], env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert {path.name for path in folder.glob("*.pptx")} == {"compendium-fy2023.pptx", "extract.pptx"}


def test_the_commands_run_as_written(folder: Path) -> None:
    lines = [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines()]
    assert len(lines) == 3
    for line in lines:
        _, command, *arguments = shlex.split(line)
        if command == "render" and shutil.which("soffice") is None:
            continue
        result = CliRunner().invoke(main, [command, *arguments])
        assert result.exit_code == 0, f"{line}\n{result.output}"
    assert (folder / "compendium.pptx").is_file()


@pytest.mark.parametrize("command", ["build", "check", "render"])
def test_every_option_of_a_command_is_in_the_table_of_commands(command: str) -> None:
    (row,) = re.findall(rf"^\| `docgen {command} ([^`]*)`", README, re.MULTILINE)
    offered = CliRunner().invoke(main, [command, "--help"]).output
    assert set(re.findall(r"--?[a-z]+", row)) <= set(re.findall(r"--?[a-z]+", offered))
    for pair in re.findall(r"^  (?:(-\w), )?(--[a-z]+)", offered, re.MULTILINE):
        assert pair[1] == "--help" or pair[0] in row.split() or pair[1] in row or f"[{pair[0]}" in row


def test_the_two_commands_set_up_what_they_need() -> None:
    build, test = (block.strip() for block in blocks("sh"))
    for command in (build, test):
        assert command.count("\n") == 0
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -q -c .constraints.txt ")
    assert build.endswith("&& .venv/bin/docgen build content/fy2023")
    assert test.endswith("&& .venv/bin/python -m pytest")
    pinned = (ROOT / ".constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    wanted = re.findall(r'^  "([A-Za-z0-9-]+)>=', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in wanted if f"{name.lower()}==" not in pinned] == []


def test_the_tree_and_the_paths_that_it_names_are_there() -> None:
    (tree,) = re.findall(r"^```\n(content/fy2023/\n.*?)^```$", README, re.DOTALL | re.MULTILINE)
    names = re.findall(r"^  (\S+)", tree, re.MULTILINE) + re.findall(r"(\w+\.yaml)", tree)
    assert [name for name in names if not (ROOT / "content" / "fy2023" / name).exists()] == []
    paths = re.findall(r"`((?:docgen|tests|layouts|\.ci)/[^`…]*)`", README) + re.findall(r"\]\(([^)]+)\)", README)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_picture_is_small_and_of_real_pages() -> None:
    path = ROOT / ".readme" / "pages.png"
    assert path.stat().st_size < 600_000
    with Image.open(path) as picture:
        assert picture.width >= 1200


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_the_new_kind_of_slide_works_in_every_pack(folder: Path) -> None:
    # In a module of its own, where the annotations of the record are looked up.
    module = types.ModuleType("docgen_slides_milestones")
    sys.modules[module.__name__] = module
    exec(compile(blocks("python")[1], "README.md", "exec"), module.__dict__)
    record = module.Milestones(id="next", title="次期計画まで", steps=["中間評価", "とりまとめ"])
    pack = load_pack(folder)
    pack = pack.model_copy(update={"kinds": {**pack.kinds, "milestones": pack.kinds["table"]}})
    page = ReadyPage("next", "milestones", ReadyPageRecord(record, {}, {}))
    deck = compose(ready([page]), pack, registry((module.MILESTONES,)))
    assert check_placed(deck, pack) == ()
    texts = {mark.id: words(mark.body) for mark in deck.slides[0].marks if isinstance(mark, TextMark)}
    assert texts["next/steps"] == "中間評価\nとりまとめ"
    assert "milestones" not in {builder.kind for builder in CORE_BUILDERS}
