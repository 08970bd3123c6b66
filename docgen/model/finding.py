"""Findings (所見, 明らかになった点): prose over the data, traced to what it rests on."""

from __future__ import annotations

from docgen.model.record import Identifier, Prose, Record


class ValueGroup(Record):
    """Values of an indicator judged together in an overview, under one label (several exports, say)."""

    label: str
    values: tuple[Identifier, ...]


class Finding(Record):
    """What the values of one indicator show, for one logic element.

    ``points`` are sentences (templates over the data); ``groups`` says how the judgements of the
    values are listed where there are several: by default one for each value that differs.
    """

    id: Identifier
    element: Identifier
    indicator: Identifier
    points: tuple[Prose, ...] = ()
    groups: tuple[ValueGroup, ...] = ()
    rests_on: tuple[Identifier, ...] = ()
