"""Items of running text: paragraphs and bullets with levels, as blocks and table cells hold them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from docgen.layout.style import TextStyle
from docgen.placed import Align, FontRole, Paragraph
from docgen.typeset.markup import to_runs
from docgen.typeset.text_measure import TextMeasure
from docgen.value import value
from docgen.with_fields import with_fields

# Between a bullet and its text there is at least this much, in em.
BULLET_GAP = 0.2
# The disc of a list is quieter than its text: a part of its size, in the pack's first colour.
_DISC, _DISC_COLOUR, _DISC_SIZE = "●", "blue", 0.7


@value(frozen=True, slots=True)
class TextItem:
    """A paragraph with inline markup. ``level`` indents by one em each; ``bullet`` hangs before the text.

    A bullet is one character (・, ●, ①) or a label such as （注1）, which becomes part of the text.
    """

    text: str
    level: int = 0
    bullet: str | None = None


def texts(lines: Iterable[str], bullet: str | None = None) -> tuple[TextItem, ...]:
    """Items of one level, all with the same bullet."""
    return tuple(TextItem(line, bullet=bullet) for line in lines)


def paragraphs(
    items: Sequence[TextItem], look: TextStyle, measure: TextMeasure, align: Align | None = None
) -> tuple[Paragraph, ...]:
    """The paragraphs of items; no space follows the last, since programs differ in whether it counts."""
    last = len(items) - 1
    return tuple(
        [
            item_paragraph(item, look, measure, align or look.align, 0 if index == last else look.after)
            for index, item in enumerate(items)
        ]
    )


def item_paragraph(item: TextItem, look: TextStyle, measure: TextMeasure, align: Align, after: float) -> Paragraph:
    """The paragraph of an item; a label's text is aligned as its role says."""
    if not item.bullet:
        return Paragraph(look.runs(item.text), look.pitch, align, 0, after, item.level * look.size)
    indent, hanging = item_indents(item, look, measure)
    if len(item.bullet) > 1:
        return labelled(item.bullet, item.text, look, hanging, item.level * look.size, after)
    paragraph = Paragraph(look.runs(item.text), look.pitch, align, 0, after, indent, hanging, item.bullet)
    if item.bullet == _DISC:
        return with_fields(paragraph, bullet_colour=_DISC_COLOUR, bullet_size=_DISC_SIZE)
    return paragraph


def item_indents(item: TextItem, look: TextStyle, measure: TextMeasure) -> tuple[float, float]:
    """Where the text of an item begins, and how far its bullet or label hangs back from there; points."""
    start = item.level * look.size
    if not item.bullet:
        return start, 0
    hanging = _bullet_width(item.bullet, look.size, look.bold, look.font, measure)
    if len(item.bullet) == 1:
        hanging = max(look.size, hanging + BULLET_GAP * look.size)
    return start + hanging, hanging


@functools.lru_cache(maxsize=1024)
def _bullet_width(bullet: str, size: float, bold: bool, font: FontRole, measure: TextMeasure) -> float:
    return measure.runs_width(to_runs(bullet, size=size, bold=bold, font=font))


def labelled(
    label: str, text: str, look: TextStyle, width: float, start: float = 0, after: float | None = None
) -> Paragraph:
    """A text after its label, further lines aligned with the text after the label.

    The first line hangs back by the label's ``width`` (points), so that no tab is needed; ``after`` is the
    look's where it is not given.
    """
    space = look.after if after is None else after
    return Paragraph(look.runs(label + text), look.pitch, look.align, 0, space, start + width, width)
