"""Mechanical changes: what many changes have in common, told once with how many there are.

A year goes by: the latest values are of the next year, what was requested is budgeted, titles and notes name another
year, an office has another name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from docgen.comparison.change import Change, FieldChange, Subject
from docgen.comparison.years import moved_years, reworded, without_period
from docgen.messages import Language, Message, Phrase, message, text_of

_FEWEST = 3
_MOST_SHOWN = 3
# A word of two characters, such as 増加 and 減少, tells something of its own.
_SHORTEST_WORD = 3
# Of which changes the texts are looked at for years and words.
_TEXTS: dict[Subject, Message] = {
    "page": message("diff-shift-titles"),
    "text": message("diff-shift-texts"),
    "table": message("diff-shift-tables"),
}


class ShiftKind(NamedTuple):
    """What tells mechanical changes of one kind from others: what they are of, and by how much or by which word."""

    name: Phrase
    step: Phrase


class _Part(NamedTuple):
    """What of a field is mechanical: its kind, the words that were and are, and what is left of the field, if anything."""

    kind: ShiftKind
    before: Phrase
    after: Phrase
    rest: FieldChange | None


@dataclass(frozen=True, slots=True)
class Shift:
    """Mechanical changes of one kind: how many, on which slides, and from what to what, with how many of each."""

    kind: ShiftKind
    pairs: tuple[tuple[Phrase, Phrase, int], ...]
    numbers: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many changes there are of the kind."""
        return sum(count for _, _, count in self.pairs)

    def row(self) -> dict[str, Any]:
        """The kind as JSON holds it: its name and what became what in English, with how many, and the slides."""
        pairs = [
            {"before": text_of(before, "en"), "after": text_of(after, "en"), "count": count}
            for before, after, count in self.pairs
        ]
        return {"name": text_of(self.kind.name, "en"), "count": self.count, "pairs": pairs, "numbers": list(self.numbers)}

    def text(self, language: Language) -> str:
        """The kind in a line: ``予算の区分（2023年度）: 予算額・執行額 → 執行額、31件（p.78-82）``."""
        shown = [
            message("diff-pair", before=before, after=after, count=count) if len(self.pairs) > 1 else _arrow(before, after)
            for before, after, count in self.pairs[:_MOST_SHOWN]
        ]
        if len(self.pairs) > _MOST_SHOWN:
            shown.append(message("diff-and-others"))
        pairs = tuple(text_of(each, language) for each in shown)
        pages = runs(self.numbers)
        return message("diff-shift", name=self.kind.name, pairs=pairs, count=self.count, pages=pages).text(language)


def _arrow(before: Phrase, after: Phrase) -> Message:
    return message("diff-arrow", before=before, after=after)


def runs(numbers: Iterable[int]) -> str:
    """Slides as they are named: 3-5, 9."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in found)


def shifted(changes: Sequence[Change]) -> tuple[tuple[Shift, ...], tuple[Change, ...]]:
    """The mechanical changes by their kinds, those with fewer than three left out; and what is left of the changes."""
    parts = [[_part(change, field) for field in change.fields] for change in changes]
    counts = Counter(part.kind for of_change in parts for part in of_change if part is not None)
    kinds = [kind for kind, count in counts.items() if count >= _FEWEST]
    shifts = tuple(_shift(kind, changes, parts) for kind in kinds)
    rest = tuple(_rest(zip(changes, parts, strict=True), frozenset(kinds)))
    return shifts, rest


def _shift(kind: ShiftKind, changes: Sequence[Change], parts: Sequence[Sequence[_Part | None]]) -> Shift:
    every = ((change, part) for change, own in zip(changes, parts, strict=True) for part in own)
    found = [(change, part) for change, part in every if part is not None and part.kind == kind]
    pairs = Counter((part.before, part.after) for _, part in found)
    listed = tuple((before, after, count) for (before, after), count in pairs.most_common())
    return Shift(kind, listed, tuple(sorted({change.number for change, _ in found})))


def _rest(
    changes: Iterable[tuple[Change, Sequence[_Part | None]]], kinds: frozenset[ShiftKind]
) -> Iterator[Change]:
    """The changes without what is mechanical; those that are nothing else are gone."""
    for change, parts in changes:
        if not any(part is not None and part.kind in kinds for part in parts):
            yield change
            continue
        told = [
            field if part is None or part.kind not in kinds else part.rest
            for field, part in zip(change.fields, parts, strict=True)
        ]
        fields = tuple(field for field in told if field is not None)
        if any(field.before != field.after or part_is_value(change, field) for field in fields):
            yield replace(change, fields=fields)


def part_is_value(change: Change, field: FieldChange) -> bool:
    """Whether a field is the latest value of an indicator: that it stayed in a new year is news."""
    return change.subject == "value" and not field.name


def _part(change: Change, field: FieldChange) -> _Part | None:
    if change.how != "changed" or field.before == field.after or not field.before or not field.after:
        return None
    if change.subject == "budget":
        return _of_budget(field)
    if not isinstance(field.before, str) or not isinstance(field.after, str):
        return None
    if change.subject == "value":
        return _of_value(field, field.before, field.after)
    return _of_text(change.subject, field.before, field.after)


def _of_budget(field: FieldChange) -> _Part | None:
    """An amount that stayed, as another kind of amount: what was requested is budgeted, what was budgeted is executed."""
    sides = [dict(side.values) for side in (field.before, field.after) if isinstance(side, Message)]
    if len(sides) != 2 or sides[0].get("amount") != sides[1].get("amount"):
        return None
    before, after = (_phrase(side["kind"]) for side in sides)
    return _Part(ShiftKind(message("diff-shift-budgets", year=field.name), _arrow(before, after)), before, after, None)


def _phrase(value: object) -> Phrase:
    return value if isinstance(value, Message) else str(value)


def _of_value(field: FieldChange, before: str, after: str) -> _Part | None:
    """A value of another period: the latest is told without it, the one that it is compared with not at all."""
    (was, old), (now, new) = without_period(before), without_period(after)
    moved = moved_years(old, new)
    if moved is None:
        return None
    is_latest = not field.name
    name = message("diff-shift-latest") if is_latest else message("diff-shift-compared", name=field.name)
    rest = FieldChange(field.name, was, now) if is_latest else None
    return _Part(ShiftKind(name, _step(moved.years)), moved.before, moved.after, rest)


def _of_text(subject: Subject, before: str, after: str) -> _Part | None:
    name = _TEXTS.get(subject)
    if name is None:
        return None
    moved = moved_years(before, after)
    if moved is not None:
        return _Part(ShiftKind(message("diff-shift-years", name=name), _step(moved.years)), moved.before, moved.after, None)
    word = reworded(before, after)
    if word is None or max(map(len, word)) < _SHORTEST_WORD:
        return None
    return _Part(ShiftKind(message("diff-shift-words", name=name), _arrow(*word)), *word, None)


def _step(years: int) -> str:
    return f"{years:+d}"
