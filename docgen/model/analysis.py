"""What the compendium analyses: analysis items, elements of the logic chart, candidates and findings.

Candidates for additional indicators (追加指標等候補) are data gathered beyond the set ones; findings (所見,
明らかになった点) are prose over the data, traced to what it rests on.
"""

from __future__ import annotations

from docgen.model.record import Identifier, Named, Prose, Record
from docgen.model.words import Flag


class AnalysisItem(Named):
    """An analysis item (分析項目): a number and a name, printed as 分析項目1 name.

        {id: strategy, number: 1, name: 未来社会像とエビデンスに基づく戦略策定}
    """

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


class LogicElement(Named):
    """An element of the logic chart (ロジックチャートの要素): an outcome that indicators measure.

        {id: advanced-technology, item: standards, name: 技術の社会実装が加速する, indicators: [{indicator: I-1061}]}
    """

    item: Identifier
    name: str
    indicators: tuple[IndicatorUse, ...] = ()


class Candidate(Named):
    """Data gathered for one logic element, as the list and the overview of its analysis item show it.

    ``number`` is printed in parentheses and begins at 1 in each analysis item; ``sources`` say where the
    data comes from, ``aim`` what it is to show, ``points`` what it showed. ``pages`` are the records of the
    pages that show it, in order. A ``repeated`` candidate has been shown under another item already. The
    overview begins a page with a candidate that has ``new_page``.

        id: ai-research
        element: mission-oriented-rd
        number: 1
        name: 戦略分野（AI）の研究開発
        sources: [人工知能研究開発ネットワーク]
        aim: 研究ネットワークに参画する機関の数の可視化
        pages: [strategy-1-ai-network]
    """

    element: Identifier
    number: int
    name: str
    sources: tuple[Prose, ...] = ()
    aim: Prose = ""
    pages: tuple[Identifier, ...] = ()
    points: tuple[Prose, ...] = ()
    repeated: Flag = False
    new_page: Flag = False
    rests_on: tuple[Identifier, ...] = ()


class ValueGroup(Record):
    """Values of an indicator that an overview judges together, under one label.

        {label: 農林水産物の輸出額, values: [fishery_exports, forestry_exports]}
    """

    label: str
    values: tuple[Identifier, ...]


class Finding(Named):
    """What the values of one indicator show, for one logic element.

    ``points`` are sentences (templates over the data); ``groups`` says how the judgements of the
    values are listed where there are several: by default one for each value that differs.

        id: finding-I-1065
        element: mission-oriented-rd
        indicator: I-1065
        points: ['死者数は{{ traffic_deaths.latest }}に減少。']
        rests_on: [I-1065]
    """

    element: Identifier
    indicator: Identifier
    points: tuple[Prose, ...] = ()
    groups: tuple[ValueGroup, ...] = ()
    rests_on: tuple[Identifier, ...] = ()
