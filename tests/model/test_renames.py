"""Records that had other ids in years before are the same records: beside last year, in diffs, merges and traces."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from support.small_folder import FILES, make_folder

import docgen
from docgen.errors import DocgenError, DocgenErrors
from docgen.model import Indicator, Source
from docgen.model.renames import earlier
from docgen.renaming.rename import renaming


def with_text(folder: Path, file: str, before: str, after: str) -> Path:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return folder


def years(tmp_path: Path) -> tuple[Path, Path]:
    """Last year's folder, and this year's, in which everything has another id."""
    last = make_folder(tmp_path / "last")
    with_text(last, "compendium.yaml", "fiscal_year: 2023", "fiscal_year: 2022")
    now = make_folder(tmp_path / "now")
    with_text(now, "compendium.yaml", "fiscal_year: 2023", "fiscal_year: 2023\nprevious: ../last")
    for old, new in (("I-1065", "I-1"), ("I-1/traffic", "roads"), ("I-1070", "I-2"), ("measures-1", "charts-1"), ("moon", "lunar")):
        renaming(now, old, new).write()
    return last, now


def test_last_years_record_is_that_of_the_former_id(tmp_path: Path) -> None:
    _, now = years(tmp_path)
    with_text(now, "measures/measures-1.yaml", "国際協力の検討", "国際協力の推進")
    placed = docgen.build(docgen.load(now)).placed
    texts = [
        (run.text, run.colour)
        for slide in placed.slides
        for mark in slide.marks
        for paragraph in getattr(getattr(mark, "body", None), "paragraphs", ())
        for run in paragraph.runs
    ]
    assert not [text for text, _ in texts if "【新規】" in text or "【新】" in text]
    assert ("推進", "red") in texts


def test_a_comparison_tells_the_names_and_nothing_else(tmp_path: Path) -> None:
    last, now = years(tmp_path)
    told = docgen.diff(last, now)
    names = {change.name: str(change.fields[0].after) for change in told.about("name")}
    assert names["I-1065"] == "I-1"
    assert (names["moon"], names["I-1/traffic"]) == ("lunar", "I-1/roads")
    # Pages of this compendium print the ids, which are others now.
    assert all("I-1065" in str(change) or "I-1070" in str(change) for change in told.about("page", "table"))
    assert not told.about("value", "measure", "budget", "figure")


def test_hand_edits_are_kept_on_the_page_of_the_record(tmp_path: Path) -> None:
    last, now = years(tmp_path)
    path = tmp_path / "edited.pptx"
    docgen.build(docgen.load(last)).save(path)
    deck = Presentation(str(path))
    slide = next(slide for slide in deck.slides if slide.name == "I-1065/traffic")
    note = next(shape for shape in slide.shapes if shape.has_text_frame and "24時間以内" in shape.text_frame.text)
    note.text_frame.paragraphs[0].runs[0].text = "（注）30日以内の死者数。"
    deck.save(str(path))
    merged = docgen.merge(path, docgen.load(now))
    assert [edit.shape for edit in merged.edits] == [note.name.replace("I-1065/traffic", "I-1/roads")]
    merged.save(tmp_path / "merged.pptx")
    pages = {each.name: each for each in Presentation(str(tmp_path / "merged.pptx")).slides}
    assert len(pages) == len(deck.slides)
    assert any("30日以内" in shape.text_frame.text for shape in pages["I-1/roads"].shapes if shape.has_text_frame)


def test_a_trace_follows_the_former_name(tmp_path: Path) -> None:
    _, now = years(tmp_path)
    compendium = docgen.load(now)
    assert docgen.trace(compendium, "I-1065/traffic") == docgen.trace(compendium, "I-1/roads")


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("compendium.yaml", "{indicator: I-1,", "{indicator: I-1065,"),
        ("findings/strategy.yaml", "rests_on: [I-1/roads]", "rests_on: [I-1065/traffic]"),
        ("findings/strategy.yaml", 'values["I-1"]', 'values["I-1065"]'),
        ("measures/measures-1.yaml", "{line: lunar,", "{line: moon,"),
    ],
)
def test_a_reference_to_the_former_id_is_an_error_that_names_the_new_one(
    file: str, before: str, after: str, tmp_path: Path
) -> None:
    _, now = years(tmp_path)
    with_text(now, file, before, after)
    with pytest.raises(DocgenErrors) as errors:
        docgen.load(now)
    renamed = [error for error in errors.value.errors if error.code == "renamed"]
    assert len(renamed) == 1
    assert ("lunar" if "lunar" in before else "I-1") in str(renamed[0])


def parted(tmp_path: Path) -> tuple[Path, Path]:
    """Last year's folder, and this year's, in which I-1070 was parted into two."""
    last = make_folder(tmp_path / "last")
    text = FILES["indicators/I-1070.yaml"]
    one, two = (
        text.replace("id: I-1070", f"id: {name}\nformerly: I-1070").replace("国際共著論文\n", f"国際共著論文{name}\n")
        for name in ("I-71", "I-72")
    )
    now = make_folder(tmp_path / "now", **{"indicators/I-1070.yaml": one, "indicators/I-72.yaml": two})
    plan = "      - {indicator: I-1070}\n"
    with_text(now, "compendium.yaml", plan, plan.replace("I-1070", "I-71") + plan.replace("I-1070", "I-72"))
    return last, with_text(now, "compendium.yaml", "fiscal_year: 2023", "fiscal_year: 2024\nprevious: ../last")


def test_both_parts_of_a_record_have_it_as_last_years(tmp_path: Path) -> None:
    last, now = parted(tmp_path)
    (change,) = docgen.diff(last, now).about("name")
    assert str(change.fields[0]) == "I-1070 → I-71・I-72"
    with pytest.raises(DocgenError, match="I-71"):
        docgen.trace(docgen.load(now), "I-1070/share")


def test_a_joined_record_has_the_first_of_those_that_it_was() -> None:
    joined = Indicator(id="I-3", formerly=["I-1", "I-2"], name="名", category="reference", pages=())
    assert earlier(joined, {"I-2": 2, "I-1": 1}) == 1
    assert earlier(joined, {"I-2": 2, "I-3": 3}) == 3
    assert earlier(joined, {}) is None


@pytest.mark.parametrize("chain", [("a", "b"), ("a",), ("a", "b", "c")])
def test_former_ids_in_a_circle_are_an_error(chain: tuple[str, ...], tmp_path: Path) -> None:
    names = [*chain[1:], chain[0]]
    sources = "".join(f"- {{id: {own}, text: 出典, formerly: {old}}}\n" for own, old in zip(chain, names, strict=True))
    folder = make_folder(tmp_path, sources=FILES["sources.yaml"] + sources)
    with pytest.raises(DocgenErrors) as errors:
        docgen.load(folder)
    assert [error.code for error in errors.value.errors] == ["rename-circle"]


def test_names_are_followed_over_years(tmp_path: Path) -> None:
    oldest, last = (make_folder(tmp_path / name) for name in ("oldest", "last"))
    with_text(last, "compendium.yaml", "fiscal_year: 2023", "fiscal_year: 2024\nprevious: ../oldest")
    renaming(last, "I-1065", "I-1").write()
    now = make_folder(tmp_path / "now")
    with_text(now, "compendium.yaml", "fiscal_year: 2023", "fiscal_year: 2025\nprevious: ../last")
    renaming(now, "I-1065", "I-0").write()
    with_text(now, "indicators/I-1065.yaml", "formerly: [I-1065]", "formerly: [I-1]")
    assert {change.name: str(change.fields[0].after) for change in docgen.diff(oldest, now).about("name")} == {"I-1065": "I-0"}


def test_a_name_written_alone_is_a_list_of_one() -> None:
    assert Source(id="b", formerly="a", text="出典").formerly == ("a",)
