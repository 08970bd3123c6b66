"""The whole way from a content folder to a deck, stage by stage. Read this first.

content folder → load → validate → derive → compose → write → bytes of a .pptx; check reads what stands
between the stages. Each stage is one function from one type to the next.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import TextIOBase
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, overload, runtime_checkable

from docgen.breach import Breach
from docgen.compose import compose
from docgen.compose.pages import Placing, SizeOf
from docgen.compose.shown_pages import shown_pages
from docgen.derive import derive
from docgen.derive.judgements import DEFAULT_RULE, TrendRule
from docgen.errors import DocgenError
from docgen.layout.load import load_pack
from docgen.layout.pack import LayoutPack
from docgen.layout.words import with_words, word_breaches, word_errors
from docgen.model import Compendium, Edition, Page
from docgen.page_by_page import DeckFile, deck_file
from docgen.placed import PlacedDeck
from docgen.reading import load as load_folder
from docgen.reading.records import ReadYaml
from docgen.reading.yaml_document import read_yaml
from docgen.ready import ReadyCompendium
from docgen.shipped import DEFAULT_LAYOUT
from docgen.slides.draft import Builder
from docgen.slides.pack_module import builders_of, in_pack_code
from docgen.slides.registry import registry
from docgen.validate import validate
from docgen.whole.file import write_file
from docgen.whole.files import finish_interrupted
from docgen.write import write

if TYPE_CHECKING:
    from docgen.reconciling.source import Source
    from docgen.tracing.step import Step
    from docgen.truth.coverage import Coverage
    from docgen.worklist.item import WorkItem

Layout = str | Path | LayoutPack
"""A layout pack: its name, the path to its folder, or the pack itself."""


@runtime_checkable
class Writable(Protocol):
    """A file that is open for bytes."""

    def write(self, data: bytes, /) -> object: ...  # noqa: D102


# What reading has to say of files is for check, but for what else they bring beside data.
_TOLD_BY_BUILD = frozenset({"workbook-macros", "workbook-links"})

Target = str | PathLike[str] | Writable
"""Where a deck is written: a path, or an open file."""


def load(
    folder: str | Path,
    previous: str | Path | None = None,
    layout: Layout | None = None,
    *,
    trust: bool = False,
    allow: Iterable[str | Path] = (),
    parameters: Mapping[str, object] | None = None,
    read: ReadYaml = read_yaml,
) -> Compendium:
    """The compendium of a content folder, read and validated; ``previous`` is the folder of the year before.

    ``layout`` names the pack whose own kinds of page, and whose words, the content holds; without one, docgen's are
    known; ``trust`` lets the code of a folder run. ``allow`` are further folders from which content may take its files;
    ``parameters`` are values for those that compendium.yaml names: ``{"prefecture": "青森県"}``. ``read`` reads a YAML
    file; it may know some already.
    Raises DocgenErrors with every error of the folder, each with its file, line and column.
    """
    finish_interrupted(Path(folder))
    named = None if layout is None else pack_of(layout, trust)
    compendium = load_folder(folder, previous, page_types(named), allow, parameters, read)
    pack = (named or pack_of(DEFAULT_LAYOUT)) if compendium.words else None
    unknown = word_errors(compendium.words, pack, compendium.position) if pack is not None else ()
    return validate(compendium, unknown)


def page_types(layout: Layout | None = None) -> Mapping[str, type[Page]]:
    """The records of the kinds of page that stand in pages/, by kind: docgen's own, and those of a layout pack."""
    builders: Mapping[str, Builder] = registry() if layout is None else builders_of(pack_of(layout))
    return {kind: builder.record for kind, builder in builders.items() if builder.record is not None}


def build(
    compendium: Compendium, layout: Layout = DEFAULT_LAYOUT, *, trust: bool = False, edition: Edition | None = None
) -> BuiltDeck:
    """The deck of a compendium in a layout pack (its name, or a path to its folder); save it with ``.save``.

    ``trust`` lets the code of a pack's folder run; that of a shipped or installed pack runs at any rate.
    ``edition`` goes before the compendium's: a "draft" shows what is missing, the "final" edition leaves it out.

    Warns of what the pack's template holds and no deck takes, and of workbooks with macros or links to others.
    Raises DocgenErrors for content that cannot be derived, DoesNotFit for what has no room.
    """
    pack = pack_of(layout, trust)
    _tell_of_files(compendium, pack)
    return place(shown_pages(derived(compendium, pack, edition), pack.pages), pack)


def build_file(
    compendium: Compendium, layout: Layout = DEFAULT_LAYOUT, *, trust: bool = False, edition: Edition | None = None
) -> DeckFile:
    """The file of the deck that :func:`build` builds, made page by page: a deck that is only saved takes little room."""
    pack = pack_of(layout, trust)
    _tell_of_files(compendium, pack)
    ready = shown_pages(derived(compendium, pack, edition), pack.pages)
    return deck_file(ready.pages, lambda: ready, with_words(pack, ready.words))


def _tell_of_files(compendium: Compendium, pack: LayoutPack) -> None:
    """Warn of what files that others made bring and no deck takes: macros, links to files."""
    for left in pack.template.left_behind if pack.template is not None else ():
        warnings.warn(str(left.notice), stacklevel=3)
    for notice in compendium.notices:
        if notice.message.code in _TOLD_BY_BUILD:
            warnings.warn(str(notice), stacklevel=3)


def derived(compendium: Compendium, pack: LayoutPack, edition: Edition | None = None) -> ReadyCompendium:
    """The ready pages of a compendium, judged and printed as a pack has it: all of them, in the content's order.

    ``edition`` is what they are for, by default what the compendium says.
    """
    return derive(compendium, rule=trend_rule(pack), printing=pack.printing, edition=edition)


def place(
    ready: ReadyCompendium, pack: LayoutPack, placing: Placing | None = None, sizing: SizeOf | None = None
) -> BuiltDeck:
    """The deck of ready pages in a layout pack; ``placing`` and ``sizing`` may know slides and sizes of pages already."""
    builders = builders_of(pack)
    return BuiltDeck(in_pack_code(pack, lambda: compose(ready, pack, builders, placing, sizing)), pack)


def trend_rule(pack: LayoutPack) -> TrendRule:
    """When a change counts as none, as a pack has it; content that says so itself goes before it."""
    return TrendRule(pack.trend_tolerance) if pack.trend_tolerance is not None else DEFAULT_RULE


def check(
    compendium: Compendium | str | PathLike[str],
    layout: Layout = DEFAULT_LAYOUT,
    *,
    against: Compendium | None = None,
    data: str | PathLike[str] | None = None,
) -> tuple[Breach, ...]:
    """What is amiss in a compendium's content and in its deck; empty where nothing is.

    Of the path to a .pptx, whoever made it, what in it contradicts itself: numbers of sentences that its tables have
    otherwise, totals that are no sums, one fact with two values. ``against`` a compendium, also what the deck has
    otherwise than that prints; by a folder of ``data``, CSV and Excel, also what its numbers contradict there.

    >>> docgen.check("資料.pptx")                                               # doctest: +SKIP
    >>> docgen.check("編集後.pptx", against=fy2023)                             # doctest: +SKIP
    """
    if not isinstance(compendium, Compendium):
        from docgen.reconciling.deck import deck_judged

        content = source(against, layout) if against is not None else None
        return deck_judged(compendium, content, data=data).breaches
    return check_content(compendium, layout).breaches


@dataclass(frozen=True, slots=True)
class Checked:
    """What is amiss in a compendium and its deck, how many numbers were judged, and the pages and the deck."""

    breaches: tuple[Breach, ...]
    coverage: Coverage
    ready: ReadyCompendium
    deck: BuiltDeck


def check_content(
    compendium: Compendium, layout: Layout = DEFAULT_LAYOUT, edition: Edition | None = None
) -> Checked:
    """What is amiss in a compendium's content and in its deck, of its own edition where none is asked for."""
    # A build needs no rules; what only checking needs is imported here.
    from docgen.checks.check import check_compendium, check_placed
    from docgen.checks.written_rules import check_written
    from docgen.layout.check import left_of_template
    from docgen.reconciling.content import content_judged
    from docgen.reconciling.source import source_of

    pack = pack_of(layout)
    ready = derived(compendium, pack, edition)
    shown = shown_pages(ready, pack.pages)
    built = place(shown, pack)
    judged = content_judged(source_of(compendium, shown, built.placed, pack.printing))
    of_pack = (*word_breaches(pack, pack_of(DEFAULT_LAYOUT)), *left_of_template(pack))
    of_content = (*check_compendium(compendium, ready), *judged.breaches, *of_pack)
    of_pages = (*check_placed(built.placed, built.pack), *check_written(built.placed))
    return Checked((*of_content, *of_pages), judged.coverage, ready, built)


def source(compendium: Compendium, layout: Layout = DEFAULT_LAYOUT) -> Source:
    """What a compendium prints in a layout pack, and where that is written: what decks are set against."""
    from docgen.reconciling.source import source_of

    pack = pack_of(layout)
    ready = shown_pages(derived(compendium, pack), pack.pages)
    return source_of(compendium, ready, place(ready, pack).placed, pack.printing)


def trace(compendium: Compendium, identifier: str, layout: Layout = DEFAULT_LAYOUT) -> Step:
    """What a page, record, statement, value, figure or budget line rests on, step by step down to files and rows.

    >>> print(docgen.trace(fy2023, "summary-strategy/food").text)              # doctest: +SKIP

    Raises DocgenError, with the names most like it, for a name that nothing has.
    """
    # A build traces nothing; what only tracing needs is imported here.
    from docgen.tracing.chain import trace as chain

    return chain(compendium, derived(compendium, pack_of(layout)), identifier)


def roll(folder: str | Path, target: str | Path, layout: Layout | None = None) -> Path:
    """The content folder of the next fiscal year, made from the one of this year, which stays as it is.

    >>> docgen.roll("content/fy2023", "content/fy2024")                        # doctest: +SKIP

    Raises DocgenErrors for a folder that does not load, DocgenError for a target that is there already; then
    nothing is written.
    """
    from docgen.rollover.roll import roll as rolled

    compendium = load(folder, layout=layout)
    return rolled(compendium, Path(folder), Path(target), lambda made: derive(load(made, layout=layout)))


def todo(compendium: Compendium, layout: Layout = DEFAULT_LAYOUT) -> tuple[WorkItem, ...]:
    """What waits for a person: carried over from last year and neither updated nor confirmed, or without data."""
    from docgen.worklist.work_list import work_items

    return work_items(compendium, derived(compendium, pack_of(layout)))


def pack_of(layout: Layout, trust: bool = False) -> LayoutPack:
    """The layout pack of a name or folder, whose code may run where there is ``trust``; a pack is itself."""
    return layout if isinstance(layout, LayoutPack) else load_pack(layout, trust=trust)


@dataclass(frozen=True, slots=True)
class BuiltDeck:
    """A composed deck. ``placed`` tells where every mark lies."""

    placed: PlacedDeck
    pack: LayoutPack

    def to_bytes(self) -> bytes:
        """The bytes of the .pptx; the same deck gives the same bytes."""
        return write(self.placed)

    @overload
    def save(self, target: str | PathLike[str]) -> Path: ...

    @overload
    def save(self, target: Writable) -> None: ...

    def save(self, target: Target) -> Path | None:
        """Write the .pptx to a path, or into a file that is open for bytes (io.BytesIO, a response of a server).

        A deck that was there stays as it was until the new one is whole.
        """
        return saved(self.to_bytes(), target)


def saved(data: bytes | Iterable[bytes], target: Target) -> Path | None:
    """Write ``data``, whole or in pieces, to a path, which is returned, or into an open file."""
    if isinstance(target, str | PathLike):
        return write_file(data, Path(target))
    if isinstance(target, TextIOBase) or not isinstance(target, Writable):
        raise DocgenError("no-file-of-bytes", kind=type(target).__name__)
    try:
        for piece in (data,) if isinstance(data, bytes) else data:
            target.write(piece)
    except (ValueError, TypeError) as error:  # not open for writing, closed, or for text inside of a wrapper
        raise DocgenError("no-file-of-bytes", kind=type(target).__name__) from error
    return None
