"""Links that leave the deck: web pages, mail, telephone numbers."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

ADDRESSES = ("http://", "https://", "mailto:", "tel:")
"""How a link begins that leads out of the deck; any other is the id of a slide."""

_HOST = re.compile(r"[^\s.@:/]+(?:\.[^\s.@:/]+)*|\[[0-9A-Fa-f:.]+\]")
_MAIL = re.compile(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")
_TELEPHONE = re.compile(r"\+?[0-9][0-9()-]*")


def is_address(link: str) -> bool:
    """Whether a link leads out of the deck."""
    return link.startswith(ADDRESSES)


def is_well_formed(address: str) -> bool:
    """Whether an address can be followed: a web page's has a host, a mail's an @, a telephone's a number.

    >>> [is_well_formed(address) for address in ("https://www.cao.go.jp/", "mailto:info@example.go.jp", "tel:03-5253-2111")]
    [True, True, True]
    >>> [is_well_formed(address) for address in ("https://", "http://[bad", "https://example.go.jp:port/", "mailto:info")]
    [False, False, False, False]
    """
    if address.startswith("mailto:"):
        return _MAIL.fullmatch(address.removeprefix("mailto:").partition("?")[0]) is not None
    if address.startswith("tel:"):
        return _TELEPHONE.fullmatch(address.removeprefix("tel:")) is not None
    try:
        parts = urlsplit(address)
        # Asking for the port is what finds a wrong one.
        return _HOST.fullmatch(parts.hostname or "") is not None and parts.port != 0
    except ValueError:
        return False
