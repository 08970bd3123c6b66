"""The first and the last year of a plan, and what goes on from one year to the next, as they are told elsewhere."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import fact_table
from docgen.truth.judged import contradictions

TERM = Statement("第4次緑地の計画の期間は、2021年度から2025年度までの5年間である。", "計画の概要")
BEDS = fact_table(
    "beds",
    "柳沢町の宿泊者数",
    ["年", "宿泊者", "日帰り客"],
    [["2016年", "81.0", "20.5"], ["2018年", "76.4", "24.0"], ["2020年", "40.2", "9.8"], ["2022年", "58.9", "17.3"]],
    "千人",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("第4次緑地の計画は、2024年度が最終年度となる。", ["2024年度"]),
        ("第4次緑地の計画は2022年度に始まった。", ["2022年度"]),
        ("第4次緑地の計画の最終年度に当たる2026年度に評価を行う。", ["2026年度"]),
        ("2022年度は、第4次緑地の計画の初年度であった。", ["2022年度"]),
        ("計画の3年目である2022年度に見直した。", ["3年目である2022年度"]),
        ("宿泊者は2020年に落ち込み、2022年も減少した。", ["減少"]),
        ("宿泊者は2018年に減り、2020年はさらに減少、2022年も減少した。", ["減少"]),
        ("（図の題名）宿泊者数の推移（2016年～2022年、単位：人）", ["人"]),
        ("宿泊者は、2022年までの4年間で47％増の58.9千人となった。", ["2022年までの4年間で47％"]),
        ("宿泊者は、2022年までの4年間で23％減の58.9千人となった。", []),
        ("第4次緑地の計画は2021年度に始まり、2025年度が最終年度である。", []),
        ("第3次緑地の計画は2020年度に終了した。", []),
        ("第4次緑地の計画の中間評価は2023年度に始まる。", []),
        ("宿泊者は2020年に減り、2022年は増加した。", []),
        ("宿泊者は2020年に落ち込み、2022年も2018年に比べて減少している。", []),
        ("（図の題名）宿泊者数の推移（2016年～2022年、単位：千人）", []),
    ],
)
def test_what_a_sentence_tells_of_a_plan_or_of_a_year(text: str, words: list[str]) -> None:
    evidence = Evidence(tables=(BEDS,), statements=(TERM,))
    assert [breach.spot.words for breach in contradictions((Statement(text),), evidence) if breach.spot] == words
