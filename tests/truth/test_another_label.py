"""Numbers that are all those of another row or column tell that the label is wrong; a time is no part of what is compared."""

from __future__ import annotations

import pytest

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import fact_table
from docgen.truth.judged import contradictions

VIEWS = fact_table(
    "views",
    "庁舎の利用のしやすさ（2022年調査）",
    ["回答", "窓口", "電話", "全体"],
    [["よい", "130", "95", "225"], ["ふつう", "52", "61", "113"], ["わるい", "18", "44", "62"], ["計", "200", "200", "400"]],
    "人",
    "計",
)
FRUIT = fact_table(
    "fruit",
    "柿の収穫量（町別、2014年～2022年）",
    ["町", "2014年", "2018年", "2022年"],
    [["峰町", "410", "455", "502"], ["原町", "360", "440", "555"], ["川町", "98", "90", "76"]],
    "トン",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("窓口では、「よい」が95人、「わるい」が44人であった。", ["窓口では、「よい」が95人、「わるい」が44人"]),
        ("「よい」とした窓口の利用者は95人で、61人は「ふつう」と答えた。", ["窓口の利用者は95人で、61人"]),
        ("よいは、窓口が52人、電話が61人である。", ["よいは、窓口が52人、電話が61人"]),
        ("原町は2018年時点で峰町を上回っていた。", ["峰町を上回っ"]),
        ("窓口では、「よい」が130人、「わるい」が18人であった。", []),
        ("窓口では「よい」が130人で、全体では225人である。", []),
        ("原町は、2018年まで峰町を下回っていたが、2022年にはこれを上回っている。", []),
        ("「よい」は電話が95人で、窓口より35人少ない。", []),
    ],
)
def test_a_label_whose_numbers_are_those_of_another_is_found(text: str, words: list[str]) -> None:
    evidence = Evidence(tables=(VIEWS, FRUIT))
    assert [breach.spot.words for breach in contradictions((Statement(text),), evidence) if breach.spot] == words
