"""The deck that the starter's content prints, edited by hand, and set against the content."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pptx import Presentation

import docgen
from docgen.breach import Breach
from docgen.opened.deck import opened
from docgen.pipeline import source
from docgen.reconciling.against import reconciled
from docgen.reconciling.source import Source
from support.real_deck import ROOT

STARTER = ROOT / "content" / "starter"


@functools.cache
def starter() -> docgen.Compendium:
    """The starter's content."""
    return docgen.load(STARTER)


@functools.cache
def starter_source() -> Source:
    """What it prints."""
    return source(starter())


@functools.cache
def _bytes() -> bytes:
    return docgen.build(starter()).to_bytes()


def edited(edit: Callable[[Any], None], folder: Path) -> Path:
    """The starter's deck in a folder, after what ``edit`` does to it as a presentation of python-pptx."""
    path = folder / "編集後.pptx"
    path.write_bytes(_bytes())
    presentation = Presentation(str(path))
    edit(presentation)
    presentation.save(str(path))
    return path


def found(edit: Callable[[Any], None]) -> tuple[Breach, ...]:
    """What is found in the edited deck against the content."""
    with tempfile.TemporaryDirectory() as folder:
        return reconciled(opened(edited(edit, Path(folder))), starter_source()).breaches
