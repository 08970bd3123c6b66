"""Links of texts and of whole shapes: a jump to another slide, or an address of the web or of mail."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.errors import DocgenError, nearest
from docgen.messages import message
from docgen.placed.address import address_fault, leads_out, written
from docgen.write.package.part import References, slide_part
from docgen.write.xml.namespaces import HYPERLINK_COLOUR, LINK_COLOUR

# Takes over the colour of the text in place of the theme's link colour.
TEXT_COLOUR = (
    f'<a:extLst><a:ext uri="{LINK_COLOUR}"><ahyp:hlinkClr xmlns:ahyp="{HYPERLINK_COLOUR}" val="tx"/>'
    "</a:ext></a:extLst>"
)


def link(target: str, slide: str, numbers: Mapping[str, int], references: References, inside: str = "") -> str:
    """The ``a:hlinkClick`` to a slide's id or an address, from a shape on ``slide``; ``inside`` are its children.

    ``numbers`` gives the deck's slides by id; ``references`` takes up the relationship. Raises DocgenError
    where ``target`` is neither a slide of the deck nor an address that can be followed.
    """
    if target in numbers:
        key = references.add("slide", slide_part(numbers[target]))
        return f'<a:hlinkClick r:id="{key}" action="ppaction://hlinksldjump">{inside}</a:hlinkClick>'
    where = message("on-slide", slide=slide)
    if leads_out(target):
        fault = address_fault(target)
        if fault is not None:
            raise DocgenError.of(fault, where=where)
        key = references.add("hyperlink", written(target), external=True)
        return f'<a:hlinkClick r:id="{key}">{inside}</a:hlinkClick>'
    raise DocgenError(
        "link-to-no-slide",
        where=where,
        hint=nearest(target, numbers),
        target=target,
    )
