"""Every text of the content as it is printed, and where it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import TypeVar

from docgen.derive.desk import Desk
from docgen.derive.library import Library
from docgen.derive.narrator import Narrator
from docgen.derive.reader import Reader
from docgen.errors import FieldPath, Located, Position
from docgen.model import Compendium
from docgen.model.printing import PLAIN, Printing
from docgen.model.record import plain_values
from docgen.prose.markup import plain
from docgen.value import value

K = TypeVar("K")
# A shorter text stands in too many places to tell which field a part of a paragraph came from.
_LEAST = 4


@value(frozen=True, slots=True)
class SaidField:
    """A text field: its path and its place, what is written (``template``), and what is printed of it (``text``).

    ``bare`` is that without spaces and line breaks: by it each text of a page is looked for.
    """

    path: FieldPath
    where: Located
    template: str
    text: str
    bare: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep what is printed without spaces."""
        object.__setattr__(self, "bare", _bare(self.text))


@value(frozen=True, slots=True)
class Fields:
    """All text fields, found by what they print."""

    every: tuple[SaidField, ...]
    by_text: Mapping[str, tuple[SaidField, ...]] = field(repr=False)
    by_record: Mapping[FieldPath, tuple[SaidField, ...]] = field(repr=False)

    def of(self, text: str, page: FieldPath) -> SaidField | None:
        """The field that a text on a page was printed from, whole or as its longest part; None for no field.

        Fields of the page's own record go before others; ``page`` is its path.
        """
        words = _bare(text)
        same = self.by_text.get(words, ())
        if len(words) < _LEAST:
            same = tuple(one for one in same if one.path[:2] == page[:2])
        return _nearest(same, page) or _longest_within(
            words, self.by_record.get(page[:2], ())
        )


def said_fields(compendium: Compendium, printing: Printing = PLAIN) -> Fields:
    """The text fields of a compendium that was loaded; one that cannot be rendered is left out."""
    desk = Desk(Reader(Library(compendium)), Narrator(printing))
    every = tuple(_fields(compendium, desk))
    return Fields(
        every,
        {text: tuple(found) for text, found in _grouped(every, lambda one: one.bare).items()},
        {path: tuple(found) for path, found in _grouped(every, lambda one: one.path[:2]).items()},
    )


def _grouped(fields: Iterable[SaidField], key: Callable[[SaidField], K]) -> dict[K, list[SaidField]]:
    groups: dict[K, list[SaidField]] = {}
    for one in fields:
        groups.setdefault(key(one), []).append(one)
    return groups


def _fields(compendium: Compendium, desk: Desk) -> Iterator[SaidField]:
    for base, record in compendium.records:
        for path, written in plain_values(record, base):
            where = compendium.origin.positions.get(path)
            if isinstance(written, str) and isinstance(where, Position) and written.strip():
                text = desk.text(written, path)
                if text:
                    yield SaidField(path, where, written, plain(text))


def _bare(text: str) -> str:
    """A text without spaces and line breaks, which the composition sets."""
    return "".join(text.split())


def _nearest(fields: tuple[SaidField, ...], page: FieldPath) -> SaidField | None:
    own = [one for one in fields if one.path[: len(page)] == page]
    same_record = [one for one in fields if one.path[:2] == page[:2]]
    return next(iter((*own, *same_record, *fields)), None)


def _longest_within(words: str, fields: Iterable[SaidField]) -> SaidField | None:
    within = [one for one in fields if len(one.text) >= _LEAST and one.bare in words]
    return max(within, key=lambda one: len(one.text), default=None)
