"""What docgen hardly ever writes of a shape, so that it was done by hand: effects, equations, ink, links of shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.fingerprint.values import Features
from docgen.merging.xml_names import MC, A, P

_EFFECTS = tuple(
    f"{A}{name}"
    for name in ("outerShdw", "innerShdw", "prstShdw", "glow", "softEdge", "reflection", "blur", "fillOverlay")
)
_SOLID = tuple(f"{A}{name}" for name in ("bevelT", "bevelB", "camera", "sp3d"))
_EQUATION = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_INK = f"{P}contentPart"
_TEXT = (f"{A}r", f"{A}fld", f"{A}endParaRPr")


def shape_features(element: Any) -> Features:
    """The features of a shape's element; a shape has hardly any as it is built."""
    return tuple((name, text) for name, text in _features(element) if text)


def _features(element: Any) -> Iterator[tuple[str, str]]:
    tags = {each.tag for each in element.iter()}
    forms = [branch.get("Requires", "") for branch in element if element.tag == f"{MC}AlternateContent"]
    yield "forms", " ".join(filter(None, forms))
    yield "equation", _words(element, _EQUATION) if _EQUATION in tags else ""
    yield "ink", "ink" if _INK in tags else ""
    properties = element.find(f"{P}spPr")
    lit = () if properties is None else properties.iter(*_EFFECTS, *_SOLID)
    yield "effects", " ".join(sorted({each.tag.removeprefix(A) for each in lit}))
    texts = (look for text in element.iter(*_TEXT) for look in text.iter(*_EFFECTS))
    yield "text effects", " ".join(sorted({each.tag.removeprefix(A) for each in texts}))
    identity = next((each for each in element.iter(f"{P}cNvPr")), None)
    if identity is not None:
        yield "hidden", "hidden" if identity.get("hidden") in ("1", "true") else ""
        click = identity.find(f"{A}hlinkClick")
        yield "click", "link" if click is not None else ""


def _words(element: Any, tag: str) -> str:
    return "".join(text for formula in element.iter(tag) for text in formula.itertext()).strip() or "equation"
