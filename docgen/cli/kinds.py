"""``docgen kinds``: the kinds of slide, and how the record of each is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import guarded, layout_option, stage
from docgen.messages import current_language, message

if TYPE_CHECKING:
    from docgen.kinds.catalogue import Kind
    from docgen.kinds.keys import Key, KeyGroup

# A wider cell shifts what follows in its row.
_WIDEST = 44


@bilingual("kinds", message("help-kinds"))
@click.argument("kind", required=False)
@layout_option
@option("--gallery", type=PATH, words=message("help-kinds-gallery"))
def command(kind: str | None, layout: str, gallery: Path | None) -> None:
    """List the kinds of slide, or say how one is written."""
    from docgen.kinds.catalogue import kind_named, kinds_of
    from docgen.pipeline import pack_of
    from docgen.slides.pack_module import builders_of

    kinds = kinds_of(guarded(lambda: builders_of(pack_of(layout))))
    if gallery is not None:
        from docgen.kinds.gallery import draw_gallery

        folder = gallery
        echo(str(stage("drawing the kinds", lambda: draw_gallery(folder, kinds, layout))))
    elif kind is None:
        echo("\n".join(_list(kinds)))
    else:
        echo("\n".join(_told(guarded(lambda: kind_named(kind, kinds)))))


def _list(kinds: Sequence[Kind]) -> Iterator[str]:
    language = current_language()
    return _aligned([(kind.word, kind.name, kind.purpose(language)) for kind in kinds])


def _told(kind: Kind) -> Iterator[str]:
    """A kind as it is printed: what it is, the keys of its record, an example."""
    from docgen.kinds.example import example_of, skeleton
    from docgen.kinds.keys import key_groups

    yield f"{kind.word}  {kind.name}"
    yield kind.purpose(current_language())
    yield ""
    if kind.record is None:
        yield str(message("kinds-many-records"))
    else:
        for group in key_groups(kind.record):
            yield from _group(group)
    example = example_of(kind.word) or skeleton(kind)
    yield ""
    yield str(message("kinds-example"))
    yield ""
    yield example.text.rstrip("\n")


def _group(group: KeyGroup) -> Iterator[str]:
    yield str(message("kinds-inner-keys", path=group.path) if group.path else message("kinds-record-keys"))
    if group.told_by is not None:
        yield f"  {message('kinds-see', kind=group.told_by)}"
    yield from (f"  {line}" for line in _aligned([_row(key) for key in group.keys]))


def _row(key: Key) -> tuple[str, ...]:
    name = f"{key.name} *" if key.required else key.name
    return name, str(key.takes), key.meaning[current_language()]


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows of cells in columns as wide as their widest usual cell; East Asian characters count double."""
    columns = [[_width(cell) for cell in column] for column in zip(*rows, strict=True)]
    widths = [max((width for width in column if width <= _WIDEST), default=0) for column in columns]
    for row in rows:
        cells = (f"{cell}{' ' * (width - _width(cell))}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
