"""What the look of a chart is made of, read from its XML, whoever wrote it: titles, axes, stacking, labels, effects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docgen.fingerprint.values import Features
from docgen.write.xml.namespaces import CHART, DRAWING

_A, _C = f"{{{DRAWING}}}", f"{{{CHART}}}"
_AXES = tuple(f"{_C}{name}" for name in ("catAx", "dateAx", "valAx", "serAx"))
# Of a group of series, of an axis, of labels: what people set, and what it is where nothing is said.
_OF_GROUP = {
    "barDir": "col", "grouping": "standard", "gapWidth": "150", "overlap": "0", "holeSize": "10", "firstSliceAng": "0",
}  # fmt: skip
_OF_AXIS = {"delete": "0", "tickLblPos": "nextTo", "majorUnit": "", "minorUnit": "", "crosses": "autoZero", "crossesAt": ""}
_OF_SCALE = {"logBase": "", "orientation": "minMax", "max": "", "min": ""}
_SHOWN = ("showVal", "showCatName", "showSerName", "showPercent", "showLegendKey")
_EFFECTS = tuple(
    f"{_A}{name}"
    for name in ("outerShdw", "innerShdw", "glow", "softEdge", "reflection", "blur", "bevelT", "gradFill")
)
_ADDED = tuple(
    f"{_C}{name}"
    for name in ("trendline", "errBars", "dTable", "dropLines", "hiLowLines", "upDownBars", "view3D")
)


def chart_features(root: Any) -> Features:
    """The features of a chart's look that are not what they are by themselves; the data is none of them."""
    return tuple((name, text) for name, text in _features(root) if text)


def _features(root: Any) -> Iterator[tuple[str, str]]:
    chart, plot = root.find(f"{_C}chart"), root.find(f"{_C}chart/{_C}plotArea")
    if chart is None or plot is None:
        return
    yield "title", _words(chart.find(f"{_C}title"))
    legend = chart.find(f"{_C}legend/{_C}legendPos")
    yield "legend", legend.get("val", "r") if legend is not None else ""
    groups = [group for group in plot if group.tag.endswith("Chart")]
    for number, group in enumerate(groups):
        yield f"group {number}", " ".join((group.tag.removeprefix(_C), *_said(_parts(group), _OF_GROUP)))
        yield f"labels {number}", " ".join(_labels(group))
    for number, axis in enumerate(chart_axes(root)):
        parts = _parts(axis)
        yield f"axis title {number}", _words(parts.get(f"{_C}title"))
        scaling = _parts(parts.get(f"{_C}scaling", ()))
        said = (*_said(parts, _OF_AXIS), *_said(scaling, _OF_SCALE), *_format(parts.get(f"{_C}numFmt")))
        lines = [line for line in ("majorGridlines", "minorGridlines") if f"{_C}{line}" in parts]
        yield f"axis {number}", " ".join((*said, *lines))
    yield "effects", " ".join(sorted({each.tag.removeprefix(_A) for each in root.iter(*_EFFECTS)}))
    yield "added", " ".join(sorted({each.tag.removeprefix(_C) for each in root.iter(*_ADDED)}))


def chart_axes(root: Any) -> list[Any]:
    """The axes of a chart, in their order."""
    plot = root.find(f"{_C}chart/{_C}plotArea")
    return [element for element in plot if element.tag in _AXES] if plot is not None else []


def _parts(element: Any) -> dict[str, Any]:
    """The elements in an element by their tags: of several, the first."""
    parts: dict[str, Any] = {}
    for part in element:
        parts.setdefault(part.tag, part)
    return parts


def _words(title: Any) -> str:
    """The words of a title; a title that says nothing is made of the series' name by the program."""
    if title is None:
        return ""
    return "".join(text.text or "" for text in title.iter(f"{_A}t")) or "…"


def _said(parts: Mapping[str, Any], names: dict[str, str]) -> Iterator[str]:
    """What of some settings is said otherwise than by itself."""
    for name, usual in names.items():
        element = parts.get(f"{_C}{name}")
        value = element.get("val", usual) if element is not None else usual
        value = {"true": "1", "false": "0"}.get(value, value)
        if value != usual:
            yield f"{name}={_number(value)}"


def _number(text: str) -> str:
    """A number as short as it can be, as programs write it otherwise: 10.0 is 10."""
    try:
        return f"{float(text):.10g}"
    except ValueError:
        return text


def _format(element: Any) -> Iterator[str]:
    if element is not None and element.get("sourceLinked") not in ("1", "true"):
        code = element.get("formatCode", "General")
        if code != "General":
            yield f"numFmt={code}"


def _labels(group: Any) -> Iterator[str]:
    """Which series show what beside their points."""
    for number, series in enumerate(group.iterfind(f"{_C}ser")):
        shown = series.find(f"{_C}dLbls")
        parts = _parts(shown if shown is not None else ())
        for name in _SHOWN:
            element = parts.get(f"{_C}{name}")
            if element is not None and element.get("val", "1") in ("1", "true"):
                yield f"{number}:{name}"
