"""What is said of a survey, a cause, a place or a time that neither the table nor the text beside tells of."""

from __future__ import annotations

from collections.abc import Sequence

from support.every_case import every_case

from docgen.bearing.evidence import Evidence, Statement
from docgen.bearing.fact import FactTable, fact_table
from docgen.truth.judged import contradictions


def table(title: str, unit: str, columns: list[str], *rows: str) -> FactTable:
    return fact_table(title, title, columns, [row.split() for row in rows], unit, total="計")


NURSES = table(
    "看護人材の過不足（2023年調査、回答300施設）",
    "施設",
    ["回答", "急性期系", "慢性期系", "全体"],
    "大いに不足 54 36 90",
    "やや不足 66 60 126",
    "適当 30 54 84",
    "計 150 150 300",
)
HOMES = table(
    "住み替えの意向（2023年調査、回答600世帯）",
    "世帯",
    ["回答", "持ち家", "借家", "全体"],
    "移りたい 60 84 144",
    "できれば移りたい 80 46 126",
    "住み続けたい 260 70 330",
    "計 400 200 600",
)
DRONES = table("無人機による配送の実績", "回", ["年", "配送", "完了"], "2019年 6 6", "2020年 4 4", "2021年 5 4", "2022年 7 7")
FIRMS = "調査は、2023年10月に、製造業に属する企業1,500社を対象として実施し、600社から回答を得た。"
OFFICES = "県内の2,000事業所に調査票を送り、1,240事業所から回答を得た。"
POST = "調査は、町内の全世帯から無作為に抽出した1,000世帯に郵送で行った。"
RAIN = "2023年7月の大雨による浸水は、床上が32棟、床下が118棟であった。"

RIGHT: tuple[tuple[list[FactTable], list[str], str], ...] = (
    ([NURSES], [], "急性期系では54施設が「大いに不足」とした。"),
    ([HOMES], [], "持ち家の世帯の過半数が「住み続けたい」と答えた。"),
    ([HOMES], [], "回答した世帯の半数以上が「住み続けたい」を選んだ。"),
    ([HOMES], [], "借家の世帯の過半数が「移りたい」又は「できれば移りたい」と答えた。"),
    ([DRONES], [], "完了に至らなかったのは、2019年以降では2021年の1回に限られる。"),
    ([], [FIRMS], "調査は、製造業の企業1,500社を対象に行われ、600社が回答した。"),
    ([], [OFFICES], "回答した1,240事業所は、送付先の62％に当たる。"),
    ([], [POST], "町内の全世帯から抽出した1,000世帯に調査票を送った。"),
    ([], [POST, "聞き取りは、希望する20世帯を訪問して行った。"], "1,000世帯への郵送調査のほか、訪問による聞き取りも行う。"),
    ([], [RAIN], "7月の大雨では、床上浸水32棟を含む150棟が浸水した。"),
)
WRONG: tuple[tuple[list[FactTable], list[str], str, str], ...] = (
    ([NURSES], [], "訪問系では54施設が「大いに不足」とした。", "訪問系"),
    ([HOMES], [], "借家の世帯の過半数が「移りたい」と答えた。", "過半数"),
    ([HOMES], [], "回答した世帯の半数以上が「移りたい」を選んだ。", "半数以上"),
    ([DRONES], [], "配送に至らなかったのは、2012年以降では2021年のみである。", "2012年"),
    ([DRONES], [], "2022年に完了した配送は7回であり、強風が最大の障壁となっている。", "強風が最大の障壁"),
    ([], [FIRMS], "調査は、全産業の企業1,500社を対象に行われ、600社が回答した。", "全産業"),
    ([], [OFFICES], "事業所調査の回答は1,240事業所に上り、前回より増えた。", "前回より増えた"),
    ([], [POST], "調査の方法：無作為抽出した1,000世帯への訪問", "訪問"),
    ([], [RAIN], "7月の大雨では、床上浸水32棟が市街地に集中した。", "市街地に集中し"),
)


def found(tables: Sequence[FactTable], texts: Sequence[str], text: str) -> list[str]:
    """The characters amiss in a text beside some tables and other texts."""
    others = tuple(Statement(other, page="別の節") for other in texts)
    breaches = contradictions((Statement(text),), Evidence(tables=tuple(tables), statements=others))
    return [breach.spot.words for breach in breaches if breach.spot is not None]


def name(values: object) -> str:
    return values[2] if isinstance(values, tuple) else str(values)


@every_case(("tables", "texts", "text"), RIGHT, ids=name)
def test_what_is_told_there_is_left_alone(tables: Sequence[FactTable], texts: Sequence[str], text: str) -> None:
    assert found(tables, texts, text) == []


@every_case(("tables", "texts", "text", "word"), WRONG, ids=name)
def test_what_nothing_tells_is_found(tables: Sequence[FactTable], texts: Sequence[str], text: str, word: str) -> None:
    assert any(word in spot for spot in found(tables, texts, text)), found(tables, texts, text)
