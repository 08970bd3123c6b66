"""Makes pages.png, the picture in README.md, from the real compendium. Needs LibreOffice.

python .readme/make_pages.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image

import docgen
from docgen.render import render

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "I-1065/mobility",
    "measures/measures-1-strategy",
    "overview/strategy",
    "strategy-2-biocommunities",
)
WIDTH, GAP, GROUND = 780, 14, (226, 229, 233)
COLOURS = 256


def main() -> None:
    """Draw the pages and set them two in a row."""
    deck = docgen.build(docgen.load(ROOT / "content" / "fy2023"))
    numbers = {slide.id: number for number, slide in enumerate(deck.placed.slides, start=1)}
    with tempfile.TemporaryDirectory() as folder:
        path = deck.save(Path(folder) / "fy2023.pptx")
        drawn = render(path, Path(folder), [numbers[page] for page in PAGES])
        pictures = [Image.open(each).convert("RGB") for each in drawn.pages]
    height = round(pictures[0].height * WIDTH / pictures[0].width)
    rows = -(-len(pictures) // 2)
    sheet = Image.new("RGB", (2 * WIDTH + 3 * GAP, rows * (height + GAP) + GAP), GROUND)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, 2)
        small = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    # Keeps the colours of small parts, which the median cut loses.
    few = sheet.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(Path(__file__).with_name("pages.png"), optimize=True)


if __name__ == "__main__":
    main()
