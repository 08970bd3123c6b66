"""No lonely end of a paragraph: a last line of a character or two is drawn in by setting the text closer.

The heights stay as they were measured, so nothing can overflow where the text is not drawn in after all.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.placed import Paragraph, TextBody
from docgen.typeset.characters import gap_places
from docgen.typeset.measured_line import GAP, READINGS, Container
from docgen.typeset.profile import Told
from docgen.typeset.text_measure import TextMeasure
from docgen.with_fields import with_fields

# A last line of so many characters or fewer is lonely; the full stop counts.
_LONELY = 3
CLOSER = (0.008, 0.016, 0.024, 0.03)
"""How much closer text may be set, in em a character: less than the eye notices."""
# What is set closer than computed, since programs round the advance of each character.
_MARGIN = 1.25
# Two lines are no lower than so many times the pitch, less what is lost where lines are placed on the grid.
_TWO_LINES = 1.9


def drawn_in(
    measure: TextMeasure,
    body: TextBody,
    width: float,
    height: float,
    container: Container,
    told: Sequence[Told] | None = None,
) -> TextBody:
    """A text of this width and height with lonely last lines drawn in where that takes no more than 0.03 em a character.

    ``told`` is what is told of its paragraphs' lines, None where it is not known yet.
    """
    insets, paragraphs = body.insets, body.paragraphs
    if len(paragraphs) == 1 and height - insets.top - insets.bottom < _TWO_LINES * paragraphs[0].pitch:
        # There is no room for a second line, so there is none.
        return body
    inner = width - insets.left - insets.right
    known = measure.body_told(body, width, container) if told is None else told
    drawn = tuple(
        [
            _paragraph(paragraph, each, inner, measure, container)
            for paragraph, each in zip(paragraphs, known, strict=True)
        ]
    )
    return body if drawn == paragraphs else with_fields(body, paragraphs=drawn)


def _paragraph(
    paragraph: Paragraph, told: Told, width: float, measure: TextMeasure, container: Container
) -> Paragraph:
    # One reading has gaps between Japanese and Latin, the other has none.
    gaps = len(gap_places("".join([run.text for run in paragraph.runs])))
    if told.last > _LONELY + gaps * GAP[container]:
        return paragraph
    if any(run.link or run.page_of or "\t" in run.text or "\n" in run.text for run in paragraph.runs):
        return paragraph
    lines = [measure.lines(paragraph, width, container, reading) for reading in READINGS]
    if not any(_is_lonely(each) for each in lines):
        return paragraph
    most = min(len(each) - _is_lonely(each) for each in lines)
    room = width - paragraph.indent
    for closer in CLOSER:
        # Set closer by this much, at least width ÷ size characters a line gain that much room.
        drawn = [measure.lines(paragraph, width + room * closer, container, reading) for reading in READINGS]
        if all(len(each) <= most and not _is_lonely(each) for each in drawn):
            return set_closer(paragraph, closer)
    return paragraph


def set_closer(paragraph: Paragraph, closer: float) -> Paragraph:
    """The paragraph with its characters closer by so many em, so that a line that is wider by that part has room."""
    spacing = -closer * max(run.size for run in paragraph.runs) * _MARGIN
    return with_fields(paragraph, runs=tuple(with_fields(run, spacing=round(spacing, 2)) for run in paragraph.runs))


def drawn_in_room(paragraph: Paragraph, width: float) -> float:
    """How much wider a line of a paragraph may be than ``width`` where it is set closer; 0 where it is not (points)."""
    if not paragraph.runs or not paragraph.runs[0].spacing:
        return 0.0
    size = max(run.size for run in paragraph.runs)
    return (width - paragraph.indent) * -paragraph.runs[0].spacing / (size * _MARGIN)


def _is_lonely(lines: Sequence[str]) -> bool:
    return len(lines) > 1 and len(lines[-1].strip()) <= _LONELY
