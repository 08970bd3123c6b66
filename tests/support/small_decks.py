"""The small compendium's deck, and the decks that it becomes when its content changes."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import docgen
from docgen.merging.edited.deck import EditedDeck, read_deck
from docgen.merging.merged_deck import MergedDeck, merge
from docgen.merging.report import Rule
from docgen.pipeline import BuiltDeck
from support.hand_edits import package_of
from support.small_folder import make_folder

CHANGES: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (),
    (("data/deaths.csv", "2022,2610", "2022,2636"), ("data/deaths.csv", "2019,3215", "2019,3300")),
    (
        ("measures/measures-1.yaml", "text: 国際協力の検討}", "text: 国際協力の推進, status: upcoming}"),
        ("measures/measures-1.yaml", "text: 月面探査の推進", "text: 月面探査等の推進"),
        ("data/budgets.csv", "2024,概算要求,4960", "2024,概算要求,5100"),
    ),
    (
        ("precedents/study-1.yaml", "details: [高い評価]", "details: [高い評価, 次の段階へ]"),
        ("precedents/study-1.yaml", "title: 課題の評価", "title: 課題の評価結果"),
        ("indicators/I-1070.yaml", "definition: [国際共著論文の割合]", "definition: [国際共著論文の割合, 分野別の内訳]"),
    ),
    (
        ("compendium.yaml", "  - id: a2\n    mark: A-2\n    title: 施策が実施されているか。\n    pages: [{run: measure_charts}]\n", ""),
        ("data/scores.csv", "自動運転,248.6", "自動運転,251.2"),
    ),
)


@functools.cache
def built(change: int) -> BuiltDeck:
    """The small compendium with one of the content changes."""
    with tempfile.TemporaryDirectory() as place:
        folder = make_folder(Path(place) / "content")
        for file, before, after in CHANGES[change]:
            text = (folder / file).read_text(encoding="utf-8")
            assert before in text, before
            (folder / file).write_text(text.replace(before, after), encoding="utf-8")
        return docgen.build(docgen.load(folder))


@functools.cache
def built_bytes() -> bytes:
    """The deck that is edited."""
    return built(0).to_bytes()


@functools.cache
def deck_of(change: int) -> EditedDeck:
    return read_deck(package_of(built(change).to_bytes(), judged=False))


def merged_deck(data: bytes, change: int, rule: Rule, folder: Path) -> MergedDeck:
    path = folder / "edited.pptx"
    path.write_bytes(data)
    return merge(path, built(change), conflicts=rule)
