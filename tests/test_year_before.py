"""FY2023 against FY2022: exactly the changes that the list here names are marked, and none without FY2022."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.real_deck import CONTENT, PACKS, ROOT, bodies, built, pack_in, pack_name, words
from support.small_folder import make_folder

import docgen
from docgen.checks.check import check_placed
from docgen.cli import main
from docgen.derive import derive
from docgen.layout.pack import LayoutPack
from docgen.model import Compendium
from docgen.pipeline import BuiltDeck, place
from docgen.placed import Mark, PlacedDeck, TextBody
from docgen.ready import ReadyCompendium, ReadyIndicatorPage, ReadyMeasureChart

FY2022 = ROOT / "content" / "fy2022"

# What changed from 2022 to 2023: on which page, of what, and what is marked.
CHANGES = (
    ("indicators/strategy", "I-1060", "【新規】"),
    ("I-1060/expenditure", "I-1060", "新規"),
    ("overview/strategy", "I-1060", "【新規】"),
    ("measures/measures-1-strategy", "M2", "14"),
    ("measures/measures-1-strategy", "M2", "SIP第3期"),
    ("measures/measures-1-strategy", "M2", "〔今後実施から移行〕"),
    ("measures/measures-2-mission-oriented", "M2", "14"),
    ("measures/measures-2-mission-oriented", "M2", "SIP第3期"),
    ("measures/measures-2-mission-oriented", "M2", "〔今後実施から移行〕"),
    ("measures/measures-3-social-implementation", "M3", "14"),
    ("measures/measures-3-social-implementation", "M3", "SIP第3期"),
    ("measures/measures-3-social-implementation", "M3", "〔今後実施から移行〕"),
    ("measures/measures-5-science-diplomacy/2", "M15", "【新】"),
)
# The legend's entries; {0} is the year compared, {1} the compendium's, as the pack prints them.
LEGEND = ("{0}からの差異", "{0}からの実施状況の変化", "{1}に新たに記載", "{1}の記載なし")


@functools.cache
def both_years() -> Compendium:
    """FY2023 against FY2022, loaded."""
    return docgen.load(CONTENT, previous=FY2022)


@functools.cache
def ready() -> ReadyCompendium:
    """FY2023 against FY2022, derived."""
    return derive(both_years())


@functools.cache
def compared(folder: Path) -> BuiltDeck:
    """FY2023 against FY2022 in the pack of that folder."""
    return place(ready(), pack_in(folder))


def legend(pack: LayoutPack) -> list[str]:
    return [line.format(pack.printing.year(2022), pack.printing.year(2023)) for line in LEGEND]


def marked(deck: PlacedDeck) -> Iterator[tuple[str, str]]:
    """Each marked piece of the deck, legends left out: its slide, and its text."""
    for slide in deck.slides:
        for mark in slide.marks:
            if "/legend/" not in mark.id:
                for body in bodies(replace(slide, marks=(mark,))):
                    yield from ((slide.id, text) for text in _marked_in(slide.kind, mark, body))


def _marked_in(kind: str, mark: Mark, body: TextBody) -> Iterator[str]:
    if getattr(mark, "placeholder", None) == "badge" and words(body) != "再掲":
        yield words(body)
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            coloured = kind == "measure_chart" and "/chart/" in mark.id and run.colour in ("red", "dropped")
            if coloured or run.text in ("【新】", "【新規】", "【定義変更】"):
                yield run.text


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_the_listed_changes_are_marked_and_no_others(folder: Path) -> None:
    assert sorted(marked(compared(folder).placed)) == sorted((page, text) for page, _, text in CHANGES)


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_without_the_year_before_nothing_is_marked(folder: Path) -> None:
    deck = built(folder)
    assert list(marked(deck.placed)) == []
    texts = [words(body) for slide in deck.placed.slides for body in bodies(slide)]
    assert [line for line in legend(deck.pack) if any(line in text for text in texts)] == []


def test_the_marks_are_those_of_the_records_that_the_list_names() -> None:
    pages = ready().pages
    measures = {
        (page.id, each.id)
        for page in pages
        if isinstance(page.record, ReadyMeasureChart)
        for each in page.record.measures
        if each.change or each.moved_from or "{red|" in each.text
    }
    indicators = {
        page.record.indicator
        for page in pages
        if isinstance(page.record, ReadyIndicatorPage) and page.record.change
    }
    listed = {(page.removesuffix("/2"), name) for page, name, _ in CHANGES}
    assert measures == {each for each in listed if each[1].startswith("M")}
    assert indicators == {name for _, name in listed if name.startswith("I-")}


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_the_legend_names_the_year_that_is_compared(folder: Path) -> None:
    deck = compared(folder)
    pages = {slide.id: slide for slide in deck.placed.slides}
    changed, moved, new, _ = legend(deck.pack)
    first = "\n".join(words(body) for body in bodies(pages["measures/measures-1-strategy"]))
    assert [line for line in legend(deck.pack) if line in first] == [changed, moved]
    last = "\n".join(words(body) for body in bodies(pages["measures/measures-5-science-diplomacy/2"]))
    assert [line for line in legend(deck.pack) if line in last] == [new]


@pytest.mark.parametrize("folder", PACKS, ids=pack_name)
def test_pages_with_marks_keep_every_rule_of_the_page(folder: Path) -> None:
    deck = compared(folder)
    assert [str(breach) for breach in check_placed(deck.placed, deck.pack)] == []


def test_last_years_values_stand_in_the_table_where_they_are_asked_for() -> None:
    indicator = both_years().indicators["I-1062"]
    pages = tuple(page.model_copy(update={"last_year": True}) for page in indicator.pages)
    asked = indicator.model_copy(update={"pages": pages})
    for record, expected in ((asked, True), (indicator, False)):
        (slide,) = docgen.Deck().add(record).build().placed.slides
        text = "\n".join(words(body) for body in bodies(slide))
        assert ("2022年度版の最新値\n" in text + "\n") == expected
        assert ("34位【2022年】" in text) == expected


def test_a_pack_asks_for_last_years_values_of_all_indicators(tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text(
        "name: compared\nextends: cabinet_office\noptions: {indicator_detail: {last_year: true}}\n", encoding="utf-8"
    )
    deck = docgen.build(both_years(), tmp_path).placed
    heads = [slide.id for slide in deck.slides if any("2022年度版の最新値" in words(body) for body in bodies(slide))]
    assert len(heads) == len([slide for slide in deck.slides if slide.kind == "indicator_detail"])


def test_the_commands_take_the_year_before(tmp_path: Path) -> None:
    out = tmp_path / "out.pptx"
    result = CliRunner().invoke(main, ["build", str(CONTENT), "--previous", str(FY2022), "-o", str(out)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert out.read_bytes() == compared(ROOT / "layouts" / "cabinet_office").to_bytes()


def test_a_check_takes_the_year_before(tmp_path: Path) -> None:
    now, before = make_folder(tmp_path / "now"), make_folder(tmp_path / "before")
    main_file = before / "compendium.yaml"
    stated = main_file.read_text(encoding="utf-8").replace("fiscal_year: 2023", "fiscal_year: 2022")
    main_file.write_text(stated.replace("2024年2月", "2023年2月"), encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(now), "--previous", str(before)])
    assert (result.exit_code, result.stderr) == (0, "")
