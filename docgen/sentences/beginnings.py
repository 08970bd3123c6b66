"""Patterns of many words, tried only at the letters that one of the words begins with.

At each letter of a sentence Python tries all alternatives of a pattern, one after the other; nearly nowhere does any
begin. One look at the letter tells that faster than fifty tries.
"""

from __future__ import annotations

from collections.abc import Iterator

import docgen.patterns as re

_AHEAD_OR_BEHIND = ("(?=", "(?!", "(?<=", "(?<!")
_OPENING = re.compile(r"\((?:\?:|\?P<\w+>)?")
_REPEATED = re.compile(r"[?*+]\??|\{(\d*)(?:,\d*)?\}\??")
_CLASS = re.compile(r"\[(?!\^)((?:\\.|[^\]\\])+)\]|\\[dws\W]")
_SIGN = re.compile(r"\[(?:\\.|[^\]\\])+\]|\\.|[()|]")


def at_beginnings(pattern: str) -> re.Pattern[str]:
    """What matches as ``pattern`` does; ValueError for one that may begin with any letter, or match nothing.

    >>> at_beginnings("(?P<rise>増加|(?<!増)伸び)|[0-9]+割減").pattern
    '(?=[増伸0-9])(?:(?P<rise>増加|(?<!増)伸び)|[0-9]+割減)'
    """
    return re.compile(f"(?=[{''.join(dict.fromkeys(_first(pattern)))}])(?:{pattern})")


def _first(pattern: str) -> Iterator[str]:
    """What stands in a class of the letters that a pattern begins with."""
    for alternative in _alternatives(pattern):
        yield from _first_of(alternative)


def _first_of(rest: str) -> Iterator[str]:
    may_be_left_out = True
    while may_be_left_out:
        if rest.startswith("("):
            end = _closed(rest)
            if not rest.startswith(_AHEAD_OR_BEHIND):
                yield from _first(rest[_opened(rest) : end - 1])
        elif (found := _CLASS.match(rest)) is not None:
            yield re.sub("^-|-$", r"\\-", found[1] or found[0])
            end = found.end()
        elif rest and rest[0] not in "[.^$\\|)":
            yield re.escape(rest[0])
            end = 1
        else:
            raise ValueError(f"may begin with any letter, or none: {rest!r}")
        repeated = _REPEATED.match(rest, end)
        may_be_left_out = rest.startswith(_AHEAD_OR_BEHIND) or _is_optional(repeated)
        rest = rest[repeated.end() if repeated else end :]


def _is_optional(repeated: re.Match[str] | None) -> bool:
    return repeated is not None and (repeated.group()[0] in "?*" or repeated[1] in ("", "0"))


def _opened(rest: str) -> int:
    found = _OPENING.match(rest)
    if found is None or (rest.startswith("(?") and found.group() == "("):
        raise ValueError(f"a group of another kind: {rest!r}")
    return found.end()


def _closed(pattern: str) -> int:
    """Behind the bracket that closes the one that a pattern begins with."""
    depth = 0
    for place, sign in _signs(pattern):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return place + 1
    raise ValueError(f"a bracket that is not closed: {pattern!r}")


def _alternatives(pattern: str) -> Iterator[str]:
    depth = begin = 0
    for place, sign in _signs(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield pattern[begin:place]
            begin = place + 1
    yield pattern[begin:]


def _signs(pattern: str) -> Iterator[tuple[int, str]]:
    """The brackets and bars of a pattern by their places; what is escaped or stands in a class is none."""
    return ((match.start(), match.group()) for match in _SIGN.finditer(pattern) if match.group() in "()|")
