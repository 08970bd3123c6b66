"""What a template finds by name or id: ``values["I-1065"]``, ``facts.score``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docgen.errors import DocgenError, nearest
from docgen.model.lookup import one_of


class Names:
    """Things that ``make`` makes by their key; ``kind`` says in messages what they are.

    It has no public attributes, so that in a template ``values["I-1065"].items`` is the value "items".
    """

    __slots__ = ("_keys", "_kind", "_make")

    def __init__(self, kind: str, keys: Iterable[str | int], make: Callable[[Any], Any]) -> None:
        self._kind = kind
        self._keys = tuple(keys)
        self._make = make

    def __getitem__(self, key: str | int) -> Any:
        if key not in self._keys:
            raise unknown_name(self._kind, str(key), self._keys)
        return self._make(key)


def unknown_name(kind: str, name: str, known: Iterable[object]) -> DocgenError:
    """The error for a name that a template does not find; its place is added where the template is known."""
    names = [str(key) for key in known]
    return DocgenError(
        f"the template names {kind} {name!r}, which is not there",
        expected=one_of(names, "a name that is defined"),
        hint=nearest(name, names),
    )
