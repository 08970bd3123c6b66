"""Pages with a record of their own, which every slide kind's record extends, and the deck plan that orders all pages.

A kind declares its record as a subclass, beside its builder. In the content folder the records stand in
``pages/``, each with its ``kind``; the deck plan names them by id. No page number is written anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import model_validator

from docgen.errors import WrongValue
from docgen.model.data import Note
from docgen.model.edition import Gap
from docgen.model.precedent import Point
from docgen.model.record import FormerNames, Identifier, Named, Prose, Record
from docgen.model.words import words

Run = Annotated[
    Literal["indicators", "measure_charts", "precedents", "candidates"],
    words(
        indicators=("指標", "指標の詳細"),
        measure_charts=("施策チャート", "施策"),
        precedents="先行調査",
        candidates=("追加指標等候補", "追加データ"),
    ),
]

PAGE_KIND_WORDS = replace(
    words(
        cover="表紙",
        contents="目次",
        divider=("中表紙", "扉"),
        indicator_list=("既存指標の一覧", "指標の一覧", "指標一覧"),
        indicator_detail=("指標の詳細", "指標"),
        no_data=("該当データなし", "データなし"),
        indicator_overview="指標の概況",
        additional_list="追加指標等候補の一覧",
        additional_overview=("追加データの概況", "追加データ案概況"),
        measure_chart="施策チャート",
        logic_chart="ロジックチャート",
        organisation_chart=("体制図", "組織図"),
        goal_summary=("設定された指標の状況", "目標の状況"),
        method_flow=("分析の進め方", "分析方法"),
        overall_summary="全体のまとめ",
        measure_overview=("施策の概況", "施策群の概況"),
        factor_analysis=("目標の達成状況と施策の関係の分析", "要因分析"),
        prior_study="先行調査",
        figure="図",
        table="表",
        picture=("画像", "写真"),
        chart_page=("図のページ", "グラフのページ", "図表のページ"),
        member_list=("会員一覧", "参加機関一覧", "構成員一覧"),
        map="地図",
        infographic=("概要図", "インフォグラフィック"),
        survey_table=("意識調査の表", "調査の表"),
        ranking=("順位表", "ランキング"),
        survey_donut=("アンケート結果", "調査の円グラフ"),
        program_profile=("事業の概要", "プログラムの概要"),
        table_page="表のページ",
        text_page=("文章のページ", "文章"),
        kpi_table=("KPI一覧", "KPIの表"),
        repeated="再掲",
    ),
    is_open=True,
)
"""The words for docgen's kinds of slides. The set is open: a layout pack brings kinds of its own."""


class Page(Named):
    """A page of its own. ``kind`` is the slide kind that makes it; ``item`` is the analysis item of its tag.
    A kind of a layout pack may state in ``kind_words`` what it is called in Japanese, as an author may write it.

    ``serves`` names the candidate data that the page answers to; ``rests_on`` the pages or records that
    its statements rest on; ``gap`` why what it is to show is not there; ``responsible`` the bureau that
    provides it, by default that of its section.
    """

    kind: ClassVar[str] = ""
    kind_words: ClassVar[tuple[str, ...]] = ()

    title: Prose
    item: Identifier | None = None
    serves: Identifier | None = None
    notes: tuple[Note, ...] = ()
    sources: tuple[Identifier, ...] = ()
    rests_on: tuple[Identifier, ...] = ()
    responsible: str | None = None
    gap: Gap | None = None


class RepeatedPage(Page):
    """A page that shows another again (再掲), under a title of its own; ``repeats`` is the other's id."""

    kind: ClassVar[str] = "repeated"

    repeats: Identifier


class Statement(Point):
    """A bullet of a summary, an overview or an analysis.

    ``rests_on`` names what it sums up: pages, findings, indicators, candidates, measure charts, datasets, or
    statements of other pages as ``page/statement``. ``id`` is its own name within its page.

        {id: deaths, text: 死者数は減少した。, rests_on: [I-1065, factors/deaths]}
    """

    id: Identifier | None = None
    formerly: FormerNames = ()
    rests_on: tuple[Identifier, ...] = ()


class PageEntry(Record):
    """One page by its ``kind``, one with a record of its own (``page``), or a ``run`` of pages made from records.

    ``item`` narrows a page or a run to an analysis item; ``record`` names the one record of a page.

        {run: indicators, item: strategy}
    """

    kind: Annotated[str, PAGE_KIND_WORDS] | None = None
    page: Identifier | None = None
    run: Run | None = None
    item: Identifier | None = None
    record: Identifier | None = None

    @model_validator(mode="after")
    def _kind_or_run(self) -> PageEntry:
        if sum(name is not None for name in (self.kind, self.page, self.run)) != 1:
            raise WrongValue("page-entry-not-one")
        return self


class Section(Named):
    """A section: ``title`` and ``subtitle`` on its divider and in the contents, ``running`` on its pages.

    ``running`` is the running title of analysis pages, ``footer`` the short name at the foot. ``responsible`` is
    the bureau that provides the section's pages, and those of its sections, where these name no other.

        {id: a1, title: 指標の分析, footer: A-1, pages: [{kind: divider}, {run: indicators, item: strategy}]}
    """

    title: str = ""
    subtitle: str = ""
    mark: str = ""
    running: str = ""
    footer: str = ""
    responsible: str | None = None
    pages: tuple[PageEntry, ...] = ()
    sections: tuple[Section, ...] = ()
