"""``docgen rename``: a record's new id stands in every file that named it, and all else is as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support.small_folder import make_folder

import docgen
from docgen.cli import main
from docgen.errors import DocgenError
from docgen.renaming.rename import renaming


def renamed(folder: Path, old: str, new: str, collection: str | None = None) -> dict[str, tuple[str, str]]:
    """The folder with a record renamed: what each changed file said, and says, by its name."""
    made = renaming(folder, old, new, collection)
    before = {path: path.read_text(encoding="utf-8") for path in made.files}
    made.write()
    return {path.relative_to(folder).as_posix(): (text, path.read_text(encoding="utf-8")) for path, text in before.items()}


def test_an_indicator_is_named_anew_in_every_file_that_names_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "content")
    changed = renamed(folder, "I-1065", "I-2065")
    assert sorted(changed) == ["compendium.yaml", "findings/strategy.yaml", "indicators/I-1065.yaml"]
    for name, (before, after) in changed.items():
        own = "id: I-2065\nformerly: [I-1065]" if name.startswith("indicators") else ""
        expected = before.replace("I-1065", "I-2065")
        assert after == (expected.replace("id: I-2065", own, 1) if own else expected)
    assert docgen.load(folder).indicators["I-2065"].formerly == ("I-1065",)


def test_comments_quotes_and_line_ends_stay(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "content")
    path = folder / "findings" / "strategy.yaml"
    text = path.read_text(encoding="utf-8").replace("indicator: I-1065", "indicator: 'I-1065'  # I-1065 とする\n  ")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    renamed(folder, "I-1065", "I-2065")
    written = path.read_bytes().decode()
    assert "indicator: 'I-2065'  # I-1065 とする\r\n" in written
    assert written.count("\n") == written.count("\r\n")


@pytest.mark.parametrize(
    ("old", "new", "collection", "says"),
    [
        ("moon", "lunar", None, 'budgets["lunar"][2023]'),
        ("I-1065/traffic", "I-1065/roads", None, "rests_on: [I-1065/roads]"),
        ("I-1065/traffic/deaths", "killed", None, 'values["I-1065"].killed.percent_change'),
        ("deaths", "fatalities", "datasets", "data: fatalities"),
        ("measures-1/P1", "P9", None, "plan_items: [P9]"),
        ("measures-1/M1", "M9", None, "relates_to: [M9]"),
        ("npa", "police", None, "source: police"),
        ("strategy", "plan", "analysis_items", "{run: indicators, item: plan}"),
        ("social-issues", "society", None, "element: society"),
    ],
)
def test_records_of_each_kind_are_named_anew(
    old: str, new: str, collection: str | None, says: str, tmp_path: Path
) -> None:
    folder = make_folder(tmp_path / "content")
    if old == "I-1065/traffic/deaths":
        # A figure of the page has the id, too.
        path = folder / "indicators" / "I-1065.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("- id: deaths\n        title", "- id: curve\n        title"), "utf-8")
    changed = renamed(folder, old, new, collection)
    assert any(says in after and says not in before for before, after in changed.values())
    docgen.build(docgen.load(folder))


def test_a_second_rename_keeps_both_former_ids_and_one_back_leaves_no_circle(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "content")
    renamed(folder, "I-1065", "I-2")
    renamed(folder, "I-2", "I-3")
    assert docgen.load(folder).indicators["I-3"].formerly == ("I-1065", "I-2")
    renamed(folder, "I-3", "I-1065")
    assert docgen.load(folder).indicators["I-1065"].formerly == ("I-3", "I-2")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("I-9999", "I-1", "rename-nothing"),
        ("I-1065", "I-1070", "rename-taken"),
        ("I-1065", "新 id!", "rename-no-id"),
        ("I-1065/traffic/deaths", "x", "rename-several"),
    ],
)
def test_what_cannot_be_renamed_is_an_error_and_no_file_is_touched(old: str, new: str, code: str, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "content")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    with pytest.raises(DocgenError) as error:
        renaming(folder, old, new)
    assert error.value.code == code
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
    assert list(tmp_path.iterdir()) == [folder]


def test_the_command_tells_the_files_and_what_texts_still_say(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "content")
    path = folder / "indicators" / "I-1070.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("国際共著論文の割合", "I-1065と同じ方法による"), encoding="utf-8")
    result = CliRunner().invoke(main, ["rename", "I-1065", "I-2065", str(folder), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "the text still says I-1065" in result.output
    assert result.output.endswith("I-1065 is I-2065 now: 3 files changed\n")
