from __future__ import annotations

from pathlib import Path

from support.small_folder import make_folder

from docgen.errors import Position
from docgen.reading import load
from docgen.validate import validate


def test_a_folder_gives_its_records_tables_and_places(tmp_path: Path) -> None:
    compendium = load(make_folder(tmp_path))
    assert compendium.title == "小さなデータ集"
    assert list(compendium.indicators) == ["I-1065", "I-1070"]
    assert compendium.tables["deaths"].rows[-1] == ("2022", "2610", "速報")
    assert compendium.origin.problems == ()
    path = ("indicators", "I-1065", "pages", 0, "values", 0, "past", "value", "column")
    assert compendium.position(path) == Position(str(tmp_path / "indicators/I-1065.yaml"), 13, 41)
    assert compendium.position(("sections", 1, "pages", 0, "kind")) == Position(
        str(tmp_path / "compendium.yaml"), 26, 20
    )


def test_the_place_of_a_field_that_is_not_written_is_that_of_its_record(tmp_path: Path) -> None:
    compendium = load(make_folder(tmp_path))
    assert compendium.position(("sources", "npa", "url")) == Position(str(tmp_path / "sources.yaml"), 1, 3)


def test_records_know_the_compendium_they_belong_to(tmp_path: Path) -> None:
    compendium = load(make_folder(tmp_path))
    page = compendium.indicators["I-1065"].pages[0]
    assert page.home is compendium
    assert page.figures[0].home is compendium


def test_a_collection_may_stand_in_the_main_file(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, sources=None)
    main = folder / "compendium.yaml"
    main.write_text(main.read_text() + "sources: [{id: npa, text: 警察庁}, {id: study, text: 委員会}]\n")
    assert validate(load(folder)).sources["npa"].text == "警察庁"


def test_the_year_before_is_loaded_beside_it(tmp_path: Path) -> None:
    now, before = make_folder(tmp_path / "now"), make_folder(tmp_path / "before")
    compendium = load(now, previous=before)
    assert compendium.previous is not None
    assert compendium.previous.position(("title",)) == Position(str(before / "compendium.yaml"), 1, 8)
    assert load(now).previous is None


def test_a_measure_without_plan_items_is_legitimate(tmp_path: Path) -> None:
    chart = validate(load(make_folder(tmp_path))).measure_charts["measures-1"]
    assert chart.measures[1].plan_items == ()
