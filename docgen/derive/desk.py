"""Where a page is made: the data, the narrator of its prose, and the problems that come up, told in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from docgen.derive.library import Library
from docgen.derive.narrator import Narrator
from docgen.derive.reader import Reader
from docgen.derive.vocabulary import meaning
from docgen.errors import DocgenError, DocgenErrors, FieldPath, Located, Where
from docgen.messages import message
from docgen.model import Compendium, DataTable, Edition, Note, Point
from docgen.model.lookup import named
from docgen.model.printing import Printing
from docgen.model.prose import is_for_draft, is_template
from docgen.prose.markup import has_markup, with_sound_markup
from docgen.ready import Trace

T = TypeVar("T")
K = TypeVar("K")


class Problems:
    """Errors in the order in which they were met."""

    def __init__(self) -> None:
        self._errors: list[DocgenError] = []

    def add(self, error: DocgenError) -> None:
        """Keep an error; the derivation goes on."""
        self._errors.append(error)

    def attempt(self, work: Callable[[], T], otherwise: T) -> T:
        """The result of ``work``; where it fails its error is kept, and the result is ``otherwise``."""
        try:
            return work()
        except DocgenError as error:
            self.add(error)
            return otherwise

    def each(self, work: Callable[[K], T], keys: Iterable[K]) -> tuple[T, ...]:
        """What ``work`` makes of each key. A key for which it fails is left out, its error kept."""
        results: list[T] = []
        for key in keys:
            try:
                results.append(work(key))
            except DocgenError as error:
                self.add(error)
        return tuple(results)

    def raise_all(self) -> None:
        """Raise DocgenErrors with every error, each once; nothing where there is none."""
        errors = {str(error): error for error in self._errors}
        if errors:
            raise DocgenErrors(errors.values())


@dataclass(slots=True)
class Desk:
    """What makes pages ready works at a desk: it reads data with ``reader`` and prose with :meth:`text`.

    ``problems`` gathers the errors of all pages; ``edition`` says what the pages are for; the desk that
    :meth:`for_page` gives has a reader of its own.
    """

    reader: Reader
    narrator: Narrator = field(default_factory=Narrator)
    problems: Problems = field(default_factory=Problems)
    edition: Edition = "final"

    def for_page(self) -> Desk:
        """The desk of one page, of which nothing has been read yet."""
        return Desk(Reader(self.library), self.narrator, self.problems, self.edition)

    @property
    def library(self) -> Library:
        """The data of the compendium."""
        return self.reader.library

    @property
    def compendium(self) -> Compendium:
        """The compendium whose plan is derived. DocgenError for a record made in a script, which has none."""
        if self.library.home is None:
            raise DocgenError("page-needs-compendium")
        return self.library.home

    @property
    def previous(self) -> Desk | None:
        """The desk of the year before, at which last year's texts are rendered as they were."""
        earlier = self.library.previous
        return Desk(Reader(earlier), self.narrator, self.problems, self.edition) if earlier is not None else None

    @property
    def printing(self) -> Printing:
        """How periods and numbers are printed."""
        return self.narrator.printing

    def where(self, path: FieldPath) -> Located:
        """The place of a field of the content, for messages."""
        return self.library.where(path)

    def text(self, prose: str, path: FieldPath) -> str:
        """The prose of the field at ``path``, rendered; nothing, and a problem, where its template or markup fails."""
        if not has_markup(prose):
            return prose  # nor is it a template, whose braces are markup as well

        def names(name: str) -> object:
            return meaning(name, path, self.reader, self.printing, is_draft=self.edition == "draft")

        def rendered() -> str:
            text = self.narrator.render(prose, names, self.where(path)) if is_template(prose) else prose
            return with_sound_markup(text, self.where(path)) if has_markup(text) else text

        return self.problems.attempt(rendered, "")

    def texts(self, proses: Iterable[str], path: FieldPath) -> tuple[str, ...]:
        """Several pieces of prose, rendered; ``path`` leads to their list."""
        return tuple(self.text(prose, (*path, index)) for index, prose in enumerate(proses))

    def sentences(self, proses: Iterable[str], path: FieldPath) -> tuple[str, ...]:
        """Sentences, rendered, without those that are not for this edition; ``path`` leads to their list."""
        return tuple(
            self.text(prose, (*path, index)) for index, prose in enumerate(proses) if self.is_printed(prose)
        )

    def is_printed(self, part: object) -> bool:
        """Whether a sentence, a bullet or a note is for this edition: working notes are for the draft alone."""
        if self.edition == "draft":
            return True
        text = part.text if isinstance(part, (Note, Point)) else part
        return not (isinstance(text, str) and is_for_draft(text))

    def notes(self, notes: Iterable[Note], path: FieldPath) -> tuple[str, ...]:
        """The texts of notes, without those that are not for this edition; ``path`` leads to their list."""
        return tuple(
            self.text(note.text, (*path, index, "text")) for index, note in enumerate(notes) if self.is_printed(note)
        )

    def sources(self, identifiers: Iterable[str], path: FieldPath) -> tuple[str, ...]:
        """The texts of sources, which the page cites; ``path`` leads to the list of ids.

        An unknown id is left out and is a problem.
        """
        texts = self.problems.each(
            lambda place: self._source(place[1], self.where((*path, place[0]))), enumerate(identifiers)
        )
        self.reader.cite(texts)
        return texts

    def sources_used(self) -> tuple[str, ...]:
        """The sources that the page cites, then those of the data that it was read from."""
        content, tables = self.library.content, self.library.tables
        read: dict[tuple[str, str], list[Trace]] = {}
        for trace in self.reader.traces:
            read.setdefault((trace.file, trace.sheet), []).append(trace)
        used = [
            dataset
            for dataset in content.datasets.values()
            if (traces := read.get(((table := tables[dataset.id]).file, table.sheet))) and _was_read(table, traces)
        ]
        names = [dataset.source for dataset in used]
        texts = [self._source(name, None) for name in names if name is not None and name in content.sources]
        return tuple(dict.fromkeys((*self.reader.cited, *texts)))

    def _source(self, identifier: str, where: Where) -> str:
        source = named(identifier, self.library.content.sources, message("noun-source"), where)
        return self.text(source.text, ("sources", identifier, "text"))


def _was_read(table: DataTable, traces: Sequence[Trace]) -> bool:
    """Whether one of the numbers read from a sheet is of ``table``: a sheet may hold several."""
    addresses = {address for row in table.addresses for address in row}
    return any(trace.address is None or trace.address in addresses for trace in traces)
