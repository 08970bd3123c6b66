"""What is compared: a content folder, a deck's file, a loaded compendium or a built deck."""

from __future__ import annotations

from pathlib import Path

from docgen.comparison.change import Comparison
from docgen.comparison.compare import compare
from docgen.fingerprint.package import fingerprint_in, open_deck
from docgen.fingerprint.placed import fingerprint_of
from docgen.fingerprint.values import Fingerprint
from docgen.model import Compendium
from docgen.pipeline import BuiltDeck, Layout, build, load
from docgen.shipped import DEFAULT_LAYOUT

Source = Compendium | BuiltDeck | Path | str


def diff(old: Source, new: Source, layout: Layout = DEFAULT_LAYOUT) -> Comparison:
    """What changed from ``old`` to ``new``: content folders, decks' files, compendia or built decks.

    Content is composed in ``layout``, for the numbers of its pages. True where anything changed. Raises
    DocgenError for a deck that docgen did not build, and for two different compendia.
    """
    before, after = fingerprint_from(old, layout), fingerprint_from(new, layout)
    return compare(before, after, where=str(new) if isinstance(new, str | Path) else "")


def fingerprint_from(source: Source, layout: Layout) -> Fingerprint:
    """The fingerprint of ``source``; content is composed in ``layout``, a deck tells what it was built as.

    Raises DocgenError for what is neither, and for a deck that docgen did not build.
    """
    if isinstance(source, BuiltDeck):
        return fingerprint_of(source.placed)
    if isinstance(source, Compendium):
        return fingerprint_of(build(source, layout).placed)
    path = Path(source)
    if path.is_file() or path.suffix.lower() in (".pptx", ".potx", ".pptm"):
        with open_deck(path) as package:
            return fingerprint_in(package, str(path))
    return fingerprint_of(build(load(path, layout=layout), layout).placed)
