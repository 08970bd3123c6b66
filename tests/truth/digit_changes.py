"""One digit changed at random, in the built deck or in the data: how many such changes the check finds; from the top folder:

    python -m tests.truth.digit_changes deck             300 changes of sentences and table cells, checked against the content
    python -m tests.truth.digit_changes data             300 changes of numbers in data files, checked with last year's folder
    python -m tests.truth.digit_changes deck --count 30 --show

The seed is fixed: each run makes the same changes. A change counts as found where a breach names its slide, its shape, its
cell and the characters themselves; of a data file, where it names the cell, or the cells that contradict each other.

A number of a data file can be told wrong only where the content has it twice, or computes it: where another file, or last
year's, has the same series, or where it is a sum, a share or a total, or a part of one, and no longer is. The others are
counted as such.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from pptx import Presentation
from support.real_deck import CONTENT, PACKS, built, deck_bytes, fy2023

import docgen
from docgen.breach import Breach
from docgen.errors import SlidePosition
from docgen.opened.deck import opened
from docgen.pipeline import load, source
from docgen.reconciling.against import reconciled
from docgen.reconciling.computed_series import Computed, computations
from docgen.reconciling.content import DATA_RULES
from docgen.reconciling.data_facts import data_series, number_of
from docgen.reconciling.repeated_series import same_series
from docgen.reconciling.source import Source

SEED = 2023
_AT_ONCE = 100
"""So many changes stand in one deck: each in a text of its own, so that none helps another to be found."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text of a deck: a paragraph of a shape, or a cell of a table, by its row and column from 1."""

    slide: int
    shape: str
    row: int
    column: int
    runs: tuple[Any, ...]

    @property
    def text(self) -> str:
        """The characters of its runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Change:
    """A digit of a text changed: where, and what the text was and is."""

    place: Place
    at: int
    before: str
    after: str

    def is_told_by(self, breach: Breach) -> bool:
        """Whether a breach is about this digit."""
        where = breach.where
        if not isinstance(where, SlidePosition) or (where.slide, where.shape) != (self.place.slide, self.place.shape):
            return False
        if (where.row, where.column) != (self.place.row, self.place.column):
            return False
        spot = breach.spot
        if spot is None:
            return False
        # A cell is told whole, with its line breaks.
        before = spot.text.replace("\n", "").replace("\v", "").find(self.after)
        start, end = (len(spot.text[:place].replace("\n", "").replace("\v", "")) for place in (spot.start, spot.end))
        return before >= 0 and start <= before + self.at < end


def texts(presentation: Any) -> Iterator[Place]:
    """The paragraphs and cells that hold a digit."""
    for number, slide in enumerate(presentation.slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield from (
                    Place(number, shape.name, 0, 0, tuple(paragraph.runs)) for paragraph in shape.text_frame.paragraphs
                )
            elif shape.has_table:
                yield from _cells(number, shape)


def _cells(number: int, shape: Any) -> Iterator[Place]:
    for row, line in enumerate(shape.table.rows, start=1):
        for column, cell in enumerate(line.cells, start=1):
            for paragraph in () if cell.is_spanned else cell.text_frame.paragraphs:
                yield Place(number, shape.name, row, column, tuple(paragraph.runs))


def change(place: Place, chance: random.Random) -> Change:
    """One of the digits of a text becomes another one."""
    before = place.text
    at = chance.choice([index for index, character in enumerate(before) if character in "0123456789"])
    digit = chance.choice([other for other in "0123456789" if other != before[at]])
    start = 0
    for run in place.runs:
        if start <= at < start + len(run.text):
            run.text = f"{run.text[: at - start]}{digit}{run.text[at - start + 1 :]}"
            break
        start += len(run.text)
    return Change(place, at, before, place.text)


def in_deck(count: int) -> tuple[list[Change], list[Change]]:
    """Changes of the real deck, and those of them that are found when the deck is checked against the content."""
    chance = random.Random(SEED)
    pack = next(folder for folder in PACKS if folder.name == "cabinet_office")
    content = source(fy2023(), built(pack).pack)
    made: list[Change] = []
    found: list[Change] = []
    while len(made) < count:
        presentation = Presentation(io.BytesIO(deck_bytes(pack)))
        places = [place for place in texts(presentation) if any(digit in place.text for digit in "0123456789")]
        changes = [change(place, chance) for place in chance.sample(places, min(_AT_ONCE, count - len(made)))]
        breaches = _checked(presentation, content)
        made += changes
        found += [one for one in changes if any(one.is_told_by(breach) for breach in breaches)]
    return made, found


def _checked(presentation: Any, content: Source) -> Sequence[Breach]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "編集後.pptx"
        presentation.save(str(path))
        return reconciled(opened(path), content).breaches


@dataclass(frozen=True, slots=True)
class DataChange:
    """A digit of a data file changed: its cell, what it held and holds, and what of the content contradicts it ("" for none)."""

    where: str
    before: str
    after: str
    contradicted: str


def in_data(count: int) -> tuple[list[DataChange], list[DataChange]]:
    """Changes of the real data, and those of them that are found."""
    chance = random.Random(SEED)
    content = load(CONTENT, previous=CONTENT.parent / "fy2022")
    cells = [
        (name, row, column)
        for name, table in content.tables.items()
        for row, line in enumerate(table.rows)
        for column, text in enumerate(line)
        if number_of(text) is not None and any(digit in text for digit in "123456789")
    ]
    relations = _relations(content)
    made = [_data_change(content, relations, cell, chance) for cell in chance.sample(cells, count)]
    return [one for one, _ in made], [one for one, found in made if found]


def _data_change(
    content: docgen.Compendium, relations: Relations, cell: tuple[str, int, int], chance: random.Random
) -> tuple[DataChange, bool]:
    name, row, column = cell
    table = content.tables[name]
    before = table.rows[row][column]
    at = chance.choice([index for index, character in enumerate(before) if character in "0123456789"])
    digit = chance.choice([other for other in "0123456789" if other != before[at]])
    after = f"{before[:at]}{digit}{before[at + 1 :]}"
    lines = [list(line) for line in table.rows]
    lines[row][column] = after
    changed = replace(table, rows=tuple(map(tuple, lines)))
    edited = content.model_copy()
    edited.attach(replace(content.origin, tables={**content.tables, name: changed}))
    where = str(table.position(row, column))
    told = {place for rule in DATA_RULES for breach in rule(edited) for place in _places(breach)}
    return DataChange(where, before, after, _contradicted(relations, where, after)), where in told


def _places(breach: Breach) -> set[str]:
    """The cells that a breach names as contradicting each other."""
    values = breach.message.plain_values("en")
    parts = values.get("parts")
    return {str(breach.where), str(values.get("place")), *(map(str, parts) if isinstance(parts, list | tuple) else ())}


@dataclass(frozen=True, slots=True)
class Relations:
    """What of a content is stated twice, as the places of its cells, and what is computed."""

    twice: frozenset[str]
    computed: tuple[Computed, ...]


def _relations(content: docgen.Compendium) -> Relations:
    twice = {
        str(facts[key].where)
        for first, second in same_series(content)
        for key in first.facts.keys() & second.facts.keys()
        for facts in (first.facts, second.facts)
    }
    series = (list(data_series(name, table)) for name, table in content.tables.items())
    return Relations(frozenset(twice), tuple(one for own in series for one in computations(own) if one.holds))


def _contradicted(relations: Relations, where: str, after: str) -> str:
    """What of the content a number of a data file can be told wrong by, once it was changed."""
    value = number_of(after)
    assert value is not None
    if where in relations.twice:
        return "stated twice"
    for one in relations.computed:
        fact, *of = (fact if str(fact.where) != where else replace(fact, value=value) for fact in (one.fact, *one.of))
        now = replace(one, fact=fact, of=tuple(of))
        if now != one and not now.holds:
            return "computed"
    return ""


def main() -> None:
    """Print how many changes were found, and those that were not where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("where", choices=["deck", "data"])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if given.where == "deck":
        _tell_deck(given.count, given.show)
    else:
        _tell_data(given.count, given.show)


def _tell_deck(count: int, show: bool) -> None:
    made, found = in_deck(count)
    print(f"deck: {len(found)} of {len(made)} changes found ({len(found) / len(made):.1%})")
    for one in made if show else ():
        if one not in found:
            print(f"  not found: p{one.place.slide} {one.place.shape}: {one.before} → {one.after}")


def _tell_data(count: int, show: bool) -> None:
    made, found = in_data(count)
    known = [one for one in made if one.contradicted]
    hits = [one for one in known if one in found]
    others = [one for one in found if not one.contradicted]
    print(f"data: {len(hits)} of {len(known)} changes found that the content contradicts ({len(hits) / max(1, len(known)):.1%}),")
    print(f"      {len(others)} of the {len(made) - len(known)} others")
    for one in known if show else ():
        if one not in found:
            print(f"  not found: {one.where}: {one.before} → {one.after} ({one.contradicted})")


if __name__ == "__main__":
    main()
