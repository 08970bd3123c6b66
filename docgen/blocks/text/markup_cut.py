"""Parting a text with inline markup at a character, so that both parts keep their looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docgen.model.prose import as_markup
from docgen.prose.markup import Span, parse


def cut_markup(text: str, offset: int) -> tuple[str, str]:
    """The text before and from the character ``offset`` of its plain text; both with their markup.

    A line break at the cut belongs to neither.
    """
    before: list[Span] = []
    after: list[Span] = []
    position = 0
    for span in parse(text):
        end = position + len(span.text)
        if end <= offset:
            before.append(span)
        elif position >= offset:
            after.append(span)
        else:
            before.append(replace(span, text=span.text[: offset - position]))
            after.append(replace(span, text=span.text[offset - position :]))
        position = end
    return spelled(before).removesuffix("\n"), spelled(after).removeprefix("\n")


def spelled(spans: Iterable[Span]) -> str:
    """The spans as a text with inline markup; spans of the same look side by side must be one."""
    return "".join(_spelled(span) for span in spans)


def _spelled(span: Span) -> str:
    text = as_markup(span.text)
    if span.bold:
        text = f"**{text}**"
    if span.superscript:
        text = f"{{^|{text}}}"
    if span.colour is not None:
        text = f"{{{span.colour}|{text}}}"
    return f"{{>{span.link}|{text}}}" if span.link is not None else text
