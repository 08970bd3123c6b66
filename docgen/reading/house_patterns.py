"""Patterns and expected words of prh, which are those of JavaScript, as Python's."""

from __future__ import annotations

import re

_REGULAR = re.compile(r"/(?P<source>.*)/(?P<flags>[a-z]*)", re.DOTALL)
_GROUP = re.compile(r"\$(\$|&|[1-9])")
_FULL = {**{chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}}


def pattern_of(stated: str, bounded: bool = False) -> str:
    """A pattern as a regular expression of Python: /…/ is one, all else stands for itself.

    >>> pattern_of(r"/サーバ(?!ー)/"), pattern_of("(株)"), pattern_of(r"/(?<name>a)\\/b/i")
    ('(?:サーバ(?!ー))', '\\\\(株\\\\)', '(?i:(?P<name>a)/b)')
    """
    match = _REGULAR.fullmatch(stated)
    if match is None:
        return rf"\b{re.escape(stated)}\b" if bounded else re.escape(stated)
    source = match["source"].replace(r"\/", "/")
    source = re.sub(r"\(\?<([A-Za-z_]\w*)>", r"(?P<\1>", source)
    source = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda code: re.escape(chr(int(code[1], 16))), source)
    return f"(?i:{source})" if "i" in match["flags"] else f"(?:{source})"


def spread(expected: str) -> str:
    """The pattern of a rule without one: its letters in upper and lower case, half and full width.

    >>> spread("ID：")
    '[IiＩｉ][DdＤｄ]：'
    """
    return "".join(map(_spread, expected))


def _spread(letter: str) -> str:
    if letter not in _FULL or not letter.isalnum():
        return re.escape(letter)
    forms = dict.fromkeys((letter.upper(), letter.lower(), _FULL[letter.upper()], _FULL[letter.lower()]))
    return f"[{''.join(forms)}]"


def expected_template(expected: str) -> str:
    r"""What is expected, as Python's ``Match.expand`` takes it: $1 is \g<1>.

    >>> print(expected_template("（$1）"), expected_template("a$$"))
    （\g<1>） a$
    """
    return _GROUP.sub(_reference, expected.replace("\\", r"\\"))


def _reference(match: re.Match[str]) -> str:
    if match[1] == "$":
        return "$"
    return r"\g<0>" if match[1] == "&" else rf"\g<{match[1]}>"
