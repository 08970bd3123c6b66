"""Findings (所見, 明らかになった点): prose over the data, traced to what it rests on."""

from __future__ import annotations

from docgen.model.record import Identifier, Prose, Record


class ValueGroup(Record):
    """Values of an indicator that an overview judges together, under one label.

        {label: 農林水産物の輸出額, values: [fishery_exports, forestry_exports]}
    """

    label: str
    values: tuple[Identifier, ...]


class Finding(Record):
    """What the values of one indicator show, for one logic element.

    ``points`` are sentences (templates over the data); ``groups`` says how the judgements of the
    values are listed where there are several: by default one for each value that differs.

        id: finding-I-1065
        element: mission-oriented-rd
        indicator: I-1065
        points: ['死者数は{{ values["I-1065"].traffic_deaths.latest }}に減少。']
        rests_on: [I-1065]
    """

    id: Identifier
    element: Identifier
    indicator: Identifier
    points: tuple[Prose, ...] = ()
    groups: tuple[ValueGroup, ...] = ()
    rests_on: tuple[Identifier, ...] = ()
