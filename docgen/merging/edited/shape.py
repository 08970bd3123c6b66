"""Shapes of an edited deck, in the terms of the fingerprint."""

from __future__ import annotations

from typing import Any

from docgen.fingerprint.digest import digest
from docgen.fingerprint.values import ChartData, DataSeries, DeckShape, Frame, Grid, GridCell, Stroke
from docgen.merging.edited.colours import fill_of
from docgen.merging.edited.text import Reading, paragraphs_of
from docgen.merging.xml_names import A, C, P, R
from docgen.write.package.package import Package
from docgen.write.xml.units import EMU_PER_POINT

_KINDS = {"sp": "shape", "cxnSp": "connector", "pic": "picture", "grpSp": "group", "graphicFrame": "frame"}
_MINUTES = 60_000
_IDENTITY = f"{P}cNvPr"
_SERIES_KINDS = {"lineChart": "line", "barChart": "column", "pieChart": "pie", "doughnutChart": "pie"}


def shape_elements(root: Any) -> list[Any]:
    """The shapes of a slide, in their order; those of a group are the group's."""
    tree = root.find(f"{P}cSld/{P}spTree")
    return [
        child for child in tree if identity_of(child) is not None and not child.tag.endswith("}nvGrpSpPr")
    ]


def identity_of(element: Any) -> Any:
    """The ``p:cNvPr`` of a shape, None for what is no shape."""
    for part in element:
        for found in part.iterchildren(_IDENTITY):
            return found
    return None


def read_shape(element: Any, part: str, package: Package, reading: Reading) -> DeckShape:
    """A shape of the slide ``part``."""
    identity = identity_of(element)
    place = element.find(f"./*/{P}nvPr/{P}ph")
    properties = element.find(f"{P}spPr")
    shape = DeckShape(
        name=identity.get("name", ""),
        kind=_KINDS.get(element.tag.rpartition("}")[2], "other"),
        frame=_frame(element, properties),
        alt=identity.get("descr", ""),
        placeholder="" if place is None else f"{place.get('type', 'body')} {place.get('idx', '0')}",
        fill=fill_of(properties, reading.theme),
        line=_stroke(properties, reading),
    )
    if element.tag == f"{P}sp":
        return shape._replace(paragraphs=paragraphs_of(element.find(f"{P}txBody"), reading))
    if element.tag == f"{P}pic":
        return shape._replace(picture=_picture(element, part, package))
    if element.tag == f"{P}graphicFrame":
        table = element.find(f".//{A}tbl")
        if table is not None:
            return shape._replace(kind="table", grid=_grid(table, reading))
        chart = chart_part(element, part, package)
        if chart is not None:
            return shape._replace(kind="chart", chart=_chart(package.xml(chart), reading))
    return shape


def chart_part(element: Any, part: str, package: Package) -> str | None:
    """The name of the chart part that a graphic frame of the slide ``part`` shows."""
    chart = element.find(f".//{C}chart")
    reference = None if chart is None else package.references.get(part, {}).get(chart.get(f"{R}id"))
    return reference.target if reference is not None and reference.target in package.parts else None


def _frame(element: Any, properties: Any) -> Frame | None:
    holder = element.find(f"{P}xfrm")
    if holder is None and properties is not None:
        holder = properties.find(f"{A}xfrm")
    if holder is None:
        group = element.find(f"{P}grpSpPr/{A}xfrm")
        if group is None:
            return None
        holder = group
    offset, extent = holder.find(f"{A}off"), holder.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    lengths = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    x, y, width, height = (round(int(each) / EMU_PER_POINT, 2) for each in lengths)
    return Frame(x, y, width, height, int(holder.get("rot", "0")) / _MINUTES)


def _stroke(properties: Any, reading: Reading) -> Stroke | None:
    line = None if properties is None else properties.find(f"{A}ln")
    colour = None if line is None else fill_of(line, reading.theme)
    if line is None or colour is None:
        return None
    return Stroke(colour, round(int(line.get("w", "9525")) / EMU_PER_POINT, 2)) if colour else Stroke()


def _picture(element: Any, part: str, package: Package) -> str:
    blip = element.find(f".//{A}blip")
    reference = None if blip is None else package.references.get(part, {}).get(blip.get(f"{R}embed"))
    data = package.parts.get(reference.target) if reference is not None else None
    return digest(data) if data is not None else ""


def _grid(table: Any, reading: Reading) -> Grid:
    columns = tuple(
        round(int(each.get("w")) / EMU_PER_POINT, 2) for each in table.iterfind(f"{A}tblGrid/{A}gridCol")
    )
    rows = tuple(
        tuple(_cell(cell, reading) for cell in row.iterchildren(f"{A}tc"))
        for row in table.iterchildren(f"{A}tr")
    )
    return Grid(columns, rows)


def _cell(cell: Any, reading: Reading) -> GridCell:
    if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
        return GridCell((), "")
    fill = fill_of(cell.find(f"{A}tcPr"), reading.theme)
    return GridCell(paragraphs_of(cell.find(f"{A}txBody"), reading), fill or "")


def _chart(root: Any, reading: Reading) -> ChartData:
    series = sorted(root.iter(f"{C}ser"), key=lambda each: _index(each, "idx"))
    categories = _texts(series[0].find(f"{C}cat")) if series else {}
    count = max([_count(each) for each in series] + [len(categories)], default=0)
    return ChartData(
        tuple(categories.get(at, "") for at in range(count)),
        tuple(_series(each, count, reading) for each in series),
    )


def _series(element: Any, count: int, reading: Reading) -> DataSeries:
    values = {at: float(text) for at, text in _texts(element.find(f"{C}val")).items() if text.strip()}
    properties = element.find(f"{C}spPr")
    kind = _SERIES_KINDS.get(element.getparent().tag.rpartition("}")[2], "other")
    stroke = _stroke(properties, reading)
    colour = stroke.colour if kind == "line" and stroke is not None else fill_of(properties, reading.theme)
    name = "".join(_texts(element.find(f"{C}tx")).values())
    return DataSeries(name, tuple(values.get(at) for at in range(count)), colour or "", kind)


def _index(series: Any, tag: str) -> int:
    found = series.find(f"{C}{tag}")
    return int(found.get("val")) if found is not None else 0


def _count(series: Any) -> int:
    found = series.find(f"{C}val//{C}ptCount")
    return int(found.get("val")) if found is not None else 0


def _texts(holder: Any) -> dict[int, str]:
    """The points of a cache by their index."""
    points = () if holder is None else holder.iter(f"{C}pt")
    return {int(point.get("idx")): point.findtext(f"{C}v") or "" for point in points}
