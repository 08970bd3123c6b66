"""The Python API: what a script imports, and a deck made slide by slide from records made in Python."""

from __future__ import annotations

import io
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path

import pandas
import pytest
from support.real_deck import CONTENT, PACKS, fy2023, pack_in, pack_name

import docgen
from docgen.checks.check import check_placed
from docgen.placed import ChartMark, ConnectorMark, PictureMark, TableMark

in_every_pack = pytest.mark.parametrize("folder", PACKS, ids=pack_name)


def chart() -> docgen.MeasureChart:
    return docgen.MeasureChart(
        id="measures-x",
        mark="①",
        title="研究開発の推進",
        plan_items=(docgen.PlanItem(id="P1", text="月面探査の推進"),),
        measures=(docgen.Measure(id="M1", text="探査機の開発", status="continuing", plan_items=("P1",)),),
        budgets=(docgen.BudgetUse(line="moon", relates_to=("M1",)),),
        budget_lines=(
            docgen.BudgetLine(
                id="moon",
                name="月面探査",
                amounts=(
                    docgen.BudgetAmount(fiscal_year=2022, kind="executed", value=Decimal(2960), unit="百万円"),
                    docgen.BudgetAmount(fiscal_year=2023, kind="budgeted", value=Decimal(4500), unit="百万円"),
                ),
            ),
        ),
    )


def own_drawing() -> docgen.Picture:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 3))
    figure.subplots().scatter([1, 2, 3], [3, 1, 2])
    return docgen.Picture.from_matplotlib(
        figure, id="spread", title="分布", alt="3点の散布図", notes=[{"text": "試作。"}], source_text="試験部局"
    )


def test_the_script_of_the_design_works_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CONTENT.parent.parent)
    content = docgen.load("content/fy2023")
    docgen.build(content, layout="cabinet-office").save(tmp_path / "compendium.pptx")
    deck = docgen.Deck(layout="cabinet-office")
    deck.add(content.indicators["I-1065"])
    deck.add(chart())
    deck.save(tmp_path / "extract.pptx")
    assert zipfile.is_zipfile(tmp_path / "compendium.pptx")
    assert zipfile.is_zipfile(tmp_path / "extract.pptx")


@in_every_pack
def test_records_of_every_kind_are_added_one_by_one(folder: Path) -> None:
    content = fy2023()
    deck = docgen.Deck(layout=folder)
    deck.add(content.indicators["I-1065"]).add(chart())
    deck.add(next(iter(content.measure_charts.values())))
    deck.add(content.precedents["precedent-4-sip2-evaluation"])
    frame = pandas.DataFrame({"year": ["2021", "2022"], "people": [2636, 2610]})
    deck.add(
        docgen.Figure(
            id="deaths", title="死者数", kind="column", data=frame, x="year", unit="人",
            series=(docgen.SeriesSpec(name="死者数", column="people"),),
        )
    )  # fmt: skip
    deck.add(docgen.Table(id="grades", title="区分", columns=[{"heading": "評価"}], rows=[["A"], ["B"]]))
    deck.add(own_drawing())
    built = deck.build()
    kinds = list(dict.fromkeys(slide.kind for slide in built.placed.slides))
    assert kinds == ["indicator_detail", "measure_chart", "prior_study", "figure", "table", "picture"]
    assert [str(breach) for breach in check_placed(built.placed, built.pack)] == []


def test_a_drawing_of_ones_own_is_a_picture_with_sharp_lines_and_the_same_bytes_every_time() -> None:
    first, second = (docgen.Deck().add(own_drawing()).build() for _ in range(2))
    assert first.to_bytes() == second.to_bytes()
    marks = {mark.id: mark for mark in first.placed.slides[0].marks}
    drawn = marks["picture/spread/picture"]
    assert isinstance(drawn, PictureMark)
    assert drawn.alt == "3点の散布図"
    assert drawn.svg is not None
    assert "picture/spread/notes" in marks
    with zipfile.ZipFile(io.BytesIO(first.to_bytes())) as package:
        media = {name.rpartition(".")[2] for name in package.namelist() if name.startswith("ppt/media/")}
    assert media == {"png", "svg"}


def test_a_measure_chart_made_in_a_script_shows_its_budgets() -> None:
    slide = docgen.Deck().add(chart()).build().placed.slides[0]
    assert {mark.id.rsplit("/", 1)[1] for mark in slide.marks} >= {"P1", "M1", "moon"}
    assert sum(isinstance(mark, ConnectorMark) for mark in slide.marks) == 2


def test_a_page_of_a_loaded_record_is_that_of_the_whole_deck() -> None:
    alone = docgen.Deck().add(fy2023().indicators["I-1069"]).build().placed.slides[0]
    whole = {slide.id: slide for slide in docgen.build(fy2023()).placed.slides}
    boxes = [
        [(mark.id, mark.box) for mark in slide.marks if isinstance(mark, (ChartMark, TableMark))]
        for slide in (alone, whole[alone.id])
    ]
    assert boxes[0] == boxes[1] != []


def test_a_record_that_is_added_twice_is_an_error() -> None:
    deck = docgen.Deck().add(chart())
    with pytest.raises(docgen.DocgenError, match="measures-x"):
        deck.add(chart())


def test_a_deck_without_records_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(docgen.DocgenError, match="no slides"):
        docgen.Deck().save(tmp_path / "deck.pptx")
    assert list(tmp_path.iterdir()) == []


def test_a_deck_takes_a_layout_pack_itself_as_the_public_functions_do() -> None:
    pack = pack_in(PACKS[0])
    record = fy2023().indicators["I-1065"]
    assert docgen.Deck(layout=pack).add(record).build().placed == docgen.Deck(layout=PACKS[0]).add(record).build().placed
    assert docgen.trace(fy2023(), "I-1065", layout=pack) == docgen.trace(fy2023(), "I-1065", layout=PACKS[0])
    assert docgen.todo(fy2023(), layout=pack) == docgen.todo(fy2023(), layout=PACKS[0])


def test_an_unknown_layout_is_an_error_at_once() -> None:
    with pytest.raises(docgen.DocgenError, match="there is no layout pack 'mex'"):
        docgen.Deck(layout="mex")


def test_a_deck_is_written_into_an_open_file_as_well() -> None:
    deck = docgen.Deck().add(docgen.Figure(id="f", title="図", data={"年": ["2021年"], "値": [4]}))
    whole, built = io.BytesIO(), io.BytesIO()
    deck.save(whole)
    deck.build().save(built)
    assert whole.getvalue() == built.getvalue() == deck.build().to_bytes()


def test_what_is_no_file_of_bytes_is_refused() -> None:
    deck = docgen.Deck().add(docgen.Figure(id="f", title="図", data={"年": ["2021年"], "値": [4]}))
    with pytest.raises(docgen.DocgenError, match="an object of type StringIO"):
        deck.save(io.StringIO())  # type: ignore[call-overload]


def test_a_file_that_takes_no_bytes_now_is_refused(tmp_path: Path) -> None:
    deck = docgen.Deck().add(docgen.Figure(id="f", title="図", data={"年": ["2021年"], "値": [4]}))
    (tmp_path / "there").write_bytes(b"")
    with (tmp_path / "there").open("rb") as for_reading, pytest.raises(docgen.DocgenError, match="type BufferedReader"):
        deck.save(for_reading)
    with pytest.raises(docgen.DocgenError, match="type BufferedReader"):
        deck.save(for_reading)
    with tempfile.NamedTemporaryFile("w") as of_text, pytest.raises(docgen.DocgenError, match="type _TemporaryFileWrapper"):
        deck.save(of_text)
    with pytest.raises(docgen.DocgenError, match="no file can have this path"):
        deck.save("a\0.pptx")


def test_names_in_data_are_no_markup_in_any_part_of_a_figure() -> None:
    data = {"区分": ["{a}", "2**3"], "{s}": [1, 2], "t**": [2, 3]}
    figure = docgen.Figure(id="f", title="図", data=data, unit="人", x_name="{x}", data_table="below")
    (slide,) = docgen.Deck().add(figure).build().placed.slides
    cells = [cell for mark in slide.marks if isinstance(mark, TableMark) for row in mark.rows for cell in row.cells]
    texts = {run.text for cell in cells for paragraph in cell.body.paragraphs for run in paragraph.runs}
    assert {"{x}", "{a}", "2**3", "{s}", "t**"} <= texts


def test_wrong_markup_is_said_with_its_page() -> None:
    with pytest.raises(docgen.DocgenError, match=r"figure\.f\.title: a brace begins no markup"):
        docgen.Deck().add(docgen.Figure(id="f", title="図{x}", data={"年": ["2021年"], "値": [4]}))
