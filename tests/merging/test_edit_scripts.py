"""Generated edit scripts times content changes: no hand edit is lost, every double change is told."""

from __future__ import annotations

import functools
import random
from pathlib import Path

import pytest
from conftest import Validate
from support.hand_edits import Edit, edit_deck, package_of, shape_of, slide_of
from support.often import often
from support.small_decks import CHANGES, built_bytes, deck_of, merged_deck

from docgen.merging.edited.deck import EditedDeck, read_deck
from docgen.merging.merged_deck import MergedDeck
from docgen.merging.report import Rule

SCRIPTS = often(15)
MOST_EDITS = 20
RULES: tuple[Rule, ...] = ("theirs", "ours", "both")


@functools.cache
def script(seed: int) -> tuple[bytes, list[Edit], dict[str, str]]:
    chance = random.Random(seed)
    return edit_deck(built_bytes(), chance, chance.randrange(1, MOST_EDITS + 1))


def told(merged: MergedDeck, slide: str, shape: str) -> bool:
    """Whether a conflict names the shape, or its slide as a whole."""
    return any(each.slide == slide and each.shape in (shape, "") for each in merged.conflicts)


def check_edit(
    edit: Edit, edited: EditedDeck, new: EditedDeck, result: EditedDeck, merged: MergedDeck, rule: Rule
) -> None:
    before, hand, content, now = (
        edit.value(shape_of(deck, edit.slide, edit.shape)) for deck in (deck_of(0), edited, new, result)
    )
    place = f"{edit}: built {before!r}, hand {hand!r}, content {content!r}, merged {now!r}"
    if edit.kind == "delete":
        assert now is False or told(merged, edit.slide, edit.shape), place
        if now:
            assert shape_of(deck_of(0), edit.slide, edit.shape) != shape_of(new, edit.slide, edit.shape), place
    elif slide_of(new, edit.slide) is None:
        assert told(merged, edit.slide, edit.shape), place
    elif content in (before, hand):
        assert now == hand or told(merged, edit.slide, edit.shape), place
    else:
        assert told(merged, edit.slide, edit.shape), place
        if rule == "theirs":
            assert now == hand, place


def check_slides(whole: dict[str, str], new: EditedDeck, result: EditedDeck, merged: MergedDeck) -> None:
    for name, kind in whole.items():
        slide, fresh = slide_of(result, name), slide_of(new, name)
        conflict = any(each.slide in (name, "deck") for each in merged.conflicts)
        if kind == "notes" and fresh is not None and fresh.notes:
            assert (slide is not None and "手による注" in slide.notes) or conflict, name
        elif kind == "delete_slide":
            assert slide is None or conflict, name
        elif kind == "move_slide" and fresh is not None and "delete_slide" not in whole.values():
            assert slide is not None
            assert result.slides[-1].name == name or list(whole.values()).count("move_slide") > 1 or conflict, name
        elif kind == "add_slide" and fresh is not None:
            assert any(not each.name for each in result.slides), name


@pytest.mark.parametrize("change", range(len(CHANGES)))
def test_no_hand_edit_is_lost_and_every_double_change_is_told(change: int, tmp_path: Path) -> None:
    new = deck_of(change)
    conflicts = 0
    for seed in (*range(change, SCRIPTS, len(CHANGES)), *range(80 + change, 280, len(CHANGES))):
        if seed >= SCRIPTS and (conflicts or not change):
            break  # More scripts only until one meets what the content changes.
        data, edits, whole = script(seed)
        rule: Rule = RULES[seed % 3]
        merged = merged_deck(data, change, rule, tmp_path)
        edited, result = read_deck(package_of(data, judged=False)), read_deck(package_of(merged.data))
        for edit in edits:
            check_edit(edit, edited, new, result, merged, rule)
        check_slides(whole, new, result, merged)
        conflicts += len(merged.conflicts)
    assert (conflicts > 0) == (change > 0)


def test_merging_an_unedited_deck_gives_the_new_build_and_nothing_to_tell(tmp_path: Path) -> None:
    for change in range(len(CHANGES)):
        merged = merged_deck(built_bytes(), change, "both", tmp_path)
        assert (merged.edits, merged.conflicts) == ((), ())
        result = read_deck(package_of(merged.data))
        assert [slide.name for slide in result.slides] == [slide.name for slide in deck_of(change).slides]
        for slide, wanted in zip(result.slides, deck_of(change).slides, strict=True):
            assert [each.shape for each in slide.shapes] == [each.shape for each in wanted.shapes], slide.name
            assert slide.notes == wanted.notes


def test_the_same_merge_gives_the_same_bytes(tmp_path: Path) -> None:
    data, _, _ = script(7)
    assert merged_deck(data, 1, "both", tmp_path).data == merged_deck(data, 1, "both", tmp_path).data


@pytest.mark.validator
def test_merged_decks_are_valid(validate: Validate, tmp_path: Path) -> None:
    for seed in range(0, SCRIPTS, SCRIPTS // 3):
        data, _, _ = script(seed)
        change = (seed + 1) % len(CHANGES)
        assert validate(merged_deck(data, change, "both", tmp_path).data) == [], (seed, change)
