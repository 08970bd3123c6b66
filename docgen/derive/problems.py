"""The errors that are met while pages are derived, so that one run tells them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from docgen.errors import DocgenError, DocgenErrors

T = TypeVar("T")
K = TypeVar("K")


class Problems:
    """Errors in the order in which they were met."""

    def __init__(self) -> None:
        self._errors: list[DocgenError] = []

    def add(self, error: DocgenError) -> None:
        """Keep an error; the derivation goes on."""
        self._errors.append(error)

    def attempt(self, work: Callable[[], T], otherwise: T) -> T:
        """The result of ``work``; where it fails its error is kept, and the result is ``otherwise``."""
        try:
            return work()
        except DocgenError as error:
            self.add(error)
            return otherwise

    def each(self, work: Callable[[K], T], keys: Iterable[K]) -> tuple[T, ...]:
        """What ``work`` makes of each key. A key for which it fails is left out, its error kept."""
        results: list[T] = []
        for key in keys:
            try:
                results.append(work(key))
            except DocgenError as error:
                self.add(error)
        return tuple(results)

    def raise_all(self) -> None:
        """Raise DocgenErrors with every error, each once; nothing where there is none."""
        errors = {str(error): error for error in self._errors}
        if errors:
            raise DocgenErrors(errors.values())
