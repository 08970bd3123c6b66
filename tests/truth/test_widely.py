"""Whether a number can be computed at all of what its sentence names: where it cannot, it is found, and else left alone."""

from __future__ import annotations

import pytest

from docgen.bearing.cue import cue
from docgen.bearing.evidence import Statement
from docgen.bearing.fact import fact_table
from docgen.truth.sentence import sentences
from docgen.truth.widely import can_be_computed

FLEET = fact_table(
    "fleet",
    "架空港の漁船と乗組員",
    ["年", "漁船", "乗組員"],
    [["2018年", "412", "2884"], ["2020年", "389", "2645"], ["2022年", "367", "2459"]],
    {"漁船": "隻", "乗組員": "人"},
)


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("漁船は2022年に367隻である。", True),
        ("漁船は延べ1,168隻である。", True),
        ("漁船は45隻減った。", True),
        ("乗組員は漁船１隻に6.7人である。", True),
        ("乗組員は14.7％減った。", True),
        ("漁船は年平均389.3隻である。", True),
        ("漁船は2022年に376隻である。", False),
        ("漁船は54隻減った。", False),
        ("乗組員は17.4％減った。", False),
    ],
)
def test_what_the_facts_of_the_named_labels_can_give(text: str, computed: bool) -> None:
    [sentence] = sentences(Statement(text))
    own = cue(sentence.words, sentence.claims, sentence.numbers[-1], FLEET)
    assert can_be_computed(own) is computed


def test_of_very_many_facts_any_number_can_be_computed() -> None:
    rows = [[f"{number}区", str(1000 + 7 * number)] for number in range(60)]
    table = fact_table("many", "区の人口", ["区", "人口"], rows, "人")
    [sentence] = sentences(Statement("人口は99,999人である。"))
    assert can_be_computed(cue(sentence.words, sentence.claims, sentence.numbers[-1], table))
