"""What a sentence names of the register: by ids, by names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.truth.naming.index import NameIndex
from docgen.truth.naming.markers import Key, markers
from docgen.truth.naming.register import Entity, register
from docgen.value import value

_SHORTEST = 2
_CODE = re.compile(r"[A-Za-z一-龥ァ-ヴー]{1,8}[-.]?[0-9]+(?:[-.][0-9]+)*[号番]?")
_Called = TypeVar("_Called", str, Key)


@value(frozen=True, slots=True)
class Named:
    """The characters ``start`` to ``end`` name ``entity``, by its id (``by_id``) or by one of its names."""

    start: int
    end: int
    entity: Entity
    by_id: bool


class Known:
    """Entities by their ids and names; what two of them are called by names neither."""

    __slots__ = ("_all", "_by_key", "_by_name", "_index", "_kinds", "_named")

    def __init__(self, entities: Iterable[Entity]) -> None:
        every = tuple(entities)
        self._by_key: dict[Key, Entity] = _unique((key, entity) for entity in every for key in entity.keys)
        self._by_name: dict[str, Entity] = _unique(
            (name, entity) for entity in every for name in entity.names if len(name) >= _SHORTEST
        )
        self._kinds = frozenset((entity.of, kind) for entity in every for kind, _ in entity.keys)
        self._all = frozenset(key for entity in every for key in entity.keys)
        values = (value for entity in every for value in entity.attributes.values())
        # A value with a name in it is no mention of the name.
        self._index = NameIndex([*self._by_name, *values])
        self._named: dict[str, Sequence[Named]] = {}

    def named(self, words: str) -> Sequence[Named]:
        """What a sentence names, in its order; an id with digits first of all, then the longest names."""
        if words not in self._named:
            self._named[words] = self._found(words)
        return self._named[words]

    def _found(self, words: str) -> Sequence[Named]:
        ids = [
            Named(marker.start, marker.end, entity, True)
            for marker in markers(words)
            if (entity := self._by_key.get(marker.key)) is not None
        ]
        taken = [(one.start, one.end) for one in ids]
        names = [
            Named(mention.start, mention.end, (entity := self._by_name[mention.name]), _is_code(mention.name, entity))
            for mention in self._index.mentions(words)
            if mention.name in self._by_name
            and not any(mention.start < end and start < mention.end for start, end in taken)
        ]
        return sorted((*ids, *names), key=lambda one: one.start)

    def by_id(self, key: Key) -> Entity | None:
        """The one entity of an id."""
        return self._by_key.get(key)

    def lacks(self, key: Key, of: str) -> bool:
        """Whether a table or list has ids of this kind, and nothing at all has this one."""
        return (of, key[0]) in self._kinds and key not in self._all

    def by_name(self, name: str) -> Entity | None:
        """The one entity that is called so."""
        return self._by_name.get(name)


def known(evidence: Evidence) -> Known:
    """All that some evidence names."""
    return evidence.once(_known)


def _known(evidence: Evidence) -> Known:
    return Known(register(evidence))


def _is_code(name: str, entity: Entity) -> bool:
    """Whether a name is an id and no word: 第014号, 様式第3号, of a thing with another name."""
    return len(entity.names) > 1 and _CODE.fullmatch(name) is not None


def _unique(pairs: Iterator[tuple[_Called, Entity]]) -> dict[_Called, Entity]:
    found: dict[_Called, list[Entity]] = {}
    for key, entity in pairs:
        found.setdefault(key, []).append(entity)
    return {key: entities[0] for key, entities in found.items() if len({(one.keys, one.names) for one in entities}) == 1}
