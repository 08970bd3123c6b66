"""A year with five bureaus: rolled, asked by forms, edited by hand in parts, merged, signed: all is there or named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pptx import Presentation
from support.filled_forms import fill, sent

import docgen
from docgen.cli import main
from docgen.errors import DocgenErrors
from docgen.extracts.chosen import Choice
from docgen.extracts.extract import extract
from docgen.forms.exchange import import_forms
from docgen.merging.merged_deck import MergedDeck
from docgen.renaming.rename import renaming

BUREAUS = ("総務局", "交通局", "農業局", "宇宙局", "海洋局")
_T = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
# What a bureau corrects in its file: twelve texts that stand once in the deck each.
EDITS = 12


def _indicator(number: int) -> str:
    """An indicator of two pages, with a value, and with six texts that a bureau may correct on each page."""
    pages = []
    for page in ("values", "more"):
        texts = [f"要点{number}{page}{index}の説明" for index in range(EDITS // 2)]
        pages.append(f"  - id: {page}\n    messages: [{', '.join(texts)}]\n")
    value = f"""\
    values:
      - id: own
        name: 指標{number}
        series: {{data: d{number}, column: 値, x: 年度}}
        unit: 件
        latest: {{period: 2022年度}}
"""
    more = "    definition: [この頁は説明のみである。]\n"
    return (
        f"id: I-{number}\nname: 指標{number}\ncategory: reference\nresponsible: {BUREAUS[number - 1]}\npages:\n"
        f"{pages[0]}{value}{pages[1]}{more}"
    )


def _folder(root: Path) -> Path:
    """A content folder of five indicators, each of a bureau, with a data file each."""
    indicators = "".join(f"        - {{indicator: I-{number}}}\n" for number in range(1, 6))
    texts = {
        "compendium.yaml": f"""\
title: 五局のデータ集
fiscal_year: 2023
show_ids: true
analysis_items:
  - {{id: item, number: 1, name: 戦略策定}}
logic_elements:
  - id: element
    item: item
    name: 社会課題の解決が進む
    indicators:
{indicators}sections:
  - {{id: front, pages: [{{kind: cover}}]}}
  - {{id: own, title: 指標, pages: [{{run: indicators, item: item}}]}}
""",
        "data.yaml": "".join(f"- {{id: d{number}, file: data/d{number}.csv}}\n" for number in range(1, 6)),
    }
    for number in range(1, 6):
        texts[f"indicators/I-{number}.yaml"] = _indicator(number)
        texts[f"data/d{number}.csv"] = f"年度,値\n2017年度,{number}10\n2022年度,{number}20\n"
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def _replace(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, (file, before)
    path.write_text(text.replace(before, after), encoding="utf-8")


def _texts(deck: Any) -> dict[str, list[str]]:
    """The texts on each slide, by its name; how lines are broken is left out."""
    shown: dict[str, list[str]] = {}
    for slide in Presentation(str(deck)).slides:
        paragraphs = slide._element.iter(_T.removesuffix("t") + "p")
        shown[slide.name] = ["".join(run.text or "" for run in paragraph.iter(_T)) for paragraph in paragraphs]
    return shown


def _edit(path: Path, number: int, word: str) -> dict[str, str]:
    """A part with twelve texts of an indicator corrected: what each was, and what it is."""
    deck = Presentation(str(path))
    done: dict[str, str] = {}
    for slide in deck.slides:
        for run in slide._element.iter(_T):
            found = re.search(rf"要点{number}(values|more)[0-9]の説明", run.text or "")
            if found is not None:
                done[found[0]] = found[0].replace("の説明", f"の{word}")
                run.text = (run.text or "").replace(found[0], done[found[0]])
    deck.save(str(path))
    return done


@dataclass(frozen=True)
class Year:
    """What came of the year."""

    folder: Path
    refused: DocgenErrors
    edits: dict[str, dict[str, str]]
    merged: MergedDeck
    deck: Path
    fresh: Path


def _form(folder: Path, number: int, value: object) -> Path:
    path = sent(docgen.load(folder), folder.parent / f"form-{number}.xlsx", BUREAUS[number - 1])
    return fill(path, {f"values/I-{number}/own": {"value": value}})


def _answered(folder: Path, *forms: Path) -> None:
    import_forms(forms, folder).write()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The year as it was played: see the steps."""
    root = tmp_path_factory.mktemp("year")
    folder = docgen.roll(_folder(root / "fy2023"), root / "fy2024")
    # Forms out; two come back in time and whole, one with a number that is none.
    forms = {number: _form(folder, number, f"{number}30") for number in (1, 2, 4, 5)}
    wrong = _form(folder, 3, "集計中")
    _answered(folder, forms[1], forms[2])
    with pytest.raises(DocgenErrors) as refused:
        _answered(folder, wrong)
    wrong.unlink()
    _answered(folder, _form(folder, 3, "330"))
    # Extracts out, each corrected by its bureau; the fifth file holds the first bureau's page as well.
    compendium = docgen.load(folder)
    edits: dict[str, dict[str, str]] = {}
    paths = []
    for number, bureau in enumerate(BUREAUS, start=1):
        choice = Choice(bureau=bureau) if number < 5 else Choice(only=("I-5", "I-1/values"))
        paths.append(extract(compendium, choice).save(root / f"{bureau}.pptx"))
        edits[paths[-1].name] = _edit(paths[-1], number, f"改訂{number}")
    deck = Presentation(str(paths[4]))
    for slide in deck.slides:
        for run in slide._element.iter(_T):
            if "要点1values0の説明" in (run.text or ""):
                run.text = "要点1values0の別案"
    deck.save(str(paths[4]))
    # Meanwhile: two forms come late, the content corrects a text itself, an indicator gets another id, one is
    # dropped, and one is parted into two.
    _answered(folder, forms[4], forms[5])
    _replace(folder, "indicators/I-1.yaml", "要点1values1の説明", "要点1values1の本文修正")
    renaming(folder, "I-2", "I-22").write()
    _replace(folder, "compendium.yaml", "        - {indicator: I-3}\n", "")
    (folder / "indicators" / "I-3.yaml").unlink()
    carried = folder / "carried_over.yaml"
    carried.write_text(re.sub(r"(?m)^.*I-[34]/.*\n", "", carried.read_text(encoding="utf-8")), encoding="utf-8")
    _part_in_two(folder)
    renewed = docgen.build(docgen.load(folder))
    fresh = renewed.save(root / "fresh.pptx")
    merged = docgen.merge(list(paths), renewed)
    merged.save(root / "merged.pptx")
    return Year(folder, refused.value, edits, merged, root / "merged.pptx", fresh)


def _part_in_two(folder: Path) -> None:
    """The fourth indicator becomes two, each with one of its pages."""
    path = folder / "indicators" / "I-4.yaml"
    head, values, more = re.split(r"(?m)^  (?=- id: (?:values|more))", path.read_text(encoding="utf-8"))
    path.unlink()
    for own, page in (("I-41", values), ("I-42", more)):
        text = head.replace("id: I-4\n", f"id: {own}\nformerly: [I-4]\n") + f"  {page}"
        (folder / "indicators" / f"{own}.yaml").write_text(text, encoding="utf-8")
    _replace(folder, "compendium.yaml", "{indicator: I-4}", "{indicator: I-41}\n        - {indicator: I-42}")


def test_a_form_with_an_error_is_refused_with_its_cell_and_changes_nothing(year: Year) -> None:
    (error,) = year.refused.errors
    assert "form-3.xlsx!指標の値!" in str(error)


def test_numbers_of_all_forms_are_in_the_deck(year: Year) -> None:
    shown = "".join(text for texts in _texts(year.deck).values() for text in texts)
    assert [number for number in (1, 2, 4, 5) if f"{number}30件" not in shown] == []


def test_every_one_of_sixty_edits_is_in_the_deck_or_named(year: Year) -> None:
    assert [len(own) for own in year.edits.values()] == [EDITS] * 5
    shown = "\n".join(text for texts in _texts(year.deck).values() for text in texts)
    told = "\n".join(map(str, year.merged.conflicts))
    assert [after for own in year.edits.values() for after in own.values() if after not in shown and after not in told] == []
    # The pages that the content dropped stay, as somebody worked on them, and that is said.
    assert [page for page in ("I-3/values", "I-3/more") if page not in told] == []


def test_both_conflicts_name_their_sides(year: Year) -> None:
    (of_decks,) = (each for each in year.merged.conflicts if each.other)
    assert (of_decks.deck, of_decks.other) == ("海洋局.pptx", "総務局.pptx")
    told = [str(each) for each in year.merged.conflicts if not each.other]
    assert any("本文修正" in each and "総務局.pptx" in each for each in told)


def test_nothing_is_in_the_deck_that_nobody_did(year: Year) -> None:
    before, after = _texts(year.fresh), _texts(year.deck)
    assert list(after) == [*before, "I-3/values", "I-3/more"]
    known = {new for own in year.edits.values() for new in own.values()}
    added = {text for name in before for text in after[name] if text not in before[name]}
    # What heads the notes on conflicts is docgen's own.
    heads = ("messages 文", "競合（新しい内容を表示）")
    assert {text for text in added if not any(word in text for word in (*known, "別案", *heads))} == set()


def test_a_page_of_the_year_is_signed_and_the_others_are_listed(year: Year) -> None:
    result = CliRunner().invoke(main, ["sign", "I-22/values", str(year.folder), "--as", "山田", "--lang", "ja"])
    assert result.exit_code == 0, result.output
    listed = CliRunner().invoke(main, ["check", str(year.folder), "--lang", "en"]).output
    unsigned = [line for line in listed.splitlines() if "page-unsigned" in line]
    assert unsigned
    assert not any("I-22/values" in line for line in unsigned)
