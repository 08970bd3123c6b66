"""A text of any length is judged, sentence by sentence, and what is half written ends nothing."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import fact_table
from docgen.truth.coverage import coverage
from docgen.truth.judged import contradictions
from docgen.truth.sentence import sentences

TRADE = fact_table("trade", "港の貨物量", ["年", "輸出"], [["2021年", "2,004"], ["2022年", "1,953"]], "千トン")


@pytest.mark.parametrize("end", ["。", "、", ""])
def test_a_text_without_end_is_parted_and_keeps_all_its_numbers(end: str) -> None:
    text = Statement("".join(f"2022年の輸出は{number:,}千トン{end}" for number in range(1_000, 1_500)))
    parts = list(sentences(text))
    assert max(len(part.words) for part in parts) <= 1_000
    assert "".join(part.words for part in parts) == text.text
    assert coverage([text], Evidence(tables=(TRADE,))).read >= 450


def test_a_wrong_number_far_on_in_a_long_text_is_found_at_its_place() -> None:
    filler = "港は架空の町にある。" * 2_000
    text = f"{filler}2022年の輸出は1,935千トン。"
    [breach] = contradictions([Statement(text)], Evidence(tables=(TRADE,)))
    assert breach.spot is not None
    assert (breach.spot.words, breach.spot.start) == ("1,935千トン", text.index("1,935"))


@pytest.mark.parametrize("text", ["", "　", "1,2", "３．", "△", "約", "第", "100万 円", "2022年の輸出は", "）（", "ＡＢＣ輸出１２3テスト", "年年年", "\v\v"])
def test_half_written_texts_are_read_without_harm(text: str) -> None:
    assert list(contradictions([Statement(text)], Evidence(tables=(TRADE,)))) == []
    coverage([Statement(text)], Evidence(tables=(TRADE,)))
