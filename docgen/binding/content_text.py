"""The sentences that references may stand in, with what stands around each and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.errors import FieldPath
from docgen.model import Compendium, Figure, Measure, Note, Point, Record, Table
from docgen.model.record import plain_values

# Fields of any record that hold sentences, or numbers for people.
_FIELDS = frozenset(
    {
        "messages", "points", "lead", "conclusion_lead", "definition", "aim", "change", "value", "whole",
        "missing", "details", "note",
    }
)  # fmt: skip
_TEXTS = (Point, Measure, Note)
# Fields that name other records that a sentence rests on, or that its record shows.
_LINKS = ("rests_on", "pages", "indicator", "slide", "paired", "serves")
_SOURCES = _LINKS[:-1]
# A longer text is no name of what stands beside it.
_LONGEST = 40
# An id, a kind or a column of the content, which is no word of a page.
_KEY = re.compile("[a-z][a-z0-9_/-]*")
_COLLECTIONS = ("pages", "indicators", "candidates", "findings", "measure_charts", "precedents")


@dataclass(frozen=True, slots=True)
class ContentText:
    """A text of the content: ``beside`` are the words of its record that say what it is about, ``title`` those of the page.

    ``own`` is its record and, of a finding, the indicator's; ``near`` are further records that it is linked with,
    ``sources`` those of them that it rests on. ``datasets`` are those that it names itself.
    """

    path: FieldPath
    text: str
    beside: str
    title: str
    own: frozenset[FieldPath]
    near: frozenset[FieldPath]
    sources: frozenset[FieldPath]
    datasets: frozenset[str]


def content_texts(compendium: Compendium) -> Iterator[ContentText]:
    """Every sentence of a compendium in which a number may be a reference."""
    links = _links(compendium)
    every = dict(compendium.records)
    for path, record in compendium.records:
        if path[0] not in _COLLECTIONS or isinstance(record, Figure):
            continue
        for place, value in plain_values(record, path):
            if isinstance(value, str) and value.strip() and _is_sentence(record, place[len(path) :]):
                above = [every[path[:length]] for length in range(2, len(path) + 1) if path[:length] in every]
                names = [name for one in above for name in _named(one, _LINKS)]
                near, sources = (
                    {link for one in above for name in _named(one, keys) for link in _led_to(name, links)}
                    for keys in (_LINKS, _SOURCES)
                )
                own = {path[:2], *({("indicators", i) for i in [getattr(above[0], "indicator", "")] if i})}
                yield ContentText(
                    place,
                    value,
                    _beside(record, place, path),
                    " ".join(_titles(above[:-1])),
                    frozenset(own),
                    frozenset(near - own),
                    frozenset(sources - own),
                    frozenset(name for name in names if name in compendium.datasets),
                )


def _is_sentence(record: Record, place: FieldPath) -> bool:
    """Whether a field holds sentences, or numbers for people; the first cell of a row is its name."""
    if place[0] == "rows" and isinstance(record, Table):
        return place[-1] != 0
    return place[0] in _FIELDS or (place[0] == "text" and isinstance(record, _TEXTS))


def _beside(record: Record, place: FieldPath, path: FieldPath) -> str:
    """What stands beside a text: the other texts of its record, in a table the first of its row and its column's head."""
    if isinstance(record, Table) and place[len(path)] == "rows":
        row, column = int(place[len(path) + 1]), int(place[len(path) + 2])
        cells = [*record.rows[row][:column], record.title]
        heads = [head.heading for head in record.columns[column : column + 1]]
        return " ".join((*heads, *map(str, cells)))
    others = (value for other, value in plain_values(record, path) if other != place and other[len(path)] not in _LINKS)
    texts = (value for value in others if isinstance(value, str) and len(value) <= _LONGEST)
    return " ".join(text for text in texts if not _KEY.fullmatch(text))


def _titles(above: list[Record]) -> Iterator[str]:
    for record in above:
        for name in ("title", "name", "heading"):
            title = getattr(record, name, None)
            if isinstance(title, str):
                yield title


def _led_to(name: str, links: Mapping[str, tuple[FieldPath, ...]]) -> tuple[FieldPath, ...]:
    return links.get(name) or links.get(name.split("/")[0], ())


def _named(record: Record, keys: tuple[str, ...]) -> Iterator[str]:
    for name in keys:
        named = getattr(record, name, None)
        for one in (named,) if isinstance(named, str) else named if isinstance(named, tuple) else ():
            if isinstance(one, str):
                yield one


def _links(compendium: Compendium) -> Mapping[str, tuple[FieldPath, ...]]:
    """The records that a name leads to, and those that these show in turn."""
    found: dict[str, tuple[FieldPath, ...]] = {}
    for collection in _COLLECTIONS:
        for identifier, record in getattr(compendium, collection).items():
            further = [str(name) for name in (*getattr(record, "pages", ()), getattr(record, "indicator", ""))]
            paths = [("pages", name) for name in further if name in compendium.pages]
            paths += [("indicators", name) for name in further if name in compendium.indicators]
            found.setdefault(identifier, ((collection, identifier), *paths))
            for inner in getattr(record, "paired", ()):
                found.setdefault(inner, ((collection, identifier),))
    return found
