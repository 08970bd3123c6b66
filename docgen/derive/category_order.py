"""The order of the bars of a figure: the longest first, unless its categories have an order of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from docgen.derive.figure_data import FigureData
from docgen.model import ChartKind, Figure

# So many bars are compared; of more, which nobody asked to be drawn as bars, each is found by its place.
_FEWEST, _MOST = 3, 8
# What stands for all: 全体, 全国計, 合計, 平均. And what is left over, which comes last.
_WHOLE = re.compile(r"(?:全.{0,3}|計|総数|総計|.{0,4}(?:合計|平均|総数))(?:（.*）)?")
_REST = re.compile(r"(?:その他|それ以外|上記以外|不明|無回答|分からない|わからない|該当なし|特にない).*")
# What is counted or numbered (10代, 1億円未満, 第一種), or how far somebody agrees, has an order.
_NUMBERED = re.compile(r"\d|第[一二三四五六七八九十]")
_ANSWER = re.compile("思う|思わない|満足|不満|賛成|反対|どちら|あまり|全く|まったく|ある程度|大いに|十分に")
_SCALES = ("大中小零", "高中低", "上中下", "前中後", "強中弱", "月火水木金土日", "春夏秋冬", "東西南北", "甲乙丙丁")


def in_order_of_size(figure: Figure, kind: ChartKind, data: FigureData, temporal: bool) -> FigureData:
    """The data of a figure, its bars the longest first where nothing gives them another order.

    ``temporal`` says that the categories are periods. What marks places among the categories keeps them where they are,
    and so does the figure that says ``order: given`` or names its categories in ``x_order``.
    """
    placed = figure.breaks or figure.shaded or figure.changes or figure.forecast_from is not None
    stated = figure.order == "given" or figure.x_order or placed
    count = len(data.categories)
    few = _FEWEST <= count <= _MOST or figure.kind is None
    if kind is not ChartKind.BAR or len(data.series) > 1 or temporal or stated or not few:
        return data
    (series,) = data.series
    order = size_order(data.categories, series.values, reverse=figure.reversed)
    return replace(
        data,
        categories=tuple(data.categories[index] for index in order),
        series=(
            replace(
                series,
                values=tuple(series.values[index] for index in order),
                traces=tuple(series.traces[index] for index in order),
                marks=tuple(series.marks[index] for index in order) if series.marks else (),
            ),
        ),
    )


def size_order(names: Sequence[str], values: Sequence[Decimal | None], *, reverse: bool = False) -> list[int]:
    """The indices of bars from the largest value down, or up with ``reverse``; as they are given where names have an order.

    What stands for all keeps its place before or after the others, and what is left over comes last.

    >>> names = ("全体", "大学", "その他", "独法", "企業")
    >>> [names[index] for index in size_order(names, [Decimal(value) for value in (5, 1, 9, 3, 2)])]
    ['全体', '独法', '企業', '大学', 'その他']
    >>> size_order(("20代", "30代", "40代"), [Decimal(value) for value in (1, 3, 2)])
    [0, 1, 2]
    """
    wholes = [index for index, name in enumerate(names) if _WHOLE.fullmatch(name)]
    rests = [index for index, name in enumerate(names) if index not in wholes and _REST.fullmatch(name)]
    others = [index for index in range(len(names)) if index not in (*wholes, *rests)]
    if has_own_order(names[index] for index in others):
        return list(range(len(names)))
    first = [index for place, index in enumerate(wholes) if index == place]
    ordered = sorted(others, key=lambda index: _size(values[index], reverse=reverse))
    return [*first, *ordered, *rests, *(index for index in wholes if index not in first)]


def has_own_order(names: Iterable[str]) -> bool:
    """Whether names follow each other by what they say: numbers, degrees, answers from yes to no.

    >>> has_own_order(("大企業", "中小企業")), has_own_order(("満足", "やや満足", "不満")), has_own_order(("日本", "米国"))
    (True, True, False)
    """
    listed = list(names)
    firsts = {name[:1] for name in listed}
    return (
        (bool(listed) and all(_NUMBERED.search(name) for name in listed))
        or sum(1 for name in listed if _ANSWER.search(name)) > 1
        or (len(firsts) > 1 and any(firsts <= set(scale) for scale in _SCALES))
    )


def _size(value: Decimal | None, *, reverse: bool) -> tuple[bool, Decimal]:
    size = value or Decimal(0)
    return value is None, size if reverse else -size
