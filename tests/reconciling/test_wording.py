"""Two texts of the same words differ where a number, a direction or a name is another one, and nowhere else."""

from __future__ import annotations

import pytest

from docgen.reconciling.wording import differences, is_nearly, is_opposite, likeness, wording


def found(said: str, other: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.said, one.other) for one in differences(wording(said), wording(other))]


@pytest.mark.parametrize(
    ("said", "other", "expected"),
    [
        ("輸出は2,601件。", "輸出は2,610件。", [("number", "2,601件", "2,610件")]),
        ("2023年度は3件。", "2022年度は3件。", [("number", "2023年度", "2022年度")]),
        ("指標I-1056による。", "指標I-1065による。", [("number", "I-1056", "I-1065")]),
        ("前年から減少した。", "前年から増加した。", [("direction", "減少", "増加")]),
        ("目標を下回る。", "目標を上回る。", [("direction", "下回", "上回")]),
        ("文部化学省が所管する。", "文部科学省が所管する。", [("name", "文部化学省", "文部科学省")]),
        ("割合は4.7％、件数は8件。", "割合は4.7％、件数は3件。", [("number", "8件", "3件")]),
        ("45％～57％である。", "45％～55％である。", [("number", "45％～57％", "45％～55％")]),
        ("約2,610件。", "約2,611件。", [("number", "約2,610件", "約2,611件")]),
        ("順位は下がり、5位。", "順位は上がり、4位。", [("direction", "下", "上"), ("number", "5位", "4位")]),
    ],
)
def test_another_number_direction_or_name_is_found_with_both(said: str, other: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(said, other) == expected


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("輸出は２，６１０件。", "輸出は2,610件。"),
        ("輸出は4,500百万円。", "輸出は45億円。"),
        ("輸出は約261百件。", "輸出は26,110件。"),
        ("輸出は2,610件であり、増加した。", "輸出は2,610件で、増加している。"),
        ("なお、輸出は2,610件。", "輸出は2,610件。"),
        ("令和4年は3件。", "2022年は3件。"),
        ("取り組みを進める。", "取組を進める。"),
        ("", "輸出は2,610件。"),
    ],
)
def test_other_words_for_the_same_are_no_difference(said: str, other: str) -> None:
    assert found(said, other) == []


def test_the_characters_of_a_difference_are_those_of_the_text_that_is_checked() -> None:
    text = "　輸出は２，６０１件。"
    [one] = differences(wording(text), wording("輸出は2,610件。"))
    assert text[one.start : one.end] == "２，６０１件"


def test_numbers_do_not_count_for_the_likeness_of_two_texts() -> None:
    assert likeness(wording("輸出は3件。"), wording("輸出は2,610件。")) == 1
    assert likeness(wording("輸出は3件。"), wording("人口が減った。")) < 0.5


def test_opposites_and_names_that_are_nearly_the_same() -> None:
    assert is_opposite("増加", "減少")
    assert not is_opposite("増加", "大幅増")
    assert not is_opposite("増減", "増加")
    assert is_nearly("研究基盤室", "研究基板室")
    assert is_nearly("産業技術総合研究所", "産業技術総合究所")
    assert not is_nearly("研究", "研修")
