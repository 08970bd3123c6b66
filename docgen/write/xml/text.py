"""Text bodies as DrawingML: paragraphs of exact pitch, runs with size, weight, colour, font and language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter

from docgen.placed import (
    Align,
    Anchor,
    FontRole,
    Insets,
    Paragraph,
    PlaceholderForm,
    Run,
    TabAlign,
    TextBody,
    texts_with_soft_breaks,
)
from docgen.write.xml import escape, identity
from docgen.write.xml.colour import Colours
from docgen.write.xml.units import EMU_PER_POINT, emu, hundredths

LANGUAGE = 'lang="ja-JP" altLang="en-US"'
ALIGNMENTS: dict[Align, str] = {"left": "l", "center": "ctr", "right": "r"}
_TAB_ALIGNMENTS: dict[TabAlign, str] = {"left": "l", "right": "r"}
ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
FONTS: dict[FontRole, str] = {
    "heading": '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>',
    "body": '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>',
}
_FIELD_ID = identity.guid("field", "slide-number")
_RESETS = {"cap": ' cap="none"', "spc": ' spc="0"'}

# Stands for a soft break while a paragraph is spelled; no text has this sign.
SOFT_BREAK = "\v"
_AT_BREAKS, _AT_BREAKS_AND_TABS = re.compile(f"([\n{SOFT_BREAK}])"), re.compile(f"([\n{SOFT_BREAK}\t])")

# A paragraph without characters still has a height; one point keeps an empty cell from growing its row.
EMPTY_PARAGRAPH = (
    f'<a:p><a:pPr><a:lnSpc><a:spcPts val="100"/></a:lnSpc></a:pPr><a:endParaRPr {LANGUAGE} sz="100"/></a:p>'
)


RunLook = tuple[str, str]
"""The attributes and the child elements of a run's properties, without its link."""

# The attributes that the properties of a run, and of a paragraph, follow from.
_RUN_LOOK = attrgetter("size", "bold", "colour", "font", "superscript", "spacing", "strike")
_PARAGRAPH_LOOK = attrgetter(
    "pitch", "align", "before", "after", "indent", "hanging", "bullet", "bullet_colour", "bullet_size", "tabs", "tab_align"
)


@dataclass(slots=True)
class _Looks:
    """Looks of runs and paragraphs that are spelled already, in the placeholder ``form`` or in none."""

    form: PlaceholderForm | None
    runs: dict[tuple[object, ...], RunLook] = field(default_factory=dict)
    paragraphs: dict[tuple[object, ...], str] = field(default_factory=dict)


@dataclass(slots=True)
class TextContext:
    """What text needs to know of the slide that it stands on.

    ``link`` gives the ``a:hlinkClick`` of a slide's id or a URL. ``form`` is the placeholder whose look the
    text takes over: what equals it is not written again, so that the slide master still rules it.
    ``number_of`` is the slide's id where the text stands in the place of its number, which is a field.
    A look of a run or a paragraph is spelled once and then remembered, for each placeholder of the design apart.
    """

    colours: Colours
    link: Callable[[str], str]
    form: PlaceholderForm | None = None
    number_of: str | None = None
    _known: dict[int, _Looks] = field(default_factory=dict)
    _looks: _Looks = field(init=False)

    def __post_init__(self) -> None:
        # What is known of a form holds it, so that its id stays its own.
        known = self._known.get(id(self.form))
        self._looks = known or self._known.setdefault(id(self.form), _Looks(self.form))

    def on_slide(self, link: Callable[[str], str]) -> TextContext:
        """The context of a slide with links of its own; looks are the same on every slide."""
        return TextContext(self.colours, link, _known=self._known)

    def in_placeholder(self, form: PlaceholderForm, number_of: str | None) -> TextContext:
        """The context of a placeholder's text, whose looks are spelled in another way."""
        return TextContext(self.colours, self.link, form, number_of, self._known)

    def run_look(self, run: Run) -> RunLook:
        """How the look of a run is spelled."""
        key = (*_RUN_LOOK(run), run.underline and not run.link)
        runs = self._looks.runs
        if key not in runs:
            runs[key] = _run_look(run, self)
        return runs[key]

    def paragraph_properties(self, paragraph: Paragraph) -> str:
        """The ``a:pPr`` of a paragraph, nothing where it says nothing."""
        key = _PARAGRAPH_LOOK(paragraph)
        paragraphs = self._looks.paragraphs
        if key not in paragraphs:
            paragraphs[key] = _paragraph_properties(paragraph, self)
        return paragraphs[key]


def body_properties(insets: Insets, anchor: Anchor) -> str:
    """The ``a:bodyPr`` of a text box or shape: exact insets, wrapped, never fitted by the program."""
    left, top = round(insets.left * EMU_PER_POINT), round(insets.top * EMU_PER_POINT)
    right, bottom = round(insets.right * EMU_PER_POINT), round(insets.bottom * EMU_PER_POINT)
    return (
        f'<a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" '
        f'anchor="{ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def paragraphs(body: TextBody, context: TextContext) -> str:
    """The ``a:p`` elements of a text body; at least one, as the schema wants."""
    if not body.paragraphs:
        return EMPTY_PARAGRAPH
    return "".join([_paragraph(paragraph, context) for paragraph in body.paragraphs])


def _paragraph(paragraph: Paragraph, context: TextContext) -> str:
    texts = texts_with_soft_breaks(paragraph, SOFT_BREAK) if paragraph.breaks else [run.text for run in paragraph.runs]
    looks = [context.run_look(run) for run in paragraph.runs]
    runs = "".join([_run(*told, context) for told in zip(paragraph.runs, texts, looks, strict=True)])
    end = ""
    if looks:
        end = f"<a:endParaRPr {looks[-1][0]}/>"
    elif context.form is None:
        end = f'<a:endParaRPr {LANGUAGE} sz="{hundredths(max(1.0, paragraph.pitch / 1.4))}"/>'
    return f"<a:p>{context.paragraph_properties(paragraph)}{runs}{end}</a:p>"


def _paragraph_properties(paragraph: Paragraph, context: TextContext) -> str:
    form = context.form
    attributes = f' marL="{emu(paragraph.indent)}" indent="{-emu(paragraph.hanging)}"'
    # LibreOffice drops the tab stops of a paragraph that states its indents, were they zero.
    unsaid = form is not None or bool(paragraph.tabs)
    inherited = (form.indent, form.hanging) if form is not None else (0, 0)
    if unsaid and (paragraph.indent, paragraph.hanging) == inherited:
        attributes = ""
    if form is None or paragraph.align != form.align:
        attributes += f' algn="{ALIGNMENTS[paragraph.align]}"'
    children = ""
    if paragraph.pitch > 0 and (form is None or paragraph.pitch != form.pitch):
        children = _space("lnSpc", paragraph.pitch)
    if form is None or (paragraph.before, paragraph.after) != (form.before, form.after):
        children += _space("spcBef", paragraph.before) + _space("spcAft", paragraph.after)
    if paragraph.bullet:
        if paragraph.bullet_colour is not None:
            children += f"<a:buClr>{context.colours.element(paragraph.bullet_colour)}</a:buClr>"
        if paragraph.bullet_size != 1:
            children += f'<a:buSzPct val="{round(paragraph.bullet_size * 100_000)}"/>'
        children += f'<a:buFont typeface="+mn-ea"/><a:buChar char="{escape.attribute(paragraph.bullet)}"/>'
    elif form is None or form.bullet:
        children += "<a:buNone/>"
    if paragraph.tabs:
        align = _TAB_ALIGNMENTS[paragraph.tab_align]
        stops = "".join(f'<a:tab pos="{emu(stop)}" algn="{align}"/>' for stop in paragraph.tabs)
        children += f"<a:tabLst>{stops}</a:tabLst>"
    return f"<a:pPr{attributes}>{children}</a:pPr>" if attributes or children else ""


def _space(tag: str, points: float) -> str:
    return f'<a:{tag}><a:spcPts val="{hundredths(points)}"/></a:{tag}>'


def _run(run: Run, text: str, look: RunLook, context: TextContext) -> str:
    """A run as it is spelled with its text, in which signs stand for soft breaks."""
    if not text:
        return ""
    attributes, children = look
    if run.link:
        # Linked text keeps its colour and gets no line under it: the look of a link is the layout's matter.
        attributes += ' u="none"'
        children += context.link(run.link)
    properties = f"<a:rPr {attributes}>{children}</a:rPr>" if children else f"<a:rPr {attributes}/>"
    if run.page_of is not None and run.page_of == context.number_of:
        return slide_number_field(text, properties)
    if "\n" in text or SOFT_BREAK in text or (run.link and "\t" in text):
        return _in_pieces(text, look, properties, is_linked=bool(run.link))
    return f"<a:r>{properties}<a:t>{escape.text(text)}</a:t></a:r>"


def _in_pieces(text: str, look: RunLook, properties: str, *, is_linked: bool) -> str:
    """A run with line breaks, which are elements, or with tabs in a link.

    A break that is no part of the text says of itself that it is not to be proofed, by which it is known again. A tab
    goes without the link: LibreOffice draws linked text as a field, in which a tab has no width.
    """
    attributes, children = look
    unlinked = f"<a:rPr {attributes}>{children}</a:rPr>"
    pieces = _AT_BREAKS_AND_TABS.split(text) if is_linked else _AT_BREAKS.split(text)
    xml = ""
    for piece in pieces:
        if piece == "\n":
            xml += f"<a:br>{unlinked}</a:br>"
        elif piece == SOFT_BREAK:
            xml += f'<a:br><a:rPr {attributes} noProof="1">{children}</a:rPr></a:br>'
        elif piece:
            own = unlinked if piece == "\t" else properties
            xml += f"<a:r>{own}<a:t>{escape.text(piece)}</a:t></a:r>"
    return xml


def slide_number_field(text: str, properties: str) -> str:
    """The field that shows a slide's number; ``text`` is what it shows now."""
    return f'<a:fld id="{_FIELD_ID}" type="slidenum">{properties}<a:t>{escape.text(text)}</a:t></a:fld>'


def _run_look(run: Run, context: TextContext) -> RunLook:
    form = context.form
    attributes = LANGUAGE
    if form is None or run.size != form.size:
        attributes += f' sz="{hundredths(run.size)}"'
    if form is None or run.bold != form.bold:
        attributes += f' b="{int(run.bold)}"'
    if run.underline and not run.link:
        attributes += ' u="sng"'
    if run.strike:
        attributes += ' strike="sngStrike"'
    if run.spacing:
        attributes += f' spc="{hundredths(run.spacing)}"'
    if run.superscript:
        attributes += ' baseline="30000"'
    if form is not None:
        # What the layout adds and the measure does not know of.
        attributes += "".join(_RESETS[name] for name in form.resets if not (name == "spc" and run.spacing))
    children = ""
    if form is None or run.colour != form.colour:
        children = context.colours.fill(run.colour)
    if form is None or run.font != form.font:
        children += FONTS[run.font]
    return attributes, children
