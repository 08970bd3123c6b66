"""How a page of help is set: lines end where Japanese and English lines may, and wide characters count double."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import click

_WIDE = "WFA"  # wide, full-width, and what a Japanese terminal shows as wide


class HelpPage(click.HelpFormatter):
    """A page of help for a terminal of ``width`` columns."""

    def write_text(self, text: str) -> None:
        """Write paragraphs, which are parted by an empty line or a line's end."""
        indent = " " * self.current_indent
        for line in text.splitlines():
            self.write("".join(f"{indent}{part}\n" for part in wrapped(line, self.width - len(indent))) or "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean in two columns; a term that is too long stands on a line of its own."""
        listed = list(rows)
        column = min(max((cells(term) for term, _ in listed), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, meaning in listed:
            beside = cells(term) + col_spacing <= column
            lines = list(wrapped(meaning, max(self.width - self.current_indent - column, 10)))
            first = lines.pop(0) if beside and lines else ""
            self.write(f"{indent}{term}{' ' * (column - cells(term)) if first else ''}{first}\n")
            self.write("".join(f"{indent}{' ' * column}{line}\n" for line in lines))


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text that is ``width`` columns wide.

    >>> list(wrapped("年度ごとに作る。", 8))
    ['年度ごと', 'に作る。']
    """
    # Only a page of help needs the room that sets text.
    from docgen.typeset.opportunities import last_opportunity

    begin = 0
    while begin < len(text):
        over, used = begin, 0
        while over < len(text) and used + cells(text[over]) <= width:
            used += cells(text[over])
            over += 1
        ends_there = over == len(text) or text[over] == " "
        end = over if ends_there else last_opportunity(text, begin, over)
        end = end if end > begin else max(over, begin + 1)
        yield text[begin:end].rstrip()
        begin = end + len(text[end:]) - len(text[end:].lstrip())


def cells(text: str) -> int:
    """The columns of a terminal that a text takes.

    >>> cells("PPTX"), cells("年度")
    (4, 4)
    """
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)
