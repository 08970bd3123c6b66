"""The deck's table style: ``ppt/tableStyles.xml``.

What a pack says of tables stands there once, so that PowerPoint's table design works on them, and a row, a column or a
table that a user adds looks as the others do.
"""

from __future__ import annotations

from docgen.placed import Design, Line, TableForm
from docgen.write.xml import escape, identity
from docgen.write.xml.colour import Colours
from docgen.write.xml.namespaces import DRAWING


def table_style_id(design: Design) -> str:
    """The id of the design's table style, the same in every build."""
    return identity.guid("table-style", design.name)


def table_styles_xml(design: Design, colours: Colours) -> str:
    """The part with the design's style, which a table that a user adds by hand has as well."""
    form, style = design.table, table_style_id(design)
    whole = {"top": form.head_top, "bottom": form.bottom, "insideH": form.rule, "insideV": form.column_rule}
    parts = (
        _part("wholeTbl", form, colours, {"left": None, "right": None, **whole}, None),
        _part("band1H", form, colours, {}, form.band_fill),
        _part("lastCol", form, colours, {}, None, bold=True),
        _part("firstCol", form, colours, {}, None, bold=True),
        _part("lastRow", form, colours, {"bottom": form.bottom}, form.total_fill, bold=True),
        _part("firstRow", form, colours, {"top": form.head_top, "bottom": form.head_bottom}, form.head_fill, head=True),
    )
    return (
        f'<a:tblStyleLst xmlns:a="{DRAWING}" def="{style}"><a:tblStyle styleId="{style}" '
        f'styleName="{escape.attribute(design.name)}">{"".join(parts)}</a:tblStyle></a:tblStyleLst>'
    )


def _part(
    tag: str,
    form: TableForm,
    colours: Colours,
    lines: dict[str, Line | None],
    fill: str | None,
    *,
    bold: bool = False,
    head: bool = False,
) -> str:
    """What the style says of a part of the table: the whole, its first row and so on."""
    borders = "".join([f"<a:{side}>{colours.line(line)}</a:{side}>" for side, line in lines.items()])
    inside = colours.fill(fill) if fill is not None or tag == "wholeTbl" or head else ""
    filled = f"<a:fill>{inside}</a:fill>" if inside else ""
    weight = ' b="on"' if bold or (head and form.head_bold) else ""
    colour = form.head_colour if head else form.body_colour if tag == "wholeTbl" else None
    text = f'<a:fontRef idx="minor"/>{colours.element(colour)}' if colour is not None else ""
    style = f"<a:tcTxStyle{weight}>{text}</a:tcTxStyle>" if weight or text else ""
    return f"<a:{tag}>{style}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{filled}</a:tcStyle></a:{tag}>"
