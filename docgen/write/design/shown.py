"""What a master and its slide layouts show: the names of their shapes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from docgen.fingerprint.values import DesignPart

_KIND = re.compile(rb"<p:(sldMaster|sldLayout)[ >]")
_NAME = re.compile(rb'<p:cSld name="([^"]*)"')
_SHAPE = re.compile(rb'<p:cNvPr [^>]*?\bname="([^"]*)"')


def shown_parts(parts: Iterable[bytes]) -> Iterator[DesignPart]:
    """The master and the layouts among the parts of a design, each with the names of its shapes.

    >>> list(shown_parts([b'<p:sldLayout ><p:cSld name="A"><p:cNvPr id="1" name=""/><p:cNvPr id="2" name="B"/>']))
    [DesignPart(name='A', shapes=('B',))]
    """
    for data in parts:
        kind = _KIND.search(data[:4000])
        if kind is None:
            continue
        name = _NAME.search(data) if kind[1] == b"sldLayout" else None
        shapes = tuple(shape for shape in map(_text, _SHAPE.findall(data)) if shape)
        yield DesignPart(_text(name[1]) if name is not None else "", shapes)


def _text(data: bytes) -> str:
    return html.unescape(data.decode("utf-8"))
