"""The note that tells, on a slide, what both sides changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from docgen.merge.conflict import Conflict
from docgen.write import escape
from docgen.write.namespaces import ROOT
from docgen.write.text import FONTS, LANGUAGE

# Left, top, width in points; a height is left to the text.
_LEFT, _TOP, _WIDTH, _LINE = 24, 72, 300, 13
_EMU = 12700
_MOST = 6


def conflict_note(name: str, number: int, conflicts: Sequence[Conflict]) -> Any:
    """A shape that names each conflict with the edited text; the slide itself shows the content's."""
    lines = ["編集と新しい内容の競合（新しい内容を表示）"]
    for conflict in conflicts[:_MOST]:
        lines.append(f"{conflict.shape.rpartition('/')[2]} {conflict.what}".strip())
        lines.append(f"　編集：{conflict.by_hand or '－'}")
    if len(conflicts) > _MOST:
        lines.append(f"ほか{len(conflicts) - _MOST}件")
    height = _LINE * sum(1 + len(line) // 32 for line in lines) + 12
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr {LANGUAGE} sz="900" b="{int(not at)}"><a:solidFill><a:srgbClr val="7A1F1F"/></a:solidFill>'
        f"{FONTS['body']}</a:rPr><a:t>{escape.text(line)}</a:t></a:r></a:p>"
        for at, line in enumerate(lines)
    )
    return etree.fromstring(
        f'<p:sp {ROOT}><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{_LEFT * _EMU}" y="{_TOP * _EMU}"/><a:ext cx="{_WIDTH * _EMU}" cy="{height * _EMU}"/>'
        '</a:xfrm><a:prstGeom prst="foldedCorner"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="FFF4C2"/>'
        '</a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="C9A227"/></a:solidFill></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="72000" tIns="54000" rIns="72000" bIns="54000" anchor="t">'
        f"<a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
