"""What was typed into a cell as the number, the period, the word or the text that it means."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from docgen.errors import DocgenError
from docgen.forms.form import AnswerCell
from docgen.forms.returned import FilledCell
from docgen.messages import message
from docgen.model import Period, Quantity
from docgen.model.cells.number import read_number
from docgen.model.lookup import not_among
from docgen.model.measured import parted
from docgen.model.words import plain_word


def number_in(cell: FilledCell, asked: AnswerCell) -> Decimal:
    """The number in a cell, in the unit that is asked for.

    A number may be typed as text, in full-width digits, with its unit or with another unit of money. Raises
    DocgenError for what is no number, or one of another unit.
    """
    text = cell.text.strip()
    if cell.is_percent and asked.unit not in ("%", "％"):
        raise DocgenError("form-percent", where=cell.where, text=text, unit=asked.unit or "－")
    text = text.removesuffix("%") if cell.is_percent else text
    amount, unit = parted(text) or (text, asked.unit)
    try:
        number = read_number(amount)
    except ValueError:
        number = None
    if number is None:
        raise DocgenError("form-not-a-number", where=cell.where, text=cell.text, unit=asked.unit or "－")
    if plain_word(unit) == plain_word(asked.unit):
        return number
    try:
        return Quantity(number, unit).convert(asked.unit).value
    except ValueError as error:
        raise DocgenError("form-other-unit", where=cell.where, text=cell.text, unit=asked.unit or "－") from error


def period_in(cell: FilledCell, asked: AnswerCell) -> Period:
    """The period in a cell; a bare year is of the kind that is asked for. DocgenError for what is no period."""
    wanted = Period.parse(asked.now) if asked.now else None
    text = cell.text.strip()
    try:
        if wanted is not None and re.fullmatch(r"[12][0-9]{3}", unicodedata.normalize("NFKC", text)):
            text = re.sub(r"[0-9]+", unicodedata.normalize("NFKC", text), str(wanted), count=1)
        return Period.parse(text)
    except ValueError as error:
        raise DocgenError("form-not-a-period", where=cell.where, text=cell.text, example=asked.now or "2023年度") from error


def choice_in(cell: FilledCell, asked: AnswerCell) -> str:
    """The one of the words of a choice. DocgenError for another."""
    for word in asked.choices:
        if plain_word(word) == plain_word(cell.text):
            return word
    raise not_among(message("form-not-a-choice", text=cell.text), cell.text, asked.choices, cell.where)


def same_answer(first: FilledCell, second: FilledCell, asked: AnswerCell) -> bool:
    """Whether two cells mean the same answer, however each is typed; where one means nothing, by their words."""
    try:
        if asked.kind == "number":
            return number_in(first, asked) == number_in(second, asked)
        if asked.kind == "period":
            return period_in(first, asked) == period_in(second, asked)
    except DocgenError:
        pass
    return plain_word(first.text) == plain_word(second.text)


def text_in(cell: FilledCell) -> str:
    """The text in a cell, with line breaks and blanks at its ends left out."""
    return "\n".join(line.rstrip() for line in cell.text.replace("\r\n", "\n").strip().split("\n"))
