"""The parts that slides share or own beside their XML: pictures, charts and the charts' workbooks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from docgen.outside.pictures import picture_extension
from docgen.placed import PlacedChart
from docgen.write.chart.chart import chart_xml
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


@dataclass(slots=True)
class Media:
    """Pictures and charts of one deck while it is being written; equal pictures share a part."""

    colours: Colours
    parts: list[NewPart] = field(default_factory=list)
    _pictures: dict[bytes, str] = field(default_factory=dict)
    _charts: int = 0

    def picture(self, data: bytes) -> str:
        """The name of the part with these bytes."""
        key = hashlib.sha256(data).digest()
        if key not in self._pictures:
            name = picture_part(len(self._pictures) + 1, picture_extension(data))
            self._pictures[key] = name
            self.parts.append(NewPart(name, content_type(name), data))
        return self._pictures[key]

    def chart(self, chart: PlacedChart) -> str:
        """The name of a new chart part, its workbook beside it."""
        self._charts += 1
        name, workbook = chart_part(self._charts), workbook_part(self._charts)
        xml = chart_xml(chart, self.colours).encode("utf-8")
        self.parts.append(NewPart(name, content_type(name), xml, relationships(("package", workbook))))
        self.parts.append(NewPart(workbook, content_type(workbook), workbook_bytes(chart)))
        return name
