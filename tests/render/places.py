"""Texts where they were placed, in every program: ``python -m tests.render.places [PACK ...] [--placed]``.

The FY2023 compendium is drawn by LibreOffice and by ONLYOFFICE in each pack (all that are shipped, where none is
named), and what the PDFs show is counted: texts that leave their boxes, last lines of a character or two, dates and
numbers parted from their units, heads parted inside a word. ``--placed`` counts the lines as they were measured, in
both readings, without drawing. Exits with 1 where anything is found. ONLYOFFICE is looked for where
DOCGEN_DOCUMENT_BUILDER says, the Python of an environment with ``document-builder``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.bad_lines import bad_lines
from support.document_builder import MISSING, document_builder, drawn_by_onlyoffice
from support.drawn_lines import left_places, paragraph_lines
from support.real_deck import ROOT, built

from docgen.layout.style import measure_of
from docgen.pipeline import BuiltDeck
from docgen.placed import Paragraph, ShapeMark, TableMark, TextBody, TextMark
from docgen.typeset.measured_line import Container, Reading

Found = tuple[int, str, str]
"""A page, the kind of what was found there, and where or what it is."""
Draw = Callable[[bytes], bytes]


def drawn_by_libreoffice(program: str, deck: bytes) -> bytes:
    """The PDF of a deck."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "deck.pptx"
        source.write_bytes(deck)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
        return source.with_suffix(".pdf").read_bytes()


def on_pages(deck: BuiltDeck, pdf: bytes) -> Iterator[Found]:
    """What is wrong on the drawn pages of a deck."""
    yield from ((page, "left its place", name) for page, name in left_places(deck.placed, pdf))
    for page, _, is_head, lines in paragraph_lines(deck.placed, pdf):
        yield from ((page, kind, "｜".join(lines)) for kind in bad_lines(lines, is_head=is_head))


def as_placed(deck: BuiltDeck, reading: Reading) -> Iterator[Found]:
    """What is wrong with the lines of a deck as they are measured."""
    for page, slide in enumerate(deck.placed.slides, start=1):
        for mark in slide.marks:
            if isinstance(mark, TableMark):
                for row, cell, box in mark.cells():
                    yield from _in_body(deck, cell.body, box.width, "cell", reading, page, row < mark.header_rows)
            elif isinstance(mark, (TextMark, ShapeMark)) and mark.body is not None:
                yield from _in_body(deck, mark.body, mark.box.width, "shape", reading, page, False)


def _in_body(
    deck: BuiltDeck, body: TextBody, width: float, container: Container, reading: Reading, page: int, is_head: bool
) -> Iterator[Found]:
    measure, inner = measure_of(deck.pack), width - body.insets.left - body.insets.right
    for paragraph in body.paragraphs:
        if not any(run.spacing for run in paragraph.runs):
            lines = measure.lines(paragraph, inner, container, reading)
            for part in _explicit(paragraph, lines):
                yield from ((page, kind, "｜".join(part)) for kind in bad_lines(part, is_head=is_head))


def _explicit(paragraph: Paragraph, lines: tuple[str, ...]) -> Iterator[list[str]]:
    """The lines of each of a paragraph's own lines."""
    rest = list(lines)
    for own in "".join(run.text for run in paragraph.runs).split("\n"):
        part, length = [], 0
        while rest and length < len(own):
            length += len(rest[0])
            part.append(rest.pop(0))
        if not own and rest:
            rest.pop(0)
        yield part


def counted(title: str, found: list[Found]) -> int:
    """Prints what was found, and how much of each kind; gives its number."""
    for page, kind, what in found:
        print(f"  {page:3} {kind}: {what}")
    kinds = Counter(kind for _, kind, _ in found)
    print(f"{title}: {', '.join(f'{kind} {count}' for kind, count in sorted(kinds.items())) or 'nothing'}")
    return len(found)


def main(arguments: list[str]) -> int:
    """Measure the packs; the exit code."""
    packs = [name for name in arguments if not name.startswith("-")]
    folders = [ROOT / "layouts" / name for name in packs] or sorted(path.parent for path in (ROOT / "layouts").glob("*/layout.yaml"))
    programs: dict[str, Draw] = {}
    if "--placed" not in arguments:
        soffice, python = shutil.which("soffice"), document_builder()
        if soffice is not None:
            programs["LibreOffice"] = partial(drawn_by_libreoffice, soffice)
        if python is None:
            print(MISSING)
            return 2
        programs["ONLYOFFICE"] = partial(drawn_by_onlyoffice, python)
    total = 0
    for folder in folders:
        deck = built(folder)
        if not programs:
            for reading in ("spaced", "plain"):
                total += counted(f"{folder.name}, {reading}", list(as_placed(deck, reading)))
        for name, draw in programs.items():
            total += counted(f"{folder.name}, {name}", list(on_pages(deck, draw(deck.to_bytes()))))
    return int(total > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
