"""A deck of before in the names of today: what records are called now, in its slides, its shapes and its summary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from docgen.fingerprint.values import DeckPart, DeckSlide, Fingerprint
from docgen.placed.deck import DeckSummary

T = TypeVar("T")

Naming = Callable[[str], str]
"""What a whole name of before is called today: where the record was parted, by the part that has it, else the first."""


def naming(renamed: Sequence[Sequence[str]], known: Collection[str] = ()) -> Naming:
    """The naming that a deck's summary states; ``known`` are names that there are today.

    >>> naming([("I-1", "I-2"), ("I-2/a", "I-2/b")])("I-1/a/figure")
    'I-2/b/figure'
    >>> naming([("I-1", "I-2", "I-3")], ["I-2/a", "I-3/b"])("I-1/b/figure")
    'I-3/b/figure'
    """

    def now(name: str) -> str:
        for before, *parts in renamed:
            if name == before or name.startswith(f"{before}/"):
                rest = name[len(before) :].split("/")
                ends = ["/".join(rest[: count + 1]) for count in range(1, len(rest))]
                own = next((part for part in parts if any(part + end in known for end in ends)), parts[0])
                name = own + name[len(before) :]
        return name

    return now


def as_named_now(
    before: Fingerprint, renamed: Sequence[Sequence[str]], known: Collection[str] = ()
) -> Fingerprint:
    """``before`` in the names that a later deck's summary states as ``renamed``; ``known`` are names of that deck.

    Of two slides that became one, the first has its name; the other keeps its own.
    """
    if not renamed:
        return before
    now = naming(renamed, known)
    return Fingerprint(_summary(before.summary, now), tuple(_slides(before.slides, now)), *before[2:5], _part(before, now))


def names_in(deck: Fingerprint) -> frozenset[str]:
    """The whole names of a deck's slides, pages and values."""
    values = (f"{value.indicator}/{value.id}" for value in deck.summary.values)
    return frozenset((*(slide.id for slide in deck.slides), *(page.id for page in deck.summary.pages), *values))


def _part(before: Fingerprint, now: Naming) -> DeckPart | None:
    part = before.part
    return part._replace(pages=tuple(map(now, part.pages))) if part is not None else None


def _slides(slides: Iterable[DeckSlide], now: Naming) -> Iterable[DeckSlide]:
    taken = {slide.id for slide in slides if now(slide.id) == slide.id}
    for slide in slides:
        name = now(slide.id)
        if name != slide.id and name in taken:
            yield slide
            continue
        taken.add(name)
        shapes = tuple(shape._replace(name=now(shape.name)) for shape in slide.shapes)
        yield slide._replace(id=name, record=now(slide.record), shapes=shapes)


def _summary(summary: DeckSummary, now: Naming) -> DeckSummary:
    """The summary in names of today. Of several records that became one, the first is that one."""
    pages = _once(summary.pages, lambda page: now(page.id))
    values = _once(summary.values, lambda value: now(f"{value.indicator}/{value.id}"))
    return summary._replace(
        pages=tuple(page._replace(id=name) for name, page in pages),
        values=tuple(
            value._replace(page=now(value.page), indicator=now(value.indicator), id=_inner(name, now(value.indicator)))
            for name, value in values
        ),
        measures=tuple(
            one._replace(page=now(one.page), id=_inner(now(f"{one.page}/{one.id}"), now(one.page)))
            for one in summary.measures
        ),
        budgets=tuple(one._replace(page=now(one.page), id=now(one.id)) for one in summary.budgets),
    )


def _once(records: Iterable[T], name: Callable[[T], str]) -> Iterable[tuple[str, T]]:
    """Records with their names; one whose name another has already is left out."""
    named: dict[str, T] = {}
    for record in records:
        named.setdefault(name(record), record)
    return named.items()


def _inner(name: str, outer: str) -> str:
    return name.removeprefix(f"{outer}/")
