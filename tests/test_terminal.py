"""No text of a content folder, a pack or a file name commands the reader's terminal."""

from __future__ import annotations

import ast
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.small_folder import make_folder

from docgen.cli import main
from docgen.messages.harmless import blanked, harmless

ROOT = Path(__file__).resolve().parent.parent
COMMANDING = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TEXT = "題\x1b[2J\x1b]0;a\x07\x9b31m\u202e名\r"


def test_what_commands_is_spelled_out_and_all_else_stays() -> None:
    assert harmless("一行\n\t二行 ①𠮷👨‍👩‍👧") == "一行\n\t二行 ①𠮷👨‍👩‍👧"
    assert harmless(TEXT) == "題\\u001b[2J\\u001b]0;a\\u0007\\u009b31m\\u202e名\\u000d"
    assert COMMANDING.search(harmless(TEXT)) is None
    assert len(blanked(TEXT)) == len(TEXT)
    assert COMMANDING.search(blanked(TEXT)) is None


def spoilt(folder: Path) -> Path:
    content = make_folder(folder / "content")
    plan = content / "compendium.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + f"unknown: {json.dumps(TEXT)}\n{json.dumps(TEXT)}: 1\n", encoding="utf-8")
    (content / "\x1b[5mx\x9b.txt").write_text("", encoding="utf-8")
    return content


@pytest.mark.parametrize("command", [["build"], ["check"], ["todo"], ["check", "--format", "json"], ["diff", "CONTENT"], ["trace", "CONTENT", TEXT]], ids=lambda command: command[0])
def test_no_command_prints_what_commands(tmp_path: Path, command: list[str]) -> None:
    content = str(spoilt(tmp_path))
    words = [content if word == "CONTENT" else word for word in command]
    answer = CliRunner().invoke(main, words if "CONTENT" in command and command[0] == "trace" else [words[0], content, *words[1:]])
    assert answer.exit_code == 2
    assert COMMANDING.search(answer.stdout + answer.stderr) is None
    if "json" in command:
        assert json.loads(answer.stdout)["errors"]


def test_nor_does_it_reach_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-m", "docgen", "check", str(spoilt(tmp_path))], stdin=theirs, stdout=theirs, stderr=theirs, env=environment):
        os.close(theirs)
        seen = b""
        while True:
            try:
                data = os.read(ours, 65536)
            except OSError:
                break
            if not data:
                break
            seen += data
    os.close(ours)
    assert b"x\\u009b.txt" in seen
    assert not any(mark in seen for mark in (b"\x1b[2J", b"\x1b]0;", b"\x1b[5m", b"\x07", "\x9b".encode(), "\u202e".encode()))


def test_commands_print_through_one_place() -> None:
    printing = [
        (path.name, node.lineno)
        for path in (ROOT / "docgen/cli").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("echo", "secho") and path.name != "echo.py"
    ]
    assert printing == []
