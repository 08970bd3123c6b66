"""Texts in the placeholders of a slide layout, each at the largest size that fits its box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.blocks.memory import Memory
from docgen.compose.shape_links import link_of_all, unlinked
from docgen.compose.title_breaks import broken_at_pauses
from docgen.errors import DoesNotFit
from docgen.layout.pack import PlaceholderSpec, Role, SlideLayout
from docgen.layout.style import Style, TextStyle
from docgen.placed import Box, Mark, Paragraph, Run, TextBody, TextMark
from docgen.placed.box import fits

_SIZE_STEP = 0.5
# A last line of so many characters or fewer is lonely.
_LONELY = 3
# Where the placeholders of a kind come in the reading order: before the slide's body, or at its end.
_FOOT = 2
_ORDER = {"title": 0, "footer": _FOOT, "date": _FOOT, "slide_number": _FOOT}


def placeholder_marks(
    slide: str, record: str, layout: SlideLayout, texts: Mapping[str, str], style: Style, memory: Memory
) -> tuple[TextMark, ...]:
    """A mark for each placeholder that has a text, in the layout's order, the title first, the foot's last.

    The slide number's text is filled in when pages are counted. Raises :class:`DoesNotFit` for a text
    that is too long for its placeholder at the floor of its role. ``memory`` is the deck's: many pages have
    the same section, analysis item and footer.
    """
    marks = []
    for name, spec in layout.placeholders.items():
        if spec.kind == "slide_number":
            marks.append(_number(slide, name, spec, style))
        elif text := _text_of(name, spec, texts):
            marks.append(_text(slide, record, name, spec, text, style, memory))
    return tuple(sorted(marks, key=lambda mark: _place(mark, layout)))


def in_reading_order(
    placeholders: Iterable[TextMark], body: Iterable[Mark], layout: SlideLayout
) -> tuple[Mark, ...]:
    """The marks of a slide as they are read: its title and what stands beside it, its body, then its foot."""
    head: list[Mark] = []
    foot: list[Mark] = []
    for mark in placeholders:
        (head if _place(mark, layout) < _FOOT else foot).append(mark)
    return (*head, *body, *foot)


def _place(mark: TextMark, layout: SlideLayout) -> int:
    """Where a placeholder's mark comes in the reading order."""
    return _ORDER.get(layout.placeholders[str(mark.placeholder)].kind, 1)


def _text_of(name: str, spec: PlaceholderSpec, texts: Mapping[str, str]) -> str:
    """What a placeholder prints: its own text, with the slide's in it, else the slide's text of its name."""
    return texts.get(name, "") if spec.text is None else spec.text.format_map(_Texts(texts)).strip()


class _Texts(dict[str, str]):
    """The texts of a slide by placeholder; one that it does not have is empty."""

    def __missing__(self, name: str) -> str:
        return ""


def _number(slide: str, name: str, spec: PlaceholderSpec, style: Style) -> TextMark:
    role = style.pack.roles[spec.role]
    run = Run("", role.size, role.bold, role.colour, spec.font_of(role), page_of=slide)
    paragraph = Paragraph((run,), round(role.size * role.pitch, 2), spec.align or role.align)
    return TextMark(f"{slide}/{name}", Box(*spec.box), TextBody((paragraph,), spec.margins, spec.anchor), name)


def _text(
    slide: str, record: str, name: str, spec: PlaceholderSpec, text: str, style: Style, memory: Memory
) -> TextMark:
    fitting = memory.once(_fitted, text, spec, style)
    role = style.pack.roles[spec.role]
    if fitting is None:
        box = Box(*spec.box)
        need = style.measure.height(_body(text, role, spec, role.floor), box.width)
        raise DoesNotFit(record=record, slide=slide, slot=name, room=box.height, need=need)
    link = link_of_all(_linked_body(text, role, spec, role.size)) if spec.fill else None
    return TextMark(f"{slide}/{name}", Box(*spec.box), fitting, name, link)


def _fitted(text: str, spec: PlaceholderSpec, style: Style) -> TextBody | None:
    """The text at the largest size that fits and reads well; None where it does not fit at the floor."""
    role = style.pack.roles[spec.role]
    fitting = _at_stated_size(text, role, spec, style) or _at_any_size(text, role, spec, style)
    if fitting is not None and spec.kind == "title":
        return _at_pauses(fitting, spec.box[2], style)
    return fitting


def _at_stated_size(text: str, role: Role, spec: PlaceholderSpec, style: Style) -> TextBody | None:
    """The text on one line at the role's size, else on two at the size for two; None where neither holds it."""
    if role.two_lines is None:
        return None
    box = Box(*spec.box)
    for lines, size in ((1, role.size), (2, role.two_lines)):
        body = _body(text, role, spec, size)
        upright = lines * body.paragraphs[0].pitch + body.insets.top + body.insets.bottom
        if fits(style.measure.height(body, box.width), min(box.height, upright)):
            return body
    return None


def _at_any_size(text: str, role: Role, spec: PlaceholderSpec, style: Style) -> TextBody | None:
    """The text at the largest size down to the floor that fits and reads well, else at the largest that fits."""
    box = Box(*spec.box)
    fitting: TextBody | None = None
    size = role.size if role.two_lines is None else role.two_lines
    while True:
        body = _body(text, role, spec, size)
        if fits(style.measure.height(body, box.width), box.height):
            fitting = fitting or body
            if _reads_well(body, spec, box.width, style):
                return body
        if size <= role.floor:
            return fitting
        size = max(role.floor, size - _SIZE_STEP)


def _at_pauses(body: TextBody, width: float, style: Style) -> TextBody:
    inner = width - body.insets.left - body.insets.right
    paragraphs = tuple(broken_at_pauses(paragraph, inner, style.measure) for paragraph in body.paragraphs)
    return TextBody(paragraphs, body.insets, body.anchor)


def _reads_well(body: TextBody, spec: PlaceholderSpec, width: float, style: Style) -> bool:
    """Whether no smaller size would read better: no line that should be one wraps, no last line is lonely."""
    inner = width - body.insets.left - body.insets.right
    for paragraph in body.paragraphs:
        if style.measure.surely_one_line(paragraph, inner):
            continue
        lines = style.measure.lines(paragraph, inner)
        if len(lines) > 1 and (spec.one_line or len(lines[-1].strip()) <= _LONELY):
            return False
    return True


def _body(text: str, role: Role, spec: PlaceholderSpec, size: float) -> TextBody:
    """The text at a size. What all of it leads to is a filled placeholder's own link, not the text's."""
    body = _linked_body(text, role, spec, size)
    return unlinked(body) if spec.fill and link_of_all(body) else body


def _linked_body(text: str, role: Role, spec: PlaceholderSpec, size: float) -> TextBody:
    look = TextStyle(
        size=size,
        pitch=round(size * role.pitch, 2),
        bold=role.bold,
        colour=role.colour,
        font=spec.font_of(role),
        align=spec.align or role.align,
        after=0,
    )
    paragraphs = tuple(look.paragraph(line) for line in text.split("\n"))
    return TextBody(paragraphs, spec.margins, spec.anchor)
