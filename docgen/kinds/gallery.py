"""The gallery of slide kinds: a picture of each kind's example beside what is to be written for it, as a README."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import docgen
from docgen.errors import DocgenError
from docgen.kinds.catalogue import Kind
from docgen.kinds.example import Example, example_of, write_example
from docgen.reading.yaml_document import read_yaml
from docgen.render import render
from docgen.render.pages import small_page
from docgen.shipped import shipped_folder

PICTURES = ".gallery"
"""The folder of the pictures, beside the README."""

_HEAD = """\
# The kinds of slide（スライドの種類）

Each kind with the example that `docgen kinds KIND` prints. The lines of an example stand in the files that it names, in
a content folder that began with `docgen new`. What the parts of a page have in common, figures, tables, sentences, is
told in [content/README.md](../../content/README.md); how a kind is built, in [\\_\\_init\\_\\_.py](__init__.py).

各種類の画像と、その書き方です。`docgen kinds 種類` でも表示されます。例は、`docgen new` で作ったフォルダーの、コメントに
あるファイルに書きます。

This page is made by `docgen kinds --gallery docgen/slides` (it needs LibreOffice).
"""


def gallery_text(kinds: Iterable[Kind]) -> str:
    """The README of a gallery; kinds of a layout pack's own have no example, and are not in it."""
    parts = [_section(kind, example) for kind, example in _with_examples(kinds)]
    links = "、".join(f"[{kind.name}](#{kind.word})" for kind, _ in _with_examples(kinds))
    return "\n".join([_HEAD, f"{links}\n", *parts])


def draw_gallery(folder: Path, kinds: Iterable[Kind], layout: str) -> Path:
    """Write the README of a gallery into ``folder``, and draw its pictures in a layout pack.

    Raises DocgenError where LibreOffice is missing, and where the folder is not there.
    """
    if not folder.is_dir():
        raise DocgenError("no-such-folder", where=str(folder))
    (folder / PICTURES).mkdir(exist_ok=True)
    for kind, example in _with_examples(kinds):
        with tempfile.TemporaryDirectory() as place:
            drawn = _drawn(kind, example, Path(place), layout)
            (folder / PICTURES / f"{kind.word}.png").write_bytes(drawn)
    readme = folder / "README.md"
    readme.write_text(gallery_text(kinds), encoding="utf-8")
    return readme


def _with_examples(kinds: Iterable[Kind]) -> Iterator[tuple[Kind, Example]]:
    for kind in kinds:
        example = example_of(kind.word)
        if example is not None:
            yield kind, example


def _section(kind: Kind, example: Example) -> str:
    return (
        f'<a id="{kind.word}"></a>\n\n'
        f"## `{kind.word}` {kind.name}\n\n"
        f"{kind.purpose('ja')}。In English: {kind.purpose('en')}.\n\n"
        f"![{kind.name}]({PICTURES}/{kind.word}.png)\n\n"
        f"```{example.language}\n{example.text}```\n"
    )


def _drawn(kind: Kind, example: Example, place: Path, layout: str) -> bytes:
    """A small picture of the page that an example makes."""
    deck = place / f"{kind.word}.pptx"
    page = 1
    if example.language == "python":
        subprocess.run([sys.executable, "-c", example.text], cwd=place, check=True)
        deck = place / "picture.pptx"
    elif example.parts:
        write_example(example, place / "content")
        built = docgen.build(docgen.load(place / "content"), layout)
        kinds = [slide.kind for slide in built.placed.slides]
        # A page that is shown again has the kind of the other, and stands after it.
        page = kinds.index(kind.word) + 1 if kind.word in kinds else len(kinds)
        built.save(deck)
    else:
        _single(kind, example, place, layout).save(deck)
    return small_page(render(deck, place, (page,)).pages[0])


def _single(kind: Kind, example: Example, place: Path, layout: str) -> docgen.Deck:
    """A deck of the record that an example is by itself, with the data of the starter content."""
    file = place / "record.yaml"
    file.write_text(example.text, encoding="utf-8")
    written = read_yaml(file).value
    tables = docgen.load(shipped_folder("content") / "starter").tables
    assert kind.record is not None
    deck = docgen.Deck(layout=layout)
    deck.add(kind.record.model_validate({**written, "data": tables[written["data"]]}))
    return deck
