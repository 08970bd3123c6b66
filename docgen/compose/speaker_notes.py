"""Speaker notes: what a page's builder adds, its sources, what its statements rest on, its data line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.errors import CellPosition
from docgen.prose.markup import plain
from docgen.ready import ReadyPage, Trace, line_ranges


def speaker_notes(texts: Iterable[str], page: ReadyPage, words: Mapping[str, str]) -> str:
    """The notes of a page; ``texts`` are its builder's and the data of its figures, ``words`` the pack's.

    >>> page = ReadyPage("p", "table", None, sources=("警察庁",), traces=(Trace("data/deaths.csv", 7, "deaths"),))
    >>> words = {"source": "（出典）", "notes_rests_on": "（根拠）", "notes_data": "（データ）", "notes_lines": "{lines}行"}
    >>> print(speaker_notes((), page, words))
    （出典）警察庁
    （データ）data/deaths.csv 7行
    """
    lines = [
        *(f"{words['source']}{source}" for source in page.sources),
        *((f"{words['notes_rests_on']}{'、'.join(map(plain, page.grounds))}",) if page.grounds else ()),
        *(f"{words['notes_data']}{file}" for file in _files(page.traces, words["notes_lines"])),
    ]
    return "\n\n".join(part for part in (*texts, "\n".join(lines)) if part)


def _files(traces: Iterable[Trace], word: str) -> tuple[str, ...]:
    """Each data file, or sheet of a workbook, with the lines that the page's numbers were read from."""
    files: dict[str, set[int]] = {}
    for trace in traces:
        files.setdefault(str(CellPosition(trace.file, trace.sheet)), set()).add(trace.line)
    return tuple(
        f"{file} {word.format(lines='、'.join(line_ranges(numbers)))}" if any(numbers) else file
        for file, numbers in sorted(files.items())
    )
