"""All references of a compendium with their labels, and those of them that may stand at a spot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.binding.by_amount import ByAmount
from docgen.binding.cells import ShownCell, shown_cells
from docgen.binding.choice import Candidate, is_likely
from docgen.binding.computed import computed
from docgen.binding.content_text import ContentText, content_texts
from docgen.binding.doubts import is_another, is_far_fetched, is_no_change, is_off_topic
from docgen.binding.evidence import NAMED, SAME_TIME, Context, Evidence, evidence, told
from docgen.binding.labels import Labelling, Labels, home_of, joined, tables_by_record, with_telling
from docgen.binding.passage import Passage
from docgen.binding.printed_form import printed_form
from docgen.binding.reference import Datum, Reference, references
from docgen.binding.spot import Spot
from docgen.binding.words import weights, words_of
from docgen.derive.desk import Desk
from docgen.errors import FieldPath


@dataclass(slots=True)
class Catalogue:
    """All references of a compendium with their labels, and what the numbers of each record are known to mean.

    ``named`` are those that the content gives a name. ``numbers`` hold, by record and by the number as printed, what it
    means there; None where that is not known.
    """

    desk: Desk
    named: tuple[Reference, ...] = field(init=False)
    weights: Mapping[str, float] = field(init=False)
    tables: Mapping[FieldPath, frozenset[str]] = field(init=False)
    numbers: Mapping[FieldPath, Mapping[str, Sequence[Datum | None]]] = field(init=False, default_factory=dict)
    _labelling: Labelling = field(init=False)
    _labels: dict[int, Labels] = field(init=False, default_factory=dict)
    _by_amount: ByAmount[Reference] = field(init=False)
    _cells: dict[str, ByAmount[ShownCell]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        compendium = self.desk.library.content
        self._labelling = Labelling(compendium)
        self.named = references(self.desk)
        self._by_amount = ByAmount(self.named)
        texts = (" ".join((text.text, text.beside, text.title)) for text in content_texts(compendium))
        known = frozenset[str]().union(*map(words_of, texts))
        labelled = with_telling([self._labelling.of(reference) for reference in self.named], known)
        self._labels = {id(reference): own for reference, own in zip(self.named, labelled, strict=True)}
        self.weights = weights(own.own | own.shared for own in map(self.labels_of, self.named))
        self.tables = tables_by_record(compendium)

    def labels_of(self, reference: Reference) -> Labels:
        """The labels of a reference."""
        if id(reference) not in self._labels:
            self._labels[id(reference)] = self._labelling.of(reference)
        return self._labels[id(reference)]

    def candidates(self, sentence: str, spot: Spot, context: Context) -> list[Candidate]:
        """The references that print what stands at a spot: those with a name, or else the cells that its record shows."""
        named = list(self._direct(self._by_amount.near(spot), sentence, spot, context))
        if any(is_likely(candidate, spot) for candidate in named):
            return named
        shown = {name for own in context.text.own for name in self.tables.get(own, ())}
        near = (cell for name in sorted(shown) for cell in self._cells_of(name).near(spot))
        told_of = (one for cell in near if self._is_told_of(cell, context) for one in cell.references())
        cells = self._direct(told_of, sentence, spot, context)
        # A cell that a name gives another time has that time under no name, too.
        elsewhen = {candidate.datum for candidate in named if candidate.evidence.time < 0}
        return [*named, *(cell for cell in cells if cell.datum not in elsewhen and _is_shown(cell, spot))]

    def _is_told_of(self, cell: ShownCell, context: Context) -> bool:
        """Whether a sentence names all that tells a cell's row, apart from its year."""
        names = [words_of(name) for name in (cell.key or {}).values() if not name.isdigit()]
        said = context.places[0] | context.places[1] | context.places[2]
        return all(name & said for name in names)

    def is_doubtful(self, candidate: Candidate, passage: Passage, place: int) -> bool:
        """Whether something in the text speaks against a candidate that its spot prints."""
        spot, context, others = passage.spots[place], passage.contexts[place], self._labels.values()
        if is_no_change(candidate, spot, passage.sentence) or is_far_fetched(candidate, spot, passage.before(place)):
            return True
        is_direct = not candidate.is_computed and candidate.evidence.labels.telling
        if is_direct and is_another(candidate, context, others, self.weights):
            return True
        return is_off_topic(candidate, context, others, self.weights)

    def computed(self, sentence: str, spot: Spot, context: Context, said: Sequence[Reference]) -> Iterator[Candidate]:
        """What stands at a spot as computed of two data; ``said`` are those that the text says."""
        own = {reference.datum for reference in said}
        for result in computed(spot, sentence, context.close, said, self.named):
            names = [self._name(one, context.text) for one in (result.first, result.second)]
            if names[0] is None or names[1] is None:
                continue
            labels = joined(self.labels_of(result.first), self.labels_of(result.second))
            near = [self._evidence(one, spot, context, True, 0).near for one in (result.first, result.second)]
            unsaid = [one for one in (result.first, result.second) if one.datum not in own]
            if spot.kind == "multiple" and len(unsaid) == 1 and not self._is_named(unsaid[0], context):
                continue
            used = 2 - len(unsaid)
            said_of = evidence(labels, min(near), context, spot, True, self.weights, used)
            expression = result.expression(names[0], names[1])
            yield Candidate(expression, result.datum, (result.first, result.second), result.form, said_of)

    def _is_named(self, reference: Reference, context: Context) -> bool:
        """Whether the words that tell a reference from the others of its table stand in the clause, or nothing tells it."""
        telling = self.labels_of(reference).telling
        return not telling or told(telling & (context.places[0] | context.places[1]), self.weights) >= NAMED

    def used(self, text: ContentText, printed: str) -> frozenset[Datum]:
        """The data that the records which a text rests on mean by a number; none where one of them is not known."""
        known = [datum for record in text.sources for datum in self.numbers.get(record, {}).get(printed, ())]
        return frozenset(datum for datum in known if datum is not None) if None not in known else frozenset()

    def _direct(
        self, references: Iterable[Reference], sentence: str, spot: Spot, context: Context
    ) -> Iterator[Candidate]:
        for reference in references:
            form = printed_form(reference.number, sentence, spot)
            name = self._name(reference, context.text) if form is not None else None
            if form is None or name is None:
                continue
            used = reference.datum in self.used(context.text, sentence[form.start : form.end])
            told = self._evidence(reference, spot, context, form.same_unit, int(used))
            yield Candidate(name + form.suffix, reference.datum, (reference,), form, told)

    def _evidence(self, reference: Reference, spot: Spot, context: Context, same_unit: bool, used: int) -> Evidence:
        labels = self.labels_of(reference)
        near = _near(labels, home_of(reference), context.text, self.tables)
        return evidence(labels, near, context, spot, same_unit, self.weights, used)

    def _name(self, reference: Reference, text: ContentText) -> str | None:
        return reference.name_at(text.path, self.desk.library.short_names)

    def _cells_of(self, dataset: str) -> ByAmount[ShownCell]:
        if dataset not in self._cells:
            self._cells[dataset] = ByAmount(shown_cells(dataset, self.desk.library.content, self.desk.printing))
        return self._cells[dataset]


def _is_shown(candidate: Candidate, spot: Spot) -> bool:
    """Whether a cell is told of in the words and the unit of the sentence."""
    told, form = candidate.evidence, candidate.form
    is_plain = form.same_unit and not form.suffix and form.end > spot.unit
    of_time = told.time == SAME_TIME or not told.labels.years
    return is_plain and of_time and spot.significant >= 2 and told.told >= 6


def _near(labels: Labels, home: FieldPath, text: ContentText, tables: Mapping[FieldPath, frozenset[str]]) -> int:
    if home in text.own:
        return 3
    if any(labels.tables & tables.get(own, frozenset()) for own in text.own):
        return 2
    shown = [*(tables.get(one, frozenset()) for one in text.near), text.datasets]
    return 1 if home in text.near or any(labels.tables & one for one in shown) else 0
