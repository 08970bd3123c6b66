"""A deck of many slides, made of one by its XML: every slide with a title, a sentence, a table and its own numbers."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from pptx import Presentation
from pptx.util import Pt

_SLIDE, _RELATIONS = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
_ROWS = (("年", "輸出（トン）", "輸入（トン）"), ("2021年", "820,111", "610,222"), ("2022年", "1,000,000", "710,333"))
_OFF = 27  # what the number of a wrong sentence is off, which makes it that of another slide


def long_deck(path: Path, slides: int, wrong: int = 0) -> Path:
    """A deck of so many slides; on every ``wrong``-th, where that is not 0, the sentence has another number than the table."""
    with (
        zipfile.ZipFile(BytesIO(_one_slide())) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
    ):
        slide, relations = source.read(_SLIDE).decode(), source.read(_RELATIONS)
        for name in source.namelist():
            if name in _LISTS:
                target.writestr(name, _listed(name, source.read(name).decode(), slides))
            elif name not in (_SLIDE, _RELATIONS):
                target.writestr(name, source.read(name))
        for number in range(1, slides + 1):
            text = slide.replace("第0地区", f"第{number}地区")
            for printed, value in _values(number, _OFF if wrong and number % wrong == 0 else 0).items():
                text = text.replace(printed, f"{value:,}")
            target.writestr(f"ppt/slides/slide{number}.xml", text)
            target.writestr(f"ppt/slides/_rels/slide{number}.xml.rels", relations)
    return path


def _values(number: int, off: int) -> Mapping[str, int]:
    """The numbers of a slide by those of the one that all are made of."""
    return {
        "1,000,000": 1_000_000 + number,
        "2,000,000": 1_000_000 + number + off,
        "820,111": 820_111 + 3 * number,
        "610,222": 610_222 + 7 * number,
        "710,333": 710_333 + 9 * number,
    }


def _one_slide() -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "第0地区の貨物量"
    box = slide.shapes.add_textbox(Pt(20), Pt(90), Pt(600), Pt(22))
    box.text_frame.text = "第0地区の輸出は2022年に2,000,000トンで、前年から増えた。"
    table = slide.shapes.add_table(3, 3, Pt(20), Pt(200), Pt(300), Pt(60)).table
    for row, line in enumerate(_ROWS):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


_LISTS = {
    "[Content_Types].xml": r'<Override PartName="/ppt/slides/slide1.xml"[^>]*/>',
    "ppt/_rels/presentation.xml.rels": r'<Relationship [^>]*slides/slide1.xml"[^>]*/>',
    "ppt/presentation.xml": r"<p:sldId [^>]*/>",
}


def _listed(name: str, text: str, slides: int) -> str:
    """A list in which the entry of the one slide stands for each slide."""
    found = re.search(_LISTS[name], text)
    assert found is not None
    entry = found.group()
    entries = []
    for number in range(1, slides + 1):
        each = entry.replace("slides/slide1.xml", f"slides/slide{number}.xml")
        each = re.sub(r'((?:r:id|Id)=")rId\d+"', rf'\1rIdS{number}"', each)
        entries.append(re.sub(r'( id=")\d+"', rf'\g<1>{255 + number}"', each))
    return text.replace(entry, "".join(entries))
