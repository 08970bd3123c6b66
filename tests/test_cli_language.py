"""What a terminal shows is one language: --lang on every command, help and usage errors, consoles that lack characters."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from support.real_deck import ROOT
from support.small_folder import make_folder

from docgen.cli import main
from docgen.cli.command import Choice, Command, Option
from docgen.cli.help_page import cells, wrapped
from docgen.cli.progress import JAPANESE, Stage
from docgen.cli.shared import is_confirmed
from docgen.messages import LANGUAGES, message

# Several English words in a row that are no command, no code and no name.
ENGLISH = re.compile(r"\b[A-Za-z]?[a-z]{2,}(?:,? [a-z]{2,}){2,}")
COMMANDS_IN_TEXT = re.compile(r"docgen(?: [a-z]+)+|layouts [a-z]+|form [a-z]+|theirs|ours|both|\[[a-z|_]+\]")
IN_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def commands(command: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names of every command, groups too."""
    yield path
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands(inner, (*path, name))


EVERY = tuple(commands())


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def command_at(path: tuple[str, ...]) -> click.Command:
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_the_help_of_every_command_is_in_both_languages(path: tuple[str, ...]) -> None:
    english = run(*path, "--help", "--lang", "en")
    japanese = run(*path, "--lang", "ja", "--help")
    assert (english.exit_code, japanese.exit_code) == (0, 0)
    assert not IN_JAPANESE.search(english.stdout)
    assert not ENGLISH.search(COMMANDS_IN_TEXT.sub("", japanese.stdout)), japanese.stdout
    assert {"使い方:", "オプション:"} <= set(japanese.stdout.split())


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_every_command_and_option_has_its_words_in_the_catalogue(path: tuple[str, ...]) -> None:
    command = command_at(path)
    assert isinstance(command, Command)
    assert all(isinstance(each, Option | click.Argument) for each in command.params)
    assert all(isinstance(each.type, Choice) for each in command.params if isinstance(each.type, click.Choice))
    assert any("--lang" in each.opts for each in command.params)
    assert {command.words.text(language) != "" for language in LANGUAGES} == {True}


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_a_page_of_help_is_no_wider_than_a_terminal(path: tuple[str, ...]) -> None:
    lines = run(*path, "--help", "--lang", "ja").stdout.splitlines()
    assert max(map(cells, lines)) <= 80


def test_the_language_may_stand_before_or_after_the_command() -> None:
    folder = "no-such-folder"
    before, after = run("--lang", "ja", "check", folder), run("check", folder, "--lang=ja")
    assert before.exit_code == after.exit_code == 2
    assert before.stderr == after.stderr
    assert IN_JAPANESE.search(after.stderr)


def test_the_language_of_the_environment_holds_where_none_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "ja")
    assert "使い方" in run("--help").stdout
    assert "Usage" in run("--help", "--lang", "en").stdout


@pytest.mark.parametrize("line", ["--help", "--foo", "zzz", "check --foo", "check no-such-folder", "kinds", ""])
def test_the_environment_is_as_it_was_after_a_run(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    run("--lang", "ja", *line.split())
    assert os.environ["DOCGEN_LANG"] == "en"
    monkeypatch.delenv("DOCGEN_LANG")
    run("--lang", "ja", *line.split())
    assert "DOCGEN_LANG" not in os.environ


@pytest.mark.parametrize("place", [("--lang", "fr", "check", "."), ("check", ".", "--lang", "fr"), ("check", ".", "--lang")])
def test_a_language_that_there_is_not_is_a_wrong_command_line(place: tuple[str, ...]) -> None:
    result = run(*place)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--lang" in result.stderr


# The command line; what is said in English, what in Japanese.
WRONG_LINES = {
    "an unknown command": (["doctr"], "No such command 'doctr'. Did you mean 'doctor'?", "「doctr」というコマンドはありません。「doctor」のことでしょうか。"),
    "a command like no other": (["zzz"], "No such command 'zzz'.", "「zzz」というコマンドはありません。"),
    "an unknown option": (["check", ".", "--formt", "x"], "No such option '--formt'. Did you mean", "「--formt」というオプションはありません。"),
    "an option like no other": (["check", ".", "-z"], "No such option '-z'.", "「-z」というオプションはありません。"),
    "a missing argument": (["check"], "Missing argument 'CONTENT'.", "引数「CONTENT」を指定してください。"),
    "a missing option": (["merge", "a.pptx", "."], "Missing option '--output'.", "オプション「--output」を指定してください。"),
    "an option without its value": (["check", ".", "-l"], "Option '-l' requires a value.", "オプション「-l」には値が必要です。"),
    "a flag with a value": (["merge", "a", "b", "-o", "c", "--to-content=1"], "Option '--to-content' does not take a value.", "オプション「--to-content」に値は付けられません。"),
    "a word that is no choice": (["check", ".", "--format", "xml"], "Invalid value for '--format': 'xml' is not one of 'text', 'json', 'sarif', 'counts'.", "「--format」の値が正しくありません。「xml」は使えません。「text」、「json」、「sarif」、「counts」のいずれかを指定してください。"),
    "too many arguments": (["check", ".", "a", "b"], "Too many arguments: a, b.", "引数が多すぎます: a、b。"),
    "a command of a group": (["layouts", "shw"], "No such command 'shw'. Did you mean 'show'?", "「shw」というコマンドはありません。「show」のことでしょうか。"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_LINES)
def test_a_wrong_command_line_is_said_in_the_language_of_the_run(case: str) -> None:
    line, english, japanese = WRONG_LINES[case]
    for language, said, error in (("en", english, "Error: "), ("ja", japanese, "エラー: ")):
        result = run("--lang", language, *line)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{error}{said}" in result.stderr
    assert not ENGLISH.search(COMMANDS_IN_TEXT.sub("", result.stderr)), result.stderr


@pytest.mark.parametrize("path", [path for path in EVERY if isinstance(command_at(path), click.Group)], ids=" ".join)
def test_a_group_without_a_command_shows_its_help(path: tuple[str, ...]) -> None:
    result = run(*path, "--lang", "ja")
    assert result.exit_code == 2
    assert result.stderr.strip() == run(*path, "--help", "--lang", "ja").stdout.strip()


def test_every_stage_has_a_japanese_name() -> None:
    assert set(JAPANESE) == set(Stage.__args__)  # type: ignore[attr-defined]
    assert not [name for name in JAPANESE.values() if not IN_JAPANESE.search(name)]


def test_a_japanese_text_is_broken_by_its_width_and_no_line_begins_with_a_full_stop() -> None:
    text = "コンテンツフォルダーからデータ集（.pptx）を作成します。" * 3
    for width in range(12, 60):
        lines = list(wrapped(text, width))
        assert "".join(lines) == text
        assert all(cells(line) <= width for line in lines)
        assert not [line for line in lines if line[0] in "。、）ー"]


def test_an_english_text_is_broken_between_words() -> None:
    assert list(wrapped("Say what is amiss in a content folder.", 20)) == ["Say what is amiss in", "a content folder."]


def test_a_build_is_told_without_reading_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.messages.message_text.entry", lambda _: pytest.fail("the catalogue was read"))
    result = run("--lang", "ja", "build", make_folder(tmp_path / "content"), "-o", tmp_path / "deck.pptx")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(r"スライド\d+枚$", result.stdout, re.MULTILINE)


def test_a_warning_is_told_as_a_notice(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    statements = "extends: cabinet_office\nfonts:\n  body: {name: 試験明朝}\n"
    (tmp_path / "own" / "layout.yaml").write_text(statements, encoding="utf-8")
    folder = make_folder(tmp_path / "content")
    result = run("--lang", "ja", "build", folder, "-l", tmp_path / "own", "-o", tmp_path / "deck.pptx")
    assert result.exit_code == 0
    assert result.stderr.startswith("注意: フォント「試験明朝」")
    assert "Warning" not in result.stderr


@pytest.mark.parametrize(
    ("answer", "means"), [("y", True), ("はい", True), ("ｙ", True), ("YES", True), ("", False), ("n", False), ("maybe", False)]
)
def test_a_question_is_answered_by_yes_alone(answer: str, means: bool) -> None:
    answers: list[bool] = []
    asking = click.command()(lambda: answers.append(is_confirmed(message("form-write-it"))))
    result = CliRunner().invoke(asking, input=f"{answer}\n")
    assert (result.exit_code, answers) == (0, [means])


def test_an_interrupted_command_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.pipeline.load", interrupt)
    result = run("--lang", "ja", "check", ".")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "\n中断しました。\n")


def docgen(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "docgen", *map(str, arguments)]


def test_in_a_console_that_lacks_a_character_nothing_fails(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "content")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp932", "DOCGEN_LANG": "ja"}
    new = make_folder(tmp_path / "new")
    deaths = new / "data" / "deaths.csv"
    deaths.write_text(deaths.read_text(encoding="utf-8").replace("2022,2610", "2022,2636"), encoding="utf-8")
    lines: tuple[tuple[str | Path, ...], ...] = (("diff", folder, new), ("trace", folder, "I-1065"))
    for arguments in lines:
        result = subprocess.run(docgen(*arguments), capture_output=True, env=environment, check=False)
        assert result.returncode in (0, 1), result.stderr
        assert b"Traceback" not in result.stderr
        assert result.stdout.decode("cp932")


def test_json_keeps_characters_that_a_console_lacks(tmp_path: Path) -> None:
    import json

    old, new = make_folder(tmp_path / "old"), make_folder(tmp_path / "new")
    deaths = new / "data" / "deaths.csv"
    deaths.write_text(deaths.read_text(encoding="utf-8").replace("2022,2610", "2022,2636"), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp932"}
    result = subprocess.run(docgen("diff", old, new, "--format", "json"), capture_output=True, env=environment, check=False)
    fields = json.loads(result.stdout.decode("cp932"))["changes"][0]["fields"]
    assert {"name": "trend", "before": "↘", "after": "↘"} in fields


@pytest.mark.skipif(os.name != "posix", reason="pipes are closed in another way")
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        docgen("check", make_folder(tmp_path / "content")), stdout=writer, stderr=subprocess.PIPE, env=environment, check=False
    )
    os.close(writer)
    assert result.stderr == b""
