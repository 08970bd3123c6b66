"""A drafted slide: texts for the placeholders and blocks for the slots, not yet measured.

Out of the slide builders, into :mod:`docgen.compose`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial
from typing import Any

from docgen.blocks.block import Block
from docgen.errors import Position
from docgen.layout.pack import LayoutPack
from docgen.model import Page
from docgen.ready import ReadyPage
from docgen.value import value


@value(frozen=True, slots=True)
class Draft:
    """What one slide holds before it is measured.

    ``title`` is the slide's plain title, ``texts`` the texts of placeholders by name (inline markup
    allowed), ``slots`` the blocks by slot. A block that does not fit its slot goes on on further slides.
    """

    id: str
    kind: str
    title: str
    texts: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, Block] = field(default_factory=dict)
    notes: str = ""


Build = Callable[[ReadyPage, Any, LayoutPack], Draft]
"""A slide builder: from a page, its ready record and the pack's looks and words to a draft."""


@value(frozen=True, slots=True)
class Builder:
    """A registered slide builder: the kind that it makes, and how.

    ``record`` is the kind's own record where its pages stand in the content folder's ``pages/``.
    """

    kind: str
    build: Build
    record: type[Page] | None = None

    @property
    def place(self) -> Position:
        """Where the builder is defined, for messages."""
        function: Any = inspect.unwrap(self.build)
        while isinstance(function, partial):
            function = inspect.unwrap(function.func)
        code = getattr(function, "__code__", None) or getattr(type(function).__call__, "__code__", None)
        return Position(code.co_filename, code.co_firstlineno) if code is not None else Position(repr(function), 1)
