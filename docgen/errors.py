"""What a user can do wrong, said so that the user can mend it.

A :class:`DocgenError` names what is wrong, where (``file:line:column``, ``workbook!sheet!cell``, or the record, slide
and slot),
what was expected, and a hint. :class:`DocgenErrors` carries all the errors of one folder.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from docgen.messages import Language, Message, Part, Phrase, current_language, message, text_of
from docgen.value import value

T = TypeVar("T")
# Comparing costs as much as there are names, for each name that is wrong.
_MOST_COMPARED = 500


@value(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; ``line`` and ``column`` count from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@value(frozen=True, slots=True, order=True)
class CellPosition:
    """A cell of a workbook; ``row`` and ``column`` count from 1. Without them it is a sheet, without a sheet the workbook.

    >>> str(CellPosition("指標データ.xlsx", "指標", 15, 5)), str(CellPosition("指標データ.xlsx", "指標"))
    ('指標データ.xlsx!指標!E15', '指標データ.xlsx!指標')
    """

    file: str
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The cell's address in its sheet: E15; empty for a whole sheet."""
        return f"{column_letters(self.column)}{self.row}" if self.row else ""

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part)


@value(frozen=True, slots=True, order=True)
class SlidePosition:
    """A shape of a slide in a deck's file, or a cell of its table; slides, rows and columns count from 1.

    >>> str(SlidePosition("資料.pptx", 5, "表 2", 3, 2)), str(SlidePosition("資料.pptx", 5))
    ('資料.pptx!p5!表 2!R3C2', '資料.pptx!p5')
    """

    file: str
    slide: int
    shape: str = ""
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        cell = f"R{self.row}C{self.column}" if self.row else ""
        return "!".join(part for part in (self.file, f"p{self.slide}", self.shape, cell) if part)


def column_letters(number: int) -> str:
    """The letters that a workbook calls a column by, of its number from 1.

    >>> column_letters(5), column_letters(28)
    ('E', 'AB')
    """
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


FieldPath = tuple[str | int, ...]
"""The way to a field of the content or of a layout pack: ``("indicators", "I-1065", "values", 0, "name")``."""

Located = Position | CellPosition | SlidePosition | str
"""The place that a message names: in a file, a workbook or a deck, or in words where there is none."""

Where = Located | Message | None
"""The same, words also as a message of the catalogue; None where the place is unknown."""


def nearest_position(path: FieldPath, positions: Mapping[FieldPath, Position]) -> Position | None:
    """The position of the field at ``path``, or of the nearest one around it; None where there is neither."""
    for length in range(len(path), -1, -1):
        position = positions.get(path[:length])
        if position is not None:
            return position
    return None


class DocgenError(Exception):
    """One thing that is wrong with what a user gave.

    ``code`` names its text in the catalogue (docgen/messages), and ``values`` are what the text names. ``where`` is a
    :class:`Position`, a :class:`CellPosition`, or words that name the place. ``expected`` and ``hint``, where they are
    given, stand for those of the catalogue. ``str`` is the text in the language of the environment, :meth:`text` in a
    stated one.

    >>> error = DocgenError("count-errors", where=Position("data.yaml", 3), count=2)
    >>> print(error)
    data.yaml:3:1: 2 errors
    >>> error.text("ja")
    'data.yaml:3:1: エラー2件'
    """

    def __init__(
        self,
        code: str,
        /,
        *,
        where: Where = None,
        expected: Phrase | None = None,
        hint: Phrase | None = None,
        **values: Hashable,
    ) -> None:
        self.message = message(code, **values)
        self._where = where
        self._expected = expected
        self._hint = hint
        super().__init__(code)

    @classmethod
    def of(
        cls, said: Message, *, where: Where = None, expected: Phrase | None = None, hint: Phrase | None = None
    ) -> DocgenError:
        """The error that says a message."""
        return DocgenError(said.code, where=where, expected=expected, hint=hint, **dict(said.values))

    @classmethod
    def said(
        cls, words: str, *, where: Where = None, expected: str | None = None, hint: str | None = None
    ) -> DocgenError:
        """The error of a user's own code, such as a pack.py, in words of its own.

        >>> print(DocgenError.said("a milestone without a date", where="page roadmap", expected="date: 2024年3月"))
        page roadmap: a milestone without a date
          expected: date: 2024年3月
        """
        return DocgenError("own-words", where=where, expected=expected, hint=hint, words=words)

    def at(self, where: Where) -> DocgenError:
        """The same error at another place."""
        return DocgenError.of(self.message, where=where, expected=self._expected, hint=self._hint)

    @property
    def where(self) -> Located | None:
        """The place: in a file, in a workbook, or in words in the language of the environment."""
        return str(self._where) if isinstance(self._where, Message) else self._where

    @property
    def code(self) -> str:
        """The code of its text in the catalogue."""
        return self.message.code

    @property
    def what(self) -> str:
        """What is wrong, in the language of the environment."""
        return str(self.message)

    @property
    def expected(self) -> str | None:
        """What would have been right, in the language of the environment."""
        return self.part("expected", current_language())

    @property
    def hint(self) -> str | None:
        """What to do, in the language of the environment."""
        return self.part("hint", current_language())

    def part(self, part: Part, language: Language) -> str | None:
        """A part of the error in a language, or None where it has none."""
        given = {"what": None, "expected": self._expected, "hint": self._hint}[part]
        text = self.message.text(language, part) if given is None else text_of(given, language)
        return text or None

    def text(self, language: Language) -> str:
        """The whole error in a language: its place and what is wrong, then what was expected, and the hint."""
        what = self.message.text(language)
        lines = [what if self._where is None else f"{self._place(language)}: {what}"]
        if expected := self.part("expected", language):
            lines.append(f"  {message('label-expected', text=expected).text(language)}")
        if hint := self.part("hint", language):
            lines.append(f"  {message('label-hint', text=hint).text(language)}")
        return "\n".join(lines)

    def _place(self, language: Language) -> str:
        return self._where.text(language) if isinstance(self._where, Message) else str(self._where)

    def __str__(self) -> str:
        return self.text(current_language())

    def __reduce__(self) -> tuple[object, ...]:
        # As values are: the arguments of __init__ are not what Exception keeps.
        return type(self).__new__, (type(self),), self.__dict__


class DocgenErrors(DocgenError):
    """Several errors of one run, in the order of their places."""

    def __init__(self, errors: Iterable[DocgenError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: place_in_order(error.where)))
        super().__init__("count-errors", count=len(self.errors))

    def text(self, language: Language) -> str:
        """All the errors in a language."""
        return "\n".join(error.text(language) for error in self.errors)


class DoesNotFit(DocgenError):
    """What cannot be placed even at the floor of its role and after every split.

    ``room`` and ``need`` are heights in points.
    """

    def __init__(self, *, record: str, slide: str, slot: str, room: float, need: float) -> None:
        where = message("on-slide", slide=slide)
        super().__init__("does-not-fit", where=where, record=record, slot=slot, room=room, need=need)
        self.record = record
        self.slide = slide
        self.slot = slot
        self.room = room
        self.need = need


class WrongValue(ValueError):
    """A value that a record refuses, said by a message of the catalogue; raised in the validators of pydantic.

    ``hint`` goes before the catalogue's.

    >>> str(WrongValue("did-you-mean", name="latest"))
    "did you mean 'latest'?"
    """

    def __init__(self, code: str, /, *, hint: Phrase | None = None, **values: Hashable) -> None:
        self.message = message(code, **values)
        self.hint = hint
        super().__init__(code)

    @classmethod
    def of(cls, said: Message) -> WrongValue:
        """The refusal that says a message."""
        return WrongValue(said.code, hint=None, **dict(said.values))

    def __str__(self) -> str:
        return str(self.message)


def place_in_order(where: Where) -> tuple[str, str, int, int]:
    """A key by which places sort: by file, sheet, line (or row) and column; words stand before the lines of their file."""
    if isinstance(where, Position):
        return (where.file, "", where.line, where.column)
    if isinstance(where, CellPosition):
        return (where.file, where.sheet, where.row, where.column)
    if isinstance(where, SlidePosition):
        return (where.file, where.shape, where.slide, where.row)
    return (str(where or ""), "", 0, 0)


def repeated(items: Iterable[T], key: Callable[[T], object]) -> Iterator[tuple[T, T]]:
    """The items whose key an earlier one has, each with the first item of that key.

    >>> list(repeated(["I-1", "I-2", "i-1"], key=str.lower))
    [('i-1', 'I-1')]
    """
    first: dict[object, T] = {}
    for item in items:
        if key(item) in first:
            yield item, first[key(item)]
        first.setdefault(key(item), item)


def nearest(name: str, names: Iterable[str], likeness: float = 0.5) -> Message | None:
    """A hint that names the entry of ``names`` most like ``name``, or None where none is like it.

    ``likeness`` is how alike they must be at least, from 0 to 1. Of very many names the first 500 are compared.
    """
    compared = [str(other) for other in islice(names, _MOST_COMPARED)]
    # Imported here: most runs have nothing to say.
    import difflib

    matches = difflib.get_close_matches(name, compared, n=1, cutoff=likeness)
    return message("did-you-mean", name=matches[0]) if matches else None
