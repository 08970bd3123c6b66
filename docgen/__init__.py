"""Structured content in, a government data compendium as a native PowerPoint deck out.

>>> import docgen
>>> fy2023 = docgen.load("content/fy2023")                                    # doctest: +SKIP
>>> docgen.build(fy2023, layout="cabinet-office").save("compendium.pptx")     # doctest: +SKIP

Functions (``help(docgen.build)`` tells more of one):

    load(folder)                the Compendium of a content folder
    build(compendium)           its deck in a layout pack: a BuiltDeck
    build_many(jobs)            the decks of many DeckJob values, on processes or a cluster: a DeckResult for each
    check(compendium)           what is amiss in it and in its deck: Breach values; check("deck.pptx"): in what a deck says
    diff(old, new)              what changed: a Comparison of Change and FieldChange values
    merge(edited, compendium)   the new deck with hand edits to an earlier one: a MergedDeck that tells every
                                HandEdit and Conflict
    hand_edits(deck)            what was done by hand to a deck since it was built: HandEdits, without building
    roll(folder, target)        the content folder of the next fiscal year
    todo(compendium)            what waits for a person: WorkItem values
    export_form(compendium)     an Excel form for the bureaus to fill in: an ExportedForm
    export_data(compendium)     its numbers as tidy tables in an Excel file: ExportedData
    import_forms(files, folder) what their answers change: a FormImport of FormChange values
    bind(folder)                its sentences tied to the data: BoundContent of Binding, Ambiguity, Meaning, TypedNumber
    trace(compendium, id)       what a page, sentence or value rests on: a Step with the Reading of each cell
    load_pack(name)             a layout pack, also of a folder whose code is trusted: load_pack("./own", trust=True)
    verify(path)                what in a deck's file PowerPoint would repair, lose or refuse: Breach values
    claims(text)                what a Japanese sentence claims by its numbers and periods: Claim values

A deck that is made slide by slide: Deck. Its records, as those of a content folder, are of these classes:

    the plan            Compendium, Edition, Section, PageEntry, AnalysisItem, LogicElement, IndicatorUse
    indicators          Indicator, IndicatorPage, IndicatorValue, ValueSeries, Observation, Target, Override,
                        Trend, Attainment, Candidate
    findings            Finding, ValueGroup
    measures            MeasureChart, PlanItem, Measure, BudgetUse, BudgetLine, BudgetAmount
    prior studies       Precedent, ExcerptSection, Point, Fact, ListedFact, RowCount
    figures, tables     Figure, ChartKind, SeriesSpec, TargetMark, ShadedPeriod, ChangeArrow, LevelLine, PointNote,
                        Table, TableColumn, Picture
    data and sources    Dataset, DataTable, DataReference, Source, Note
    values              Period, Quantity
    pages of any kind   Page, RepeatedPage, Gap, MissingText, and the record of each kind in docgen.slides
    base classes        Record, Register

Errors: DocgenError, which says what, where (Position, CellPosition) and what was expected, in the language of the
machine or in a stated one; DocgenErrors for several; DoesNotFit for a record that has no room. A pack.py says what is
wrong in words of its own: DocgenError.said("…", where=…, hint=…).

A layout pack's pack.py imports from docgen, docgen.blocks and docgen.slides alone. docgen/README.md leads
through the inside. Importing docgen loads no stage: each name is imported when it is first used.
"""

# ruff: noqa: F401, F403
# mypy: implicit-reexport

from typing import TYPE_CHECKING

from docgen.lazy import lazy_names

if TYPE_CHECKING:
    from docgen.batching.build import build_many
    from docgen.batching.job import DeckJob
    from docgen.batching.result import DeckResult
    from docgen.binding.bind import bind
    from docgen.binding.bound import Ambiguity, Binding, BoundContent, Meaning, TypedNumber
    from docgen.breach import Breach
    from docgen.comparison.change import Change, FieldChange
    from docgen.comparison.compare import diff
    from docgen.comparison.comparison import Comparison
    from docgen.deck import Deck
    from docgen.errors import CellPosition, DocgenError, DocgenErrors, DoesNotFit, Position
    from docgen.forms.change import FormChange
    from docgen.forms.exchange import ExportedForm, export_form, import_forms
    from docgen.forms.importing import FormImport
    from docgen.layout.load import load_pack
    from docgen.merging.hand_edits import HandEdits, hand_edits
    from docgen.merging.merged_deck import MergedDeck, merge
    from docgen.merging.report import Conflict, HandEdit
    from docgen.model.public import *
    from docgen.pipeline import BuiltDeck, build, check, load, roll, todo, trace
    from docgen.sentences.claim import Claim
    from docgen.sentences.claims import claims
    from docgen.tidy.export import ExportedData, export_data
    from docgen.tracing.step import Reading, Step
    from docgen.verifying.verify import verify
    from docgen.worklist.item import WorkItem

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "docgen.batching.build": ("build_many",),
        "docgen.batching.job": ("DeckJob",),
        "docgen.batching.result": ("DeckResult",),
        "docgen.binding.bind": ("bind",),
        "docgen.binding.bound": ("Ambiguity", "Binding", "BoundContent", "Meaning", "TypedNumber"),
        "docgen.breach": ("Breach",),
        "docgen.comparison.change": ("Change", "FieldChange"),
        "docgen.comparison.compare": ("diff",),
        "docgen.comparison.comparison": ("Comparison",),
        "docgen.deck": ("Deck",),
        "docgen.errors": ("CellPosition", "DocgenError", "DocgenErrors", "DoesNotFit", "Position"),
        "docgen.forms.change": ("FormChange",),
        "docgen.forms.exchange": ("ExportedForm", "export_form", "import_forms"),
        "docgen.forms.importing": ("FormImport",),
        "docgen.merging.hand_edits": ("HandEdits", "hand_edits"),
        "docgen.merging.report": ("Conflict", "HandEdit"),
        "docgen.layout.load": ("load_pack",),
        "docgen.merging.merged_deck": ("MergedDeck", "merge"),
        "docgen.pipeline": ("BuiltDeck", "build", "check", "load", "roll", "todo", "trace"),
        "docgen.sentences.claim": ("Claim",),
        "docgen.sentences.claims": ("claims",),
        "docgen.tidy.export": ("ExportedData", "export_data"),
        "docgen.tracing.step": ("Reading", "Step"),
        "docgen.verifying.verify": ("verify",),
        "docgen.worklist.item": ("WorkItem",),
    },
    rest="docgen.model.public",
)
