"""The parts that slides share or own beside their XML: pictures, charts and the charts' workbooks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from docgen.fingerprint.values import Features
from docgen.outside.pictures import picture_extension
from docgen.outside.xml import parsed
from docgen.placed import ChartMark, PictureMark, PlacedChart
from docgen.write.chart.chart import chart_xml
from docgen.write.chart.features import chart_features
from docgen.write.chart.workbook import workbook_bytes
from docgen.write.package.part import (
    NewPart,
    chart_part,
    content_type,
    picture_part,
    relationships,
    workbook_part,
)
from docgen.write.xml.colour import Colours

Kept = TypeVar("Kept")
"""What is kept of a part once it is made: the part, or the part packed."""

# Of a chart that was just written: its data, names of series included, and the labels of single points. No look is told
# by them.
_DATA = re.compile(r"<c:(cat|val|dLbl)>.*?</c:\1>|<c:tx><c:strRef>.*?</c:tx>", re.DOTALL)

SlideMedia = Mapping[str, tuple[str, ...]]
"""The names of the parts of a slide's charts and pictures, by mark: a picture's may have that of an SVG beside it."""


@dataclass(slots=True)
class Media(Generic[Kept]):
    """Pictures and charts of one deck while it is being written; equal pictures share a part.

    ``looks`` are those of the charts, by the names of their parts.
    """

    colours: Colours
    keep: Callable[[NewPart], Kept]
    parts: list[Kept] = field(default_factory=list)
    looks: dict[str, Features] = field(default_factory=dict)
    _pictures: dict[bytes, str] = field(default_factory=dict)
    _charts: int = 0

    def parts_of(self, mark: ChartMark | PictureMark) -> tuple[str, ...]:
        """The names of the parts of a chart or a picture."""
        if isinstance(mark, ChartMark):
            return (self._chart(mark.chart),)
        image = self.picture(mark.image)
        return (image,) if mark.svg is None else (image, self.picture(mark.svg))

    def picture(self, data: bytes) -> str:
        """The name of the part with these bytes."""
        key = hashlib.sha256(data).digest()
        if key not in self._pictures:
            name = picture_part(len(self._pictures) + 1, picture_extension(data))
            self._pictures[key] = name
            self.parts.append(self.keep(NewPart(name, content_type(name), data)))
        return self._pictures[key]

    def _chart(self, chart: PlacedChart) -> str:
        """The name of a new chart part, its workbook beside it."""
        self._charts += 1
        name, workbook = chart_part(self._charts), workbook_part(self._charts)
        text = chart_xml(chart, self.colours)
        xml = text.encode("utf-8")
        self.looks[name] = _look(_DATA.sub("", text))
        self.parts.append(self.keep(NewPart(name, content_type(name), xml, relationships(("package", workbook)))))
        self.parts.append(self.keep(NewPart(workbook, content_type(workbook), workbook_bytes(chart))))
        return name


# Charts of the same kind look alike on many pages.
@lru_cache(maxsize=64)
def _look(text: str) -> Features:
    """The features of a chart that was just written, of its XML without the data."""
    return chart_features(parsed(text.encode("utf-8"), "chart"))
