r"""Inline markup of prose, and nothing more than this:

==================  ================================================================
``**bold**``        bold; a second ``**`` ends it
``{red|text}``      a colour of the layout pack, here red
``{^|2}``           superscript
``{>I-1065|text}``  a link to a slide's id, a web page or mail
``{/}``             a line break (a line feed in the text is one too)
``\{ \} \| \* \\``  these characters themselves
==================  ================================================================

Tags nest: ``{red|**強調** {^|注1}}``. A single ``*`` and a ``|`` outside a tag stand for themselves. Since
prose is first a jinja2 template, no tag begins with two braces, ``{%`` or ``{#``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from docgen.errors import DocgenError, Where
from docgen.messages import Message, message
from docgen.placed.address import address_fault, leads_out
from docgen.value import value

_TOKEN = re.compile(
    r"\\(?P<literal>[{}|*\\])|(?P<bold>\*\*)|(?P<br>\{/\})|\{(?P<tag>>[^{}|]+|[^{}|\s\\]+)\||(?P<brace>[{}])"
)
_NO_ID = re.compile(r"[\s\\]")
_COLOUR = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@value(frozen=True, slots=True)
class Span:
    """Characters of one look; ``colour`` and ``link`` are None where the text says nothing of them."""

    text: str
    bold: bool = False
    colour: str | None = None
    superscript: bool = False
    link: str | None = None


@value(frozen=True, slots=True)
class _Opened:
    """A tag or ``**`` that waits for its end: where it stands, how it is spelled, the look before it."""

    offset: int
    spelled: str
    before: Span


def has_markup(text: str) -> bool:
    """Whether a text has a character that may be markup: one without any is its own single span."""
    return "{" in text or "*" in text or "\\" in text or "}" in text


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Span, ...]:
    """The spans of a text with inline markup, none of them empty: two of ``**強調**の文``.

    DocgenError, with the offset in the text, where a tag is not closed, closed twice, or unknown.
    """
    if not has_markup(text):
        return (Span(text),) if text else ()
    spans: list[Span] = []
    opened: list[_Opened] = []
    look = Span("")
    position = 0
    for token in _TOKEN.finditer(text):
        _append(spans, look, text[position : token.start()])
        position = token.end()
        if token["literal"]:
            _append(spans, look, token["literal"])
        elif token["br"]:
            _append(spans, look, "\n")
        elif token["bold"] and not (opened and opened[-1].spelled == "**"):
            opened.append(_Opened(token.start(), "**", look))
            look = replace(look, bold=True)
        elif token["tag"]:
            opened.append(_Opened(token.start(), token[0], look))
            look = _tagged(look, token["tag"], text, token.start())
        else:
            look = _close(opened, token[0], text, token.start()).before
    _append(spans, look, text[position:])
    if opened:
        raise _error(message("markup-not-closed", markup=opened[0].spelled), text, opened[0].offset)
    return tuple(spans)


def with_sound_markup(text: str, where: Where) -> str:
    """The text itself. DocgenError at its place, ``where``, for markup that cannot be right."""
    try:
        parse(text)
    except DocgenError as error:
        raise error.at(where) from error
    return text


def plain(text: str) -> str:
    """The text without its markup."""
    return "".join([span.text for span in parse(text)])


def _append(spans: list[Span], look: Span, text: str) -> None:
    if not text:
        return
    if spans and _look(spans[-1]) == _look(look):
        text = spans.pop().text + text
    spans.append(Span(text, *_look(look)))


def _look(span: Span) -> tuple[bool, str | None, bool, str | None]:
    return span.bold, span.colour, span.superscript, span.link


def _tagged(look: Span, tag: str, text: str, offset: int) -> Span:
    if tag == "^":
        return replace(look, superscript=True)
    if tag[0] == ">" and len(tag) > 1:
        return replace(look, link=_sound_link(tag[1:], text, offset))
    if _COLOUR.fullmatch(tag):
        return replace(look, colour=tag)
    raise _error(message("markup-unknown", tag=tag), text, offset)


def _sound_link(link: str, text: str, offset: int) -> str:
    """The link itself. DocgenError for an address that nothing can follow, and for what can be no slide's id."""
    fault = address_fault(link) if leads_out(link) else None
    if fault is None and not leads_out(link) and _NO_ID.search(link):
        fault = message("markup-unknown", tag=f">{link}")
    if fault is not None:
        raise _error(fault, text, offset)
    return link


def _close(opened: list[_Opened], spelled: str, text: str, offset: int) -> _Opened:
    if spelled == "{":
        raise _error(message("brace-without-markup"), text, offset)
    if not opened:
        raise _error(message("markup-closes-nothing", markup=spelled), text, offset)
    last = opened.pop()
    if (last.spelled == "**") != (spelled == "**"):
        fault = message("markup-not-closed-before", markup=last.spelled, other=spelled)
        raise _error(fault, text, last.offset)
    return last


def _error(fault: Message, text: str, offset: int) -> DocgenError:
    around = text[max(0, offset - 10) : offset + 20].replace("\n", " ")
    return DocgenError("markup-wrong", fault=fault, character=offset + 1, around=around)
