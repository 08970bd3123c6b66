"""Texts of a placed slide as SVG: each line where docgen's own measures have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape

from docgen.placed import Box, FontRole, Paragraph, Run, TextBody
from docgen.typeset.measured_line import SUPERSCRIPT, Container
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value

# How far a font's letters reach above the base line, in em; what is left of the pitch lies half above them.
_ASCENT = 0.88
_RAISED = 0.33


@value(frozen=True, slots=True)
class TextPainter:
    """Draws texts: ``colours`` gives each palette colour's RGB as SVG has it, ``families`` the two fonts."""

    measure: TextMeasure
    colours: Mapping[str, str]
    families: Mapping[FontRole, str]

    def body(self, body: TextBody, box: Box, container: Container = "shape") -> Iterator[str]:
        """The text of a shape or a cell, a ``text`` element a line."""
        inner = box.inside(body.insets)
        spare = box.height - self.measure.height(body, box.width, container)
        top = inner.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[body.anchor]
        for index, paragraph in enumerate(body.paragraphs):
            top += paragraph.before if index else 0
            for line, runs in enumerate(self._lines(paragraph, inner.width, container)):
                yield from self._line(paragraph, runs, inner, top, is_first=line == 0)
                top += paragraph.pitch
            top += paragraph.after

    def _lines(self, paragraph: Paragraph, width: float, container: Container) -> Iterator[list[Run]]:
        """The runs of each line of a paragraph."""
        left = [run for run in paragraph.runs if run.text]
        for text in self.measure.lines(paragraph, width, container):
            line: list[Run] = []
            need = len(text)
            while need and left:
                run = left.pop(0)
                taken = run.text.lstrip("\n")[:need]
                rest = run.text.lstrip("\n")[need:]
                need -= len(taken)
                line.append(replace(run, text=taken))
                if rest:
                    left.insert(0, replace(run, text=rest))
            yield line

    def _line(self, paragraph: Paragraph, runs: Sequence[Run], box: Box, top: float, *, is_first: bool) -> Iterator[str]:
        size = max((run.size for run in runs), default=0.0)
        base = top + (paragraph.pitch - size) / 2 + _ASCENT * size
        start = box.x + paragraph.indent
        if is_first and paragraph.bullet and runs:
            colour, own = paragraph.bullet_colour or runs[0].colour, runs[0].size * paragraph.bullet_size
            bullet = replace(runs[0], text=paragraph.bullet, size=own, colour=colour, link=None)
            yield self._text([bullet], start - paragraph.hanging, base)
        elif is_first:
            start -= paragraph.hanging
        width = self._width(runs)
        room = box.right - start
        shift = {"left": 0.0, "center": (room - width) / 2, "right": room - width}[paragraph.align]
        for part, place in _between_tabs(runs, paragraph, box.x, start + shift):
            yield self._text(part, place, base)

    def _text(self, runs: Sequence[Run], x: float, base: float) -> str:
        """A line, as wide as it is measured, whatever font the viewer has."""
        inner = "".join(self._span(run) for run in runs)
        width = self._width(runs)
        length = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if width > 0 else ""
        return f'<text x="{x:.2f}" y="{base:.2f}"{length}>{inner}</text>' if inner else ""

    def _width(self, runs: Sequence[Run]) -> float:
        closer = sum(run.spacing * len(run.text) for run in runs)
        return self.measure.runs_width(runs) + closer if runs else 0.0

    def _span(self, run: Run) -> str:
        size = run.size * SUPERSCRIPT if run.superscript else run.size
        look = f'font-size="{size:g}" fill="{self.colours.get(run.colour, "#000")}"'
        family = f' font-family="{escape(self.families[run.font])}, sans-serif"'
        weight = ' font-weight="bold"' if run.bold else ""
        lines = [word for word, drawn in (("underline", run.underline or run.link), ("line-through", run.strike)) if drawn]
        decoration = f' text-decoration="{" ".join(lines)}"' if lines else ""
        raised = f' dy="-{run.size * _RAISED:.2f}"' if run.superscript else ""
        return f"<tspan {look}{family}{weight}{decoration}{raised}>{escape(run.text)}</tspan>"


def _between_tabs(
    runs: Sequence[Run], paragraph: Paragraph, left: float, start: float
) -> Iterator[tuple[list[Run], float]]:
    """The parts of a line between its tabs, each with where it begins: at the next stop that the paragraph names."""
    if not any("\t" in run.text for run in runs):
        yield list(runs), start
        return
    stops = iter(paragraph.tabs)
    place = start
    part: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\t")
        part.append(replace(run, text=first))
        for text in others:
            yield part, place
            place = left + next(stops, place - left + 72)
            part = [replace(run, text=text)]
    yield part, place
