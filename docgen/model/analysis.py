"""What the compendium analyses: analysis items and the elements of the logic chart."""

from __future__ import annotations

from docgen.model.record import Identifier, Record


class AnalysisItem(Record):
    """An analysis item (分析項目): a number and a name, printed as 分析項目1 name.

        {id: strategy, number: 1, name: 未来社会像とエビデンスに基づく戦略策定}
    """

    id: Identifier
    number: int
    name: str


class IndicatorUse(Record):
    """An indicator that measures a logic element, with the viewpoints of its breakdown.

    ``pages`` names the indicator's pages shown here; empty means all of them.

        {indicator: I-1065, viewpoints: [交通事故死者数, 食料自給率], pages: [traffic]}
    """

    indicator: Identifier
    viewpoints: tuple[str, ...] = ()
    pages: tuple[Identifier, ...] = ()


class LogicElement(Record):
    """An element of the logic chart (ロジックチャートの要素): an outcome that indicators measure.

        {id: advanced-technology, item: standards, name: 技術の社会実装が加速する, indicators: [{indicator: I-1061}]}
    """

    id: Identifier
    item: Identifier
    name: str
    indicators: tuple[IndicatorUse, ...] = ()
