"""A survey's questions, each with its answers as a bar of 100 %; side by side where one of them has a donut.

>>> import docgen
>>> from docgen.slides.survey_donut import SurveyDonut
>>> answers = {"answer": ["実施している", "検討している"], "institutions": [59, 270]}
>>> figure = {"id": "training", "kind": "donut", "data": answers, "x": "answer", "unit": "機関"}
>>> question = {"heading": "研修の状況", "text": "研修を実施しているか。", "figure": figure, "whole": "329機関"}
>>> record = SurveyDonut(id="p", title="調査結果の概要｜大学", questions=[question])
>>> docgen.Deck().add(record).build().placed.slides[0].kind
'survey_donut'
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import field_validator

from docgen.blocks.arrange.columns import Columns, EqualHeight
from docgen.blocks.arrange.panel import Panel, in_a_row
from docgen.blocks.arrange.stack import Stack
from docgen.blocks.block import Block
from docgen.blocks.figure.donut import DonutBlock, DonutLegend
from docgen.blocks.figure.share_bar import ShareBarBlock
from docgen.blocks.text.items import TextItem
from docgen.blocks.text.text import TextBlock
from docgen.model import ChartKind, Figure, Page
from docgen.model.record import Prose, Record
from docgen.slides import Draft, LayoutPack, ReadyFigure, ReadyPage, ReadyPageRecord, page_draft, record_of


class Question(Record):
    """A question: ``code`` (Q1) and ``text`` as asked, ``figure`` its answers: a bar of 100 %, or a donut where it says so.

    ``whole`` is the number of those asked, which stands below the answers.
    """

    heading: Prose
    code: str = ""
    text: Prose
    figure: Figure
    whole: Prose = ""

    @field_validator("figure")
    @classmethod
    def _answers_are_shares(cls, figure: Figure) -> Figure:
        return figure if figure.kind is not None else figure.model_copy(update={"kind": ChartKind.SHARE_BAR})


class SurveyDonut(Page):
    """Questions under key messages: below each other where all have bars, in columns where one has a donut."""

    kind: ClassVar[str] = "survey_donut"

    messages: tuple[Prose, ...] = ()
    questions: tuple[Question, ...]


def build(page: ReadyPage, ready: ReadyPageRecord, pack: LayoutPack) -> Draft:
    """A panel for each question; in columns all are equally high, and what stands with donuts is on the same lines."""
    record = record_of(ready, SurveyDonut)
    asked = [question for question in record.questions if question.figure.id in ready.figures]
    figures = [ready.figures[question.figure.id] for question in asked]
    texts = tuple(_question(f"{page.id}/{question.figure.id}", question) for question in asked)
    if all(figure.kind is ChartKind.SHARE_BAR for figure in figures):
        pairs = zip(asked, figures, strict=True)
        rows = tuple(_row(f"{page.id}/{figure.id}", question, figure, pack) for question, figure in pairs)
        return page_draft(page, ready, pack, Stack(rows), record.messages)
    panels = tuple(
        _panel(f"{page.id}/{figure.id}", question, figure, EqualHeight(texts, index), pack)
        for index, (question, figure) in enumerate(zip(asked, figures, strict=True))
    )
    return page_draft(page, ready, pack, Columns(in_a_row(panels)), record.messages)


def _row(identifier: str, question: Question, figure: ReadyFigure, pack: LayoutPack) -> Panel:
    """A question over the page's width: as asked, the bar of its answers under it, their numbers at its side."""
    asked = Stack((_question(identifier, question), _shares(identifier, figure)), gap=6)
    body = Columns((asked, _answers(identifier, question, figure, pack)), (2, 1))
    return Panel(identifier, question.heading, body, band="navy")


def _question(identifier: str, question: Question) -> TextBlock:
    bullet = f"{question.code}　" if question.code else None
    return TextBlock(f"{identifier}/question", (TextItem(question.text, bullet=bullet),))


def _panel(identifier: str, question: Question, figure: ReadyFigure, text: Block, pack: LayoutPack) -> Panel:
    parts: tuple[Block, ...] = (
        text,
        _shares(identifier, figure),
        _answers(identifier, question, figure, pack),
    )
    return Panel(identifier, question.heading, Stack(parts, gap=8), band="navy")


def _shares(identifier: str, figure: ReadyFigure) -> Block:
    """The answers as their parts of the whole: a bar of 100 %, or a donut."""
    if figure.kind is ChartKind.SHARE_BAR:
        return ShareBarBlock(f"{identifier}/bar", figure, keyed=False)
    return DonutBlock(f"{identifier}/donut", figure)


def _answers(identifier: str, question: Question, figure: ReadyFigure, pack: LayoutPack) -> DonutLegend:
    """The answers with their colours and numbers."""
    headings = (pack.words["answer"], pack.words["answers_counted"])
    total = (pack.words["answers_total"], question.whole) if question.whole else None
    return DonutLegend(f"{identifier}/answers", figure, headings, total)
