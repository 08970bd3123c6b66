"""A drafted slide: texts for the placeholders and blocks for the slots, not yet measured.

Out of the slide builders, into :mod:`docgen.compose`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.blocks.block import Block
from docgen.layout.pack import LayoutPack
from docgen.model import Page
from docgen.ready import ReadyPage


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Builder:
    """A registered slide builder: the kind it makes, and where it is defined (for messages).

    ``record`` is the kind's own record where its pages stand in the content folder's ``pages/``.
    """

    kind: str
    build: Build
    origin: str
    record: type[Page] | None = None
