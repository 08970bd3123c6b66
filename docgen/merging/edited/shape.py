"""Shapes of an edited deck, read into the values of the fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from docgen.fingerprint.digest import digest
from docgen.fingerprint.values import (
    ChartData,
    DataSeries,
    DeckShape,
    Features,
    Frame,
    Grid,
    GridCell,
    Stroke,
)
from docgen.merging.edited.colours import fill_of
from docgen.merging.edited.respelled import said_by_hand
from docgen.merging.edited.shape_features import shape_features
from docgen.merging.edited.table_styles import given_fills
from docgen.merging.edited.text import ReadContext, read_paragraphs
from docgen.merging.xml_names import MC, P14, A, C, P, R
from docgen.opened.chart_points import joins_points, names_of, values_of
from docgen.write.chart.features import chart_features
from docgen.write.package.package import Package
from docgen.write.xml.units import EMU_PER_POINT

_KINDS = {"sp": "shape", "cxnSp": "connector", "pic": "picture", "grpSp": "group", "graphicFrame": "frame"}
_SERIES_KINDS = {
    "lineChart": "line", "barChart": "column", "areaChart": "area", "pieChart": "pie", "doughnutChart": "pie",
    "scatterChart": "point",
}  # fmt: skip
_TURN_UNITS = 60_000  # a degree, as DrawingML counts turns
_IDENTITIES = (f"{P}cNvPr", f"{P14}cNvPr")
ALTERNATE = f"{MC}AlternateContent"
"""Holds a shape in forms for programs of different age: equations, ink, charts of new kinds, 3D models."""
_TRUE = ("1", "true")


def shape_tree(root: Any) -> Any:
    """The element that holds the shapes of a slide."""
    return root.find(f"{P}cSld/{P}spTree")


def shape_elements(root: Any) -> list[Any]:
    """The shapes of a slide, in their order; a group is one shape."""
    return [
        child
        for child in shape_tree(root)
        if identity_of(child) is not None and not child.tag.endswith("}nvGrpSpPr")
    ]


def shapes_by_name(root: Any) -> dict[str, Any]:
    """The shapes of a slide by their names."""
    return {identity_of(element).get("name"): element for element in shape_elements(root)}


def identity_of(element: Any) -> Any:
    """The ``p:cNvPr`` of a shape, None for what is no shape."""
    return next(identities_of(element), None)


def identities_of(element: Any) -> Iterator[Any]:
    """The identities of a shape: one, or one in each form that it has for programs of different age."""
    if element.tag == ALTERNATE:
        for branch in element:
            for child in branch:
                yield from identities_of(child)
        return
    for part in element:
        yield from part.iterchildren(*_IDENTITIES)


def plain_form(element: Any) -> Any:
    """A shape's element; of one that has forms for programs of different age, that for the newest that can be read."""
    if element.tag != ALTERNATE:
        return element
    forms = [child for branch in element for child in branch if next(identities_of(child), None) is not None]
    return next((form for form in forms if form.tag.startswith(P)), element)


def read_shape(element: Any, part: str, package: Package, context: ReadContext) -> DeckShape:
    """A shape of the slide ``part``."""
    outer, element = element, plain_form(element)
    identity = identity_of(element)
    placeholder = element.find(f"./*/{P}nvPr/{P}ph")
    properties = element.find(f"{P}spPr")
    shape = DeckShape(
        name=identity.get("name", ""),
        kind=_KINDS.get(_local_name(element), "other"),
        frame=_frame(element, properties),
        alt=identity.get("descr", ""),
        placeholder="" if placeholder is None else f"{placeholder.get('type', 'body')} {placeholder.get('idx', '0')}",
        fill=fill_of(properties, context.theme),
        line=_stroke(properties, context),
        look=_look(shape_features(outer), context),
    )
    if element.tag == f"{P}sp":
        return shape._replace(paragraphs=read_paragraphs(element.find(f"{P}txBody"), context))
    if element.tag == f"{P}pic":
        return shape._replace(picture=_picture(element, part, package))
    if element.tag == f"{P}graphicFrame":
        table = element.find(f".//{A}tbl")
        if table is not None:
            return shape._replace(kind="table", grid=_grid(table, context))
        chart = chart_part(element, part, package)
        if chart is not None:
            root = package.xml(chart)
            look = (*shape.look, *_look(chart_features(root), context))
            return shape._replace(kind="chart", chart=_chart(root, context), look=look)
    return shape


def _look(features: Features, context: ReadContext) -> Features:
    return tuple(said_by_hand(features)) if context.by_libreoffice else features


def chart_part(element: Any, part: str, package: Package) -> str | None:
    """The name of the chart part that a graphic frame of the slide ``part`` shows."""
    return _related_part(element.find(f".//{C}chart"), "id", part, package)


def _related_part(element: Any, attribute: str, part: str, package: Package) -> str | None:
    """The part whose relationship an element names; None without the element or the part."""
    reference = None if element is None else package.references.get(part, {}).get(element.get(f"{R}{attribute}"))
    return reference.target if reference is not None and reference.target in package.parts else None


def _local_name(element: Any) -> str:
    return str(element.tag.rpartition("}")[2])


def _points(emu: str) -> float:
    return round(int(emu) / EMU_PER_POINT, 2)


def _frame(element: Any, properties: Any) -> Frame | None:
    holder = element.find(f"{P}xfrm")
    if holder is None and properties is not None:
        holder = properties.find(f"{A}xfrm")
    if holder is None:
        holder = element.find(f"{P}grpSpPr/{A}xfrm")
    if holder is None:
        return None
    offset, extent = holder.find(f"{A}off"), holder.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    lengths = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    x, y, width, height = map(_points, lengths)
    return Frame(x, y, width, height, int(holder.get("rot", "0")) / _TURN_UNITS)


def _stroke(properties: Any, context: ReadContext) -> Stroke | None:
    line = None if properties is None else properties.find(f"{A}ln")
    colour = fill_of(line, context.theme)
    if line is None or colour is None:
        return None
    return Stroke(colour, _points(line.get("w", "9525"))) if colour else Stroke()


def _picture(element: Any, part: str, package: Package) -> str:
    name = _related_part(element.find(f".//{A}blip"), "embed", part, package)
    return digest(package.parts[name]) if name is not None else ""


def _grid(table: Any, context: ReadContext) -> Grid:
    columns = tuple(_points(column.get("w")) for column in table.iterfind(f"{A}tblGrid/{A}gridCol"))
    rows = tuple(
        tuple(map(partial(_cell, context), row.iterchildren(f"{A}tc"), given))
        for row, given in zip(table.iterchildren(f"{A}tr"), given_fills(table, context.styles), strict=True)
    )
    return Grid(columns, rows)


def _cell(context: ReadContext, cell: Any, given: str) -> GridCell:
    """A cell, and the fill that its table's style gives it where it states none."""
    if cell.get("hMerge") in _TRUE or cell.get("vMerge") in _TRUE:
        return GridCell((), "")
    fill = fill_of(cell.find(f"{A}tcPr"), context.theme)
    return GridCell(read_paragraphs(cell.find(f"{A}txBody"), context), given if fill is None else fill)


def _chart(root: Any, context: ReadContext) -> ChartData:
    drawn = (one for one in root.iter(f"{C}ser") if not joins_points(one))
    series = sorted(drawn, key=lambda element: _value(element.find(f"{C}idx")))
    categories = _texts(names_of(series[0])) if series else {}
    held = [values_of(element) for element in series]
    counts = [_value(values.find(f".//{C}ptCount")) for values in held if values is not None]
    count = max([*counts, len(categories)], default=0)
    return ChartData(
        tuple(categories.get(index, "") for index in range(count)),
        tuple(_series(element, count, context) for element in series),
    )


def _series(element: Any, count: int, context: ReadContext) -> DataSeries:
    values = {index: float(text) for index, text in _texts(values_of(element)).items() if text.strip()}
    properties = element.find(f"{C}spPr")
    kind = _SERIES_KINDS.get(_local_name(element.getparent()), "other")
    stroke = _stroke(properties, context)
    colour = stroke.colour if kind == "line" and stroke is not None else fill_of(properties, context.theme)
    name = "".join(_texts(element.find(f"{C}tx")).values())
    return DataSeries(name, tuple(values.get(index) for index in range(count)), colour or "", kind)


def _value(element: Any) -> int:
    """The number in ``val``, 0 without the element."""
    return 0 if element is None else int(element.get("val"))


def _texts(holder: Any) -> dict[int, str]:
    """The texts of a chart's cache by their index."""
    points = () if holder is None else holder.iter(f"{C}pt")
    return {int(point.get("idx")): point.findtext(f"{C}v") or "" for point in points}
