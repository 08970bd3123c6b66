"""The words of a text that were not in the text before, in pieces that read well.

Japanese has no spaces between words: a text is cut where its script changes, and runs of kanji into words of
two characters, of which most are made. Short words that stay between two changed ones (の, 及び) are marked with
them, so that no piece is a shred.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

_TOKEN = re.compile(
    r"(?P<markup>\{[^{}|\s\\]+\||\}|\*\*|\{/\})"
    r"|\\[{}|*\\]"
    r"|[々〆㐀-鿿]{1,2}"
    r"|[ァ-ヶー]+"
    r"|[ぁ-ゖ]+"
    r"|[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+(?:[.,．，][0-9０-９]+)*"
    r"|.",
    re.DOTALL,
)
# What stays between two changes without being a word of its own to read: の, 及び, SIP.
_WORD = re.compile(r"[^「」（）【】。{}*\\]+")
_SHORTEST = 3
# Below this share of kept characters a text is new as a whole; marking shreds of it would tell nothing.
_KEPT = 0.3


def marked_changes(text: str, before: str, colour: str) -> str:
    """``text`` with the words that ``before`` does not have in ``{colour|…}``; itself where both are alike.

    Where words were only taken out, the word beside the gap is marked. Both texts may hold inline markup;
    no piece reaches over a mark's begin or end.
    """
    if text == before or not text:
        return text
    now, then = _tokens(text), _tokens(before)
    return "".join(_wrapped(now, _changed(now, then), colour))


def _tokens(text: str) -> list[str]:
    return [found.group() for found in _TOKEN.finditer(text)]


def _is_markup(token: str) -> bool:
    found = _TOKEN.fullmatch(token)
    return found is not None and found["markup"] is not None


def _changed(now: Sequence[str], then: Sequence[str]) -> list[bool]:
    """For each token whether it was not there before."""
    changed = [False] * len(now)
    for first, last in _differences(now, then):
        if first == last:
            changed[_beside(now, first)] = True
        else:
            changed[first:last] = [True] * (last - first)
    kept = sum(len(token) for token, new in zip(now, changed, strict=True) if not new)
    return [True] * len(now) if kept < _KEPT * sum(map(len, now)) else changed


def _differences(now: Sequence[str], then: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of ``now`` that differ, empty where words were only taken out; those with no more than a
    short word between them are one.
    """
    found: list[tuple[int, int]] = []
    for kind, _, _, first, last in difflib.SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if found and _short("".join(now[found[-1][1] : first])):
            first = found.pop()[0]
        found.append((first, last))
    return found


def _short(between: str) -> bool:
    return len(between) <= _SHORTEST and _WORD.fullmatch(between) is not None


def _beside(now: Sequence[str], gap: int) -> int:
    """The index of the word before a gap, or of the first one after it."""
    words = [at for at, token in enumerate(now) if not _is_markup(token)]
    return next((at for at in reversed(words) if at < gap), words[0] if words else 0)


def _wrapped(now: Sequence[str], changed: Sequence[bool], colour: str) -> list[str]:
    parts: list[str] = []
    inside = False
    for token, new in zip(now, changed, strict=True):
        wanted = new and not _is_markup(token)
        if wanted != inside:
            parts.append(f"{{{colour}|" if wanted else "}")
            inside = wanted
        parts.append(token)
    return [*parts, "}"] if inside else parts
