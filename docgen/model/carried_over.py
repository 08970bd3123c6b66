"""What a compendium carries over from the year before (据え置き), until it is updated or confirmed."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from docgen.model.record import Identifier, Record

Listed = Annotated[tuple[Identifier, ...], BeforeValidator(lambda value: () if value is None else value)]
"""Ids; a key of which nothing is left is an empty list."""


class CarriedOver(Record):
    """The content of carried_over.yaml: what still waits for a person, by its ids.

        values: [I-1065/traffic_deaths]
        figures: [I-1065/mobility/traffic-deaths]
        measures: [measures-1-strategy/M2]
        budgets: [moonshot/2024]        # a line and a fiscal year
        texts: [pages/goal-summary]     # records whose sentences name this year or last year
        front: [published]              # fields of compendium.yaml

    An item that was updated no longer counts, in the list or not; one that is taken out is confirmed as it is.
    """

    values: Listed = ()
    figures: Listed = ()
    measures: Listed = ()
    budgets: Listed = ()
    texts: Listed = ()
    front: Listed = ()
