"""What the numbers of all texts mean: each text by itself first, then by what the records that it rests on mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from docgen.binding.catalogue import Catalogue
from docgen.binding.choice import chosen
from docgen.binding.passage import Passage
from docgen.binding.reference import Datum, Reference
from docgen.errors import FieldPath

# What is found in one round is known in the next; texts rest on texts that rest on texts, no deeper.
_ROUNDS = 4


def find_meanings(passages: Sequence[Passage], catalogue: Catalogue) -> None:
    """Find what the spots of passages mean, and note it in them."""
    for number in range(_ROUNDS):
        by_record = _data_by_record(passages)
        found = sum(_read(passage, catalogue, by_record if number else {}) for passage in passages)
        catalogue.numbers = _numbers(passages)
        if not found and number:
            return


def _read(passage: Passage, catalogue: Catalogue, by_record: Mapping[FieldPath, Sequence[Reference]]) -> int:
    """Find what is not found yet of one passage; how much was found."""
    found = 0
    for place, spot in enumerate(passage.spots):
        if place in passage.meant:
            continue
        context, once = passage.contexts[place], passage.stands_once(spot)
        direct = catalogue.candidates(passage.sentence, spot, context)
        meant, doubtful = chosen(direct, spot, catalogue.weights, once)
        for said in (passage.data, by_record.get(passage.text.path[:2], ())):
            if meant is None and not doubtful:
                results = list(catalogue.computed(passage.sentence, spot, context, said))
                meant, doubtful = chosen(results, spot, catalogue.weights, False)
        if meant is not None and catalogue.is_doubtful(meant, passage, place):
            doubtful = (meant,)
            meant = None
        passage.doubtful[place] = doubtful
        if meant is not None:
            passage.meant[place] = meant
            found += 1
    return found


def _data_by_record(passages: Iterable[Passage]) -> Mapping[FieldPath, Sequence[Reference]]:
    """The data that the texts of each record say."""
    found: dict[FieldPath, list[Reference]] = {}
    for passage in passages:
        found.setdefault(passage.text.path[:2], []).extend(passage.data)
    return found


def _numbers(passages: Iterable[Passage]) -> Mapping[FieldPath, Mapping[str, Sequence[Datum | None]]]:
    """What each number that a record prints means there; None where that is not known."""
    found: dict[FieldPath, dict[str, list[Datum | None]]] = {}
    for passage in passages:
        of_record = found.setdefault(passage.text.path[:2], {})
        for place, spot in enumerate(passage.spots):
            meant = passage.meant.get(place)
            forms = [meant] if meant is not None else passage.doubtful.get(place, ())
            spans = {(one.form.start, one.form.end) for one in forms} or {(spot.start, spot.end)}
            for start, end in spans:
                of_record.setdefault(passage.sentence[start:end], []).append(meant.datum if meant is not None else None)
        for reference in passage.said:
            of_record.setdefault(str(reference.number), []).append(reference.datum)
    return found
