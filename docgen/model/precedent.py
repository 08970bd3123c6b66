"""Precedents (先行調査): outline, conclusions, and an excerpt of the study."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from docgen.model.data import Note
from docgen.model.fact import Fact
from docgen.model.figure import Figure, Table
from docgen.model.record import Identifier, Named, Prose, Record
from docgen.model.words import Flag
from docgen.model.year import Year


class Point(Record):
    """A bullet with the bullets below it. A plain string is a point without any.

        {text: 社会実装を加速する。, details: [実証を重ねる。, 規制を見直す。]}
    """

    text: Prose
    details: tuple[Point, ...] = ()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": ["string", "number"]}, handler(schema)]}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class ExcerptSection(Named):
    """A headed part of the excerpt: points, a table, a figure, in this order.

        {id: investment, heading: 官民による投資の拡大, points: [官民の投資を拡大する。]}
    """

    heading: Prose
    heading_note: str | None = None
    lead: Prose | None = None
    points: tuple[Point, ...] = ()
    table: Table | None = None
    figure: Figure | None = None
    panels: tuple[ExcerptSection, ...] = ()
    numbered: Flag = False


class Precedent(Named):
    """A prior study 【先行調査n】: outline (調査の概要), conclusions (結論・示唆) and an excerpt.

    ``responsible`` is the bureau that provides it, by default that of the section that shows it.

        id: precedent-1-cocn
        number: 1
        title: 創造推進費のあり方
        author: 産業競争力懇談会（COCN）
        facts: {pillars: {value: 4, unit: つ}}
        outline: ['{{ pillars }}の柱からなる提言である。']
        excerpt: [{id: investment, heading: 官民による投資の拡大, points: [官民の投資を拡大する。]}]
    """

    number: int
    title: str
    author: str | None = None
    year: Year | None = None
    items: tuple[Identifier, ...] = ()
    facts: Mapping[str, Fact] = {}
    outline: tuple[Point, ...] = ()
    conclusion_lead: Prose | None = None
    conclusions: tuple[Point, ...] = ()
    excerpt: tuple[ExcerptSection, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    responsible: str | None = None
