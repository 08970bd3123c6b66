"""Makes the pictures of the READMEs anew, from the FY2023 compendium as LibreOffice draws it; from the top folder:

    python tests/support/readme_pictures.py
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

import docgen
from docgen.pipeline import BuiltDeck
from docgen.render import render

ROOT = Path(__file__).resolve().parents[2]
PACKS = ("cabinet_office", "mext", "maff", "digital")
# The pages of a pack's sheet: cover, contents, an overview, an indicator, a measure chart and a map.
PAGES = (
    "cover", "contents", "overview/strategy", "I-1060/expenditure", "measures/measures-1-strategy", "strategy-2-biocommunities",
)  # fmt: skip
# What the README at the top shows: measured values, a measure chart, an overview, a map.
FRONT = ("I-1065/mobility", "measures/measures-1-strategy", "overview/strategy", "strategy-2-biocommunities")
_GROUND, _COLOURS = "#7a848c", 128


@dataclass(frozen=True)
class Sheet:
    """A picture of several pages: their ids, how many stand beside each other, how wide the picture is, in pixels."""

    pages: Sequence[str]
    columns: int = 3
    width: int = 1480
    gap: int = 10


def sheet(deck: BuiltDeck, wanted: Sheet, folder: Path) -> Image.Image:
    """The picture of some pages of a deck."""
    numbers = {page.id: page.number for page in deck.placed.summary.pages}
    folder.mkdir()
    drawn = [
        Image.open(picture).convert("RGB")
        for picture in render(_saved(deck, folder), folder, [numbers[page] for page in wanted.pages], "libreoffice").pages
    ]
    width = (wanted.width - wanted.gap * (wanted.columns + 1)) // wanted.columns
    height = round(width * drawn[0].height / drawn[0].width)
    rows = -(-len(drawn) // wanted.columns)
    whole = Image.new("RGB", (wanted.width, rows * (height + wanted.gap) + wanted.gap), _GROUND)
    for index, page in enumerate(drawn):
        row, column = divmod(index, wanted.columns)
        place = (wanted.gap + column * (width + wanted.gap), wanted.gap + row * (height + wanted.gap))
        whole.paste(page.resize((width, height), Image.Resampling.LANCZOS), place)
    return whole.quantize(_COLOURS, dither=Image.Dither.NONE)


def _saved(deck: BuiltDeck, folder: Path) -> Path:
    deck.save(folder / "deck.pptx")
    return folder / "deck.pptx"


def main() -> None:
    """Write all pictures."""
    compendium = docgen.load(ROOT / "content" / "fy2023")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own = folder / "kankyo"
        own.mkdir()
        (own / "layout.yaml").write_text(_fifteen_lines(), encoding="utf-8")
        wanted: dict[Path, tuple[str | Path, Sheet]] = {
            **{ROOT / "layouts" / pack / "pages.png": (pack, Sheet(PAGES)) for pack in PACKS},
            ROOT / "layouts" / "fifteen-lines.png": (own, Sheet(PAGES)),
            ROOT / ".readme" / "pages.png": ("cabinet_office", Sheet(FRONT, columns=2, width=1602)),
        }
        for number, (path, (pack, pages)) in enumerate(wanted.items()):
            sheet(docgen.build(compendium, pack), pages, folder / str(number)).save(path, optimize=True)
            print(path.relative_to(ROOT), f"{path.stat().st_size / 1024:.0f} KB")


def _fifteen_lines() -> str:
    """The pack that the README of the packs begins with."""
    text = (ROOT / "layouts" / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(   extends: cabinet_office\n.*?)```", text, re.DOTALL)
    assert block is not None
    return "\n".join(line.removeprefix("   ") for line in block[1].splitlines())


if __name__ == "__main__":
    main()
