"""Breaches against what was accepted: which are accepted, whose acceptance has expired, and which entries are stale."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.breach import Breach
from docgen.review.accepted_file import AcceptedFile
from docgen.review.identity import Identity, deck_of, identity

if TYPE_CHECKING:
    from docgen.model.acceptance import Acceptance


@dataclass(slots=True)
class Settled:
    """Numbers of breaches (from 0), each with the number of its entry: those accepted, and those once accepted.

    ``stale`` are the entries that accept nothing any more.
    """

    accepted: dict[int, int] = field(default_factory=dict)
    expired: dict[int, int] = field(default_factory=dict)
    stale: tuple[int, ...] = ()


def settle(breaches: Sequence[Breach], file: AcceptedFile, checked: Path) -> Settled:
    """Each entry accepts one breach: of its rule, with its values, at its place or moved within its file or shape.

    A breach of its rule at its place with other values has an acceptance that has expired. ``checked`` is the content
    folder or the deck; entries for another deck of its folder are left alone.
    """
    found = {number: identity(breach, checked) for number, breach in enumerate(breaches)}
    own = {number: _written(entry) for number, entry in enumerate(file.entries) if _is_own(entry, checked)}
    settled = Settled()
    settled.accepted |= _pairs(found, own, lambda one: (one.code, one.values, one.place))
    settled.accepted |= _pairs(found, own, lambda one: (one.code, one.values, one.anchor))
    settled.expired |= _pairs(found, own, lambda one: (one.code, one.place))
    settled.expired |= _pairs(found, own, lambda one: (one.code, one.anchor), alone=True)
    settled.stale = tuple(own)
    return settled


def _written(entry: Acceptance) -> Identity:
    return Identity(entry.code, entry.place, entry.values)


def _is_own(entry: Acceptance, checked: Path) -> bool:
    """Whether an entry is for what was checked: not for another deck that lies beside it."""
    deck = deck_of(entry.place)
    return deck in ("", checked.name) or not (checked.parent / deck).is_file()


def _pairs(
    found: dict[int, Identity], own: dict[int, Identity], key: Callable[[Identity], Hashable], alone: bool = False
) -> dict[int, int]:
    """Breaches and entries of one key, in their order, taken out of both; ``alone``: where there is one of each."""
    waiting: dict[Hashable, list[int]] = {}
    for number, written in own.items():
        waiting.setdefault(key(written), []).append(number)
    rivals: dict[Hashable, int] = {}
    for one in found.values():
        rivals[key(one)] = rivals.get(key(one), 0) + 1
    pairs = {}
    for number, one in found.items():
        entries = waiting.get(key(one), [])
        if entries and not (alone and (len(entries) > 1 or rivals[key(one)] > 1)):
            pairs[number] = entries.pop(0)
    for number, entry in pairs.items():
        del found[number], own[entry]
    return pairs
