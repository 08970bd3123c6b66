"""Links that leave the deck, web pages and mail: what is wrong with one, and how it is written into a file."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote

from docgen.messages import Message, message

ADDRESS_LENGTH = 2_083
"""Letters of an address as it is written into a file; Office follows no longer one."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://(?P<host>\[[^\[\]]*\]|[^/?#:@\[\]]*)(?::(?P<port>[0-9]*))?(?:[/?#].*)?", re.IGNORECASE)
_USER = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)
# Further headers could make a mail program attach files (RFC 6068, section 7).
_MAIL_FIELDS = frozenset({"subject", "body", "cc", "bcc"})
_MAIL_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_LONGEST_HOST = 253
# What may stand in an address as it is (RFC 3986); anything else, such as Japanese, is percent-encoded.
_PLAIN = "%/:=&?~#+!$,;'@()*[]"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PORTS = range(1, 65_536)
# Letters of a wrong address that are said.
_SHOWN = 100


def leads_out(link: str) -> bool:
    """Whether a link is an address, right or wrong; any other is the id of a slide.

    >>> leads_out("https://www.cao.go.jp/"), leads_out("javascript:alert(1)"), leads_out("I-1065/traffic")
    (True, True, False)
    """
    return _SCHEME.match(link) is not None


def address_fault(address: str) -> Message | None:
    """What is wrong with an address; None for one of a web page or of mail that can be followed.

    >>> [address_fault(each) for each in ("https://www.cao.go.jp/", "https://例え.jp/統計", "mailto:info@example.go.jp")]
    [None, None, None]
    >>> print(address_fault("https://user:secret@example.go.jp/"))
    the address holds a user or a password
    """
    strange = next((letter for letter in address if letter == "\\" or unicodedata.category(letter)[0] in "CZ"), None)
    if strange is not None:
        return message("address-character", target=address[:_SHOWN], character=f"U+{ord(strange):04X}")
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        fault = _mail_fault(address, rest)
    elif scheme.lower() in ("http", "https"):
        fault = _web_fault(address)
    else:
        return message("address-scheme", target=address[:_SHOWN])
    if fault is None and len(written(address)) > ADDRESS_LENGTH:
        return message("address-long", count=len(written(address)), most=ADDRESS_LENGTH)
    return fault


def written(address: str) -> str:
    """A sound address as files have it, in ASCII: the host as DNS knows it, other letters percent-encoded.

    >>> written("HTTPS://例え.jp/統計?年=2023"), written("mailto:info@例え.jp?subject=統計")
    ('https://xn--r8jz45g.jp/%E7%B5%B1%E8%A8%88?%E5%B9%B4=2023', 'mailto:info@xn--r8jz45g.jp?subject=%E7%B5%B1%E8%A8%88')
    """
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        receivers, mark, fields = rest.partition("?")
        plain = ",".join(_with_host(one, one.rpartition("@")[2]) for one in receivers.split(",")) + mark + fields
    else:
        web = _WEB.fullmatch(address)
        plain = rest if web is None else _with_host(rest, web["host"])
    return f"{scheme.lower()}:{quote(_BARE_PERCENT.sub('%25', plain), safe=_PLAIN)}"


def _web_fault(address: str) -> Message | None:
    if _USER.match(address):
        return message("address-user")
    web = _WEB.fullmatch(address)
    sound = web is not None and _is_host(web["host"]) and (not web["port"] or _is_port(web["port"]))
    return None if sound else message("address-host", target=address[:_SHOWN])


def _is_port(digits: str) -> bool:
    return len(digits) <= 5 and int(digits) in _PORTS


def _mail_fault(address: str, rest: str) -> Message | None:
    receivers, _, fields = rest.partition("?")
    for receiver in receivers.split(","):
        name, _, host = receiver.rpartition("@")
        if _MAIL_NAME.fullmatch(name) is None or "." not in host or not _is_host(host):
            return message("address-mail", target=address[:_SHOWN])
    for field in fields.split("&") if fields else ():
        name = field.partition("=")[0]
        if name.lower() not in _MAIL_FIELDS:
            return message("address-mail-field", field=name[:_SHOWN])
    return None


def _is_host(host: str) -> bool:
    """Whether a name can be one of DNS, in any script, or is an IP address."""
    try:
        if host.startswith("["):
            return IPv6Address(host[1:-1]).scope_id is None
        name = _in_ascii(host)
        labels = name.removesuffix(".").split(".")
        if labels[-1].isdigit():
            return str(IPv4Address(name)) == name
    except (UnicodeError, AddressValueError):
        return False
    return len(name) <= _LONGEST_HOST and all(_LABEL.fullmatch(label) for label in labels)


def _with_host(text: str, host: str) -> str:
    return text if host.isascii() else text.replace(host, _in_ascii(host), 1)


def _in_ascii(host: str) -> str:
    """A host as DNS knows it (punycode). UnicodeError for one that cannot be."""
    # The codec's time grows with the square of the length.
    if len(host) > _LONGEST_HOST:
        raise UnicodeError(host[:_LONGEST_HOST])
    return host if host.isascii() else host.encode("idna").decode("ascii")
