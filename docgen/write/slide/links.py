"""Links in text: a jump to another slide, or a web address."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from docgen.errors import DocgenError, nearest
from docgen.messages import message
from docgen.placed.address import is_address
from docgen.write.package.part import References, slide_part
from docgen.write.xml.namespaces import HYPERLINK_COLOUR, LINK_COLOUR

# What may stand in a URL as it is; anything else (Japanese, blanks) is percent-encoded.
_URL_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"
# Takes over the colour of the text in place of the theme's link colour.
_TEXT_COLOUR = (
    f'<a:extLst><a:ext uri="{LINK_COLOUR}"><ahyp:hlinkClr xmlns:ahyp="{HYPERLINK_COLOUR}" val="tx"/>'
    "</a:ext></a:extLst>"
)


def link(target: str, slide: str, numbers: Mapping[str, int], references: References) -> str:
    """The ``a:hlinkClick`` to a slide's id or a URL, from text on ``slide``.

    ``numbers`` gives the deck's slides by id; ``references`` takes up the relationship. Raises DocgenError
    where ``target`` is neither a slide of the deck nor a web address.
    """
    if target in numbers:
        key = references.add("slide", slide_part(numbers[target]))
        return f'<a:hlinkClick r:id="{key}" action="ppaction://hlinksldjump">{_TEXT_COLOUR}</a:hlinkClick>'
    if is_address(target):
        key = references.add("hyperlink", quote(target, safe=_URL_CHARACTERS, errors="surrogatepass"), external=True)
        return f'<a:hlinkClick r:id="{key}">{_TEXT_COLOUR}</a:hlinkClick>'
    raise DocgenError(
        "link-to-no-slide",
        where=message("on-slide", slide=slide),
        hint=nearest(target, numbers),
        target=target,
    )
