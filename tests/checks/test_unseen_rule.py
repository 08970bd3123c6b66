"""Characters that nobody sees are found in texts, titles and names, with their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen
from docgen.checks.unseen_rule import unseen_characters
from docgen.derive import derive

TURNED = "\u2067増\u2069"


def breaches(folder: Path, changes: dict[str, tuple[str, str]]) -> list[tuple[str, str, str]]:
    content = make_folder(folder / "content")
    for file, (old, new) in changes.items():
        text = (content / file).read_text(encoding="utf-8")
        assert old in text
        (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    compendium = docgen.load(content)
    found = unseen_characters(compendium, derive(compendium))
    return [(str(breach.where).rpartition("content/")[2], breach.level, breach.what) for breach in found]


def test_a_folder_without_such_characters_has_none(tmp_path: Path) -> None:
    assert breaches(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("file", "old"),
    [("compendium.yaml", "title: 小さなデータ集"), ("compendium.yaml", "title: 既存指標"), ("sources.yaml", "text: 警察庁")],
)
def test_a_character_that_turns_a_text_is_an_error_wherever_it_stands(tmp_path: Path, file: str, old: str) -> None:
    key, colon, text = old.rpartition(": ")
    new = f"{key}{colon}{TURNED}{text}"
    ((where, level, what),) = breaches(tmp_path, {file: (old, new)})
    assert where.startswith(f"{file}:")
    assert level == "error"
    assert "[U+2067]増" in what


@pytest.mark.parametrize("character", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\U000e0041", "\u200d", "\u3164"], ids=ascii)
def test_a_character_that_shows_nothing_is_a_notice(tmp_path: Path, character: str) -> None:
    ((where, level, what),) = breaches(tmp_path, {"sources.yaml": ("警察庁", f"警{character}察庁")})
    assert (where.partition(":")[0], level) == ("sources.yaml", "notice")
    assert f"警[U+{ord(character):04X}]察庁" in what


def test_a_joiner_within_an_emoji_is_part_of_it(tmp_path: Path) -> None:
    assert breaches(tmp_path, {"sources.yaml": ("警察庁", "警察庁\U0001f468\u200d\U0001f469")}) == []
