"""What a case comes to: a deck that is whole, an error with its place, or what must not be."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable
from pathlib import Path

import docgen
from docgen.errors import DocgenError, DocgenErrors
from docgen.messages import LANGUAGES
from fuzz.bounded import Outcome

DECK = "deck.pptx"
"""The name of a case's deck in its folder."""


def judged(make: Callable[[], bytes], folder: Path) -> Outcome:
    """The outcome of ``make``, whose deck goes into ``folder``."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            data = make()
    except DocgenError as error:
        return refused(error)
    deck = folder / DECK
    deck.write_bytes(data)
    found = [breach for breach in docgen.verify(deck) if breach.level != "notice"]
    return Outcome("invalid", f"{found[0].code}: {str(found[0])[:160]}") if found else Outcome("deck")


def looked(look: Callable[[Path], object], deck: Path) -> Outcome:
    """The outcome of what reads a deck, and makes none."""
    try:
        look(deck)
    except DocgenError as error:
        return refused(error)
    return Outcome("deck")


def refused(error: DocgenError) -> Outcome:
    """The outcome of an error: each that it carries can be said in both languages, and has its place."""
    for one, language in itertools.product((error, *_each(error)), LANGUAGES):
        one.text(language).encode("utf-8", "surrogatepass")
    bare = [one for one in _each(error) if not one.where]
    return Outcome("unplaced", f"{bare[0].code}: {bare[0].what[:120]}") if bare else Outcome("refused")


def _each(error: DocgenError) -> tuple[DocgenError, ...]:
    return error.errors if isinstance(error, DocgenErrors) else (error,)
