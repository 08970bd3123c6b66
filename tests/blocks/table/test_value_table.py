from __future__ import annotations

from support.drawn_marks import drawn_marks, words
from support.packs import small_pack, style_for

from docgen.blocks.table.cell import BodyRow, Cell, ColumnSpec
from docgen.blocks.table.table import TableBlock
from docgen.blocks.table.values import ValueWords, value_table
from docgen.model.period import Period
from docgen.model.quantity import Quantity
from docgen.placed import Box, TableMark
from docgen.ready import ReadyObservation, ReadyTarget, ReadyValue

_PACK = small_pack()
_STYLE = style_for(_PACK)
_WORDS = ValueWords.of(_PACK.words, "基本計画")


def _seen(value: str, unit: str, period: str, label: str = "") -> ReadyObservation:
    return ReadyObservation(Quantity.of(value, unit), Period.parse(period), label)


def _value(**parts: object) -> ReadyValue:
    known: dict[str, object] = {
        "id": "a",
        "name": "交通事故死者数",
        "past": _seen("3694", "人", "2017"),
        "latest": _seen("2610", "人", "2022"),
        "forecast": None,
        "target": None,
        "trend": "down",
        "attainment": "no_target",
    }
    return ReadyValue(**{**known, **parts})  # type: ignore[arg-type]


def _texts(*values: ReadyValue, words_: ValueWords = _WORDS) -> list[list[str]]:
    (mark,) = drawn_marks(value_table(values, "v", words_), Box(0, 0, 800, 400), _STYLE)
    assert isinstance(mark, TableMark)
    return [["".join(words(cell.body)) for cell in row.cells] for row in mark.rows]


def test_a_row_reads_past_latest_arrow_and_target() -> None:
    value = _value(target=ReadyTarget(Quantity.of("2000", "人"), Period.parse("2025")))
    assert _texts(value) == [
        ["指標名", "過去", "最新", "傾向", "基本計画の目標"],
        ["交通事故死者数", "3,694人【2017年】", "2,610人【2022年】", "↘", "2,000人【2025年】"],
    ]


def test_a_forecast_stands_below_the_latest_value() -> None:
    value = _value(forecast=_seen("51200", "千台", "2030", "予測"), trend="up")
    assert _texts(value)[1][2:4] == ["2,610人【2022年】\n⇒ 51,200千台【2030年予測】", "↗"]
    assert _texts(_value(latest=None, forecast=_seen("5", "台", "2030")))[1][2] == "⇒ 5台【2030年】"


def test_what_is_missing_is_the_word_for_none() -> None:
    assert _texts(_value(past=None, latest=None, trend="unknown"))[1][1:] == ["―", "―", "―", "―"]
    assert _texts(_value(trend="flat"))[1][3] == "→"


def test_a_target_in_words_is_printed_as_it_is() -> None:
    assert _texts(_value(target=ReadyTarget(text="世界１位")))[1][4] == "世界１位"


def test_minus_signs_and_eras_are_those_of_the_pack() -> None:
    era = ValueWords.of(_PACK.words, "計画", minus="△", era=True)
    value = _value(past=_seen("-1.5", "%", "2019年度"))
    assert _texts(value, words_=era)[1][1] == "△1.5%【令和元年度】"


def test_the_numbers_of_a_value_table_end_at_one_place_before_their_units() -> None:
    columns = (ColumnSpec("最新値", "decimal"),)
    texts = ("1,744億円【2021年度】", "1兆3,184億円【2021年度】", "38%【2021年度】", "－")
    block = TableBlock("t", columns, tuple(BodyRow((Cell(text),)) for text in texts))
    (mark,) = drawn_marks(block, Box(0, 0, 300, 200), _STYLE)
    assert isinstance(mark, TableMark)
    bodies = [row.cells[0].body for row in mark.rows[1:]]
    assert [body.paragraphs[0].align for body in bodies] == ["right", "right", "right", "center"]
    assert bodies[0].insets.right == bodies[1].insets.right < bodies[2].insets.right
