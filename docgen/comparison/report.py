"""The report of two compendia: what changed, with pictures of the pages before and after."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.comparison.compare import diff
from docgen.comparison.comparison import Comparison
from docgen.comparison.html_report import html_report
from docgen.comparison.page_pictures import BothSides, Side, can_draw, pictures
from docgen.messages import Language
from docgen.pipeline import Layout, build, load
from docgen.render.engine import Asked


@dataclass(frozen=True, slots=True)
class Report:
    """A comparison, and the pages of both decks that are drawn; ``drawn`` is None where nothing draws."""

    comparison: Comparison
    drawn: BothSides | None

    def html(self, language: Language) -> str:
        """The report as one file that needs nothing else."""
        return html_report(self.comparison, self.drawn, language)


def report(old: Path, new: Path, layout: Layout, engine: Asked = "auto") -> Report:
    """The report of two content folders or decks' files, composed in ``layout``.

    Raises DocgenError as comparing does, and for an ``engine`` that is asked for and not there.
    """
    before, after = _side(old, layout), _side(new, layout)
    comparison = diff(before, after, layout)
    if engine == "auto" and not can_draw():
        return Report(comparison, None)
    _, changes = comparison.parted
    pages = frozenset(change.page for change in changes)
    return Report(comparison, pictures(before, after, pages, engine))


def _side(path: Path, layout: Layout) -> Side:
    return build(load(path, layout=layout), layout) if path.is_dir() else path
