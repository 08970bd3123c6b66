"""A number written into the content, as the text there spells it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from docgen.checks.large_changes import large_change
from docgen.editing.edits import TextEdit
from docgen.editing.source import Source
from docgen.errors import FieldPath
from docgen.messages import Phrase, message
from docgen.model import Quantity
from docgen.model.measured import parted

_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def amount_written(path: FieldPath, number: Decimal, source: Source) -> tuple[TextEdit, ...]:
    """The edit that writes a number in place of the one at ``path``, with the unit and the commas that it has there."""
    spelled = source.scalar(path)
    if _PLAIN.fullmatch(spelled):
        return source.written(path, f"{number:f}", "number")
    words = spelled.strip("'\"")
    amount = parted(words)
    digits, unit = amount if amount is not None else (words, "")
    text = f"{number:,f}" if re.search("[,，]", digits) or "兆" in words else f"{number:f}"
    return source.written(path, f"{text}{unit}")


def kind_of(spelled: str) -> Literal["text", "number"]:
    """What YAML takes a word for that is written without quotes: 2024 is a number, 2024年 a text."""
    return "number" if _PLAIN.fullmatch(spelled) else "text"


def large_change_remark(last: Quantity | None, now: Quantity | None, after: Quantity) -> Phrase:
    """Words for a number that is far from last year's, or from today's where that is not known; "" for another."""
    share = large_change(last if last is not None else now, after)
    if share is None:
        return ""
    percent = share.format(minus="△", sign=True)
    if last is None:
        return message("form-large-change.now", share=percent)
    return message("form-large-change", share=percent)
