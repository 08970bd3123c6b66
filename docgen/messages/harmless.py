"""Texts that go to a terminal: what content and file names hold can neither command it nor turn its lines round."""

from __future__ import annotations

import re

# Control characters but for tabs and line feeds (a file name may hold an escape sequence), and the marks that change
# the direction of what follows (Unicode Standard Annex 9).
_COMMANDING = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    r"""A text in which characters that command a terminal are spelled out, as JSON spells them.

    >>> harmless("a\x1b[2Jb")
    'a\\u001b[2Jb'
    """
    return _COMMANDING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def blanked(text: str) -> str:
    """A text of the same length in which characters that command a terminal are replaced."""
    return _COMMANDING.sub("\ufffd", text)
