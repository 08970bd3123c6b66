"""Lines that end where a reader would pause, in every program.

A text whose lines would end inside a number with its unit, a date or a short bracket, whose last line would be of a
character or two, or that one program would set in more lines than were measured, gets soft breaks: lines that fit
whichever way a program sets them. So does a short text, such as a title, a head or a label, whose lines would end
inside a phrase. It takes no more lines than it has room for, and a soft break is no part of the text. Where no break
keeps a number with its unit, the text is set closer by what the eye does not notice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from docgen.compose.orphans import CLOSER, drawn_in_room, set_closer
from docgen.compose.reading_costs import LONELY, has_loanword, is_short
from docgen.compose.soft_lines import soft_ends
from docgen.placed import Paragraph, TextBody
from docgen.typeset.measured_line import Container
from docgen.typeset.profile import Told
from docgen.typeset.text_measure import TextMeasure
from docgen.typeset.together import inside_units
from docgen.with_fields import with_fields

# What may be lost where lines are placed on the grid (points).
_ROUNDING = 0.1
# The part of what is left free above and below a text that it gives for a line more.
_GIVEN = 0.2


def broken_well(
    measure: TextMeasure,
    body: TextBody,
    width: float,
    height: float,
    container: Container,
    told: Sequence[Told] | None = None,
) -> TextBody:
    """A text of this width and height with soft breaks where it would else break badly; its box stays as it is.

    ``told`` is what is told of its paragraphs' lines, None where it is not known yet.
    """
    room = width - body.insets.left - body.insets.right
    for index, paragraph in enumerate(body.paragraphs):
        inner = room + drawn_in_room(paragraph, room)
        known = measure.told(paragraph, inner, container) if told is None else told[index]
        if _breaks_well_for_sure(paragraph, known):
            continue
        room_for_more = partial(_holds_another, measure, body, width, height, container, paragraph.pitch)
        broken, is_longer = _paragraph(paragraph, inner, measure, container, room_for_more)
        if broken is not paragraph and not _is_measured_longer(broken, paragraph, room, measure, container):
            paragraphs = list(body.paragraphs)
            paragraphs[index] = broken
            body = TextBody(tuple(paragraphs), body.insets, body.anchor)
            if is_longer and _has_more_lines(broken, paragraph, inner, measure, container):
                body = _inside(measure, body, width, height, container)
    return body


def _inside(measure: TextMeasure, body: TextBody, width: float, height: float, container: Container) -> TextBody:
    """The text with as much less above and below it as it is higher than its box or cell for a line that it took more."""
    lack = _drawn_height(measure, body, width, container) - height
    if lack <= _ROUNDING:
        return body
    insets = body.insets
    kept = 1 - lack / (insets.top + insets.bottom)
    return with_fields(body, insets=with_fields(insets, top=insets.top * kept, bottom=insets.bottom * kept))


def _paragraph(
    paragraph: Paragraph, width: float, measure: TextMeasure, container: Container, room_for_more: Callable[[], bool]
) -> tuple[Paragraph, bool]:
    """The paragraph with soft breaks, and whether they are for a line more than it has by itself; set closer where it
    takes that to keep together what is one."""
    breaks, read_badly, is_longer = soft_ends(paragraph, width, measure, container, room_for_more)
    if read_badly and not any(run.link or run.spacing for run in paragraph.runs):
        for closer in CLOSER:
            wider = width + (width - paragraph.indent) * closer
            drawn_in, still_badly, is_longer_so = soft_ends(paragraph, wider, measure, container, room_for_more)
            if not still_badly:
                return with_fields(set_closer(paragraph, closer), breaks=drawn_in), is_longer_so
    return (with_fields(paragraph, breaks=breaks) if breaks else paragraph), is_longer


def _is_measured_longer(
    broken: Paragraph, paragraph: Paragraph, width: float, measure: TextMeasure, container: Container
) -> bool:
    """Whether a text that is set closer, which heights do not know, would be taken to have more lines than it had."""
    return bool(broken.runs[0].spacing) and _has_more_lines(broken, paragraph, width, measure, container)


def _has_more_lines(
    broken: Paragraph, paragraph: Paragraph, width: float, measure: TextMeasure, container: Container
) -> bool:
    return measure.line_count(broken, width, container) > measure.line_count(paragraph, width, container)


def _breaks_well_for_sure(paragraph: Paragraph, told: Told) -> bool:
    """Whether nothing needs to be looked at: one line, or a sentence without numbers and loanwords whose end is long;
    told without breaking it. A paragraph with tabs or numbers of pages is left as it is."""
    fewest, most, last = told
    if most == 1 or any(run.page_of or "\t" in run.text for run in paragraph.runs):
        return True
    text = "".join([run.text for run in paragraph.runs])
    return (
        fewest == most
        and not is_short(text, int(most))
        and not inside_units(text)
        and not has_loanword(text)
        and last > LONELY + 1
    )


def _holds_another(
    measure: TextMeasure, body: TextBody, width: float, height: float, container: Container, pitch: float
) -> bool:
    """Whether a text has room for another line in its box or cell, a part of what is left free above and below included."""
    given = (body.insets.top + body.insets.bottom) * _GIVEN
    return _drawn_height(measure, body, width, container) + pitch <= height + max(_ROUNDING, given)


def _drawn_height(measure: TextMeasure, body: TextBody, width: float, container: Container) -> float:
    """The height of a text as it is drawn: what is set closer has fewer lines than heights know."""
    room = width - body.insets.left - body.insets.right
    height = measure.height(body, width, container)
    for paragraph in body.paragraphs:
        if more := drawn_in_room(paragraph, room):
            lines = measure.line_count(paragraph, room, container) - measure.line_count(paragraph, room + more, container)
            height -= lines * paragraph.pitch
    return height
