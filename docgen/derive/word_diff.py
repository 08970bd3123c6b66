"""The words of a text that were not in the text of last year.

Japanese has no spaces between words: a text is cut where its script changes, and runs of kanji into words of
two characters, the most usual length. A short word between two changed ones (の, 及び) is marked with them, so
that a reader sees whole phrases.
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
# A word of at most three characters between two changes is marked with them: の, 及び, SIP.
_SHORT_WORD = re.compile(r"[^「」（）【】。{}*\\]{1,3}")
# A text of which a smaller share of characters is kept is marked as a whole.
_KEPT = 0.3


def marked_changes(text: str, before: str, colour: str) -> str:
    """``text`` with the words that ``before`` does not have in ``{colour|…}``.

    Where words were only taken out, the word beside the gap is marked. Both texts may hold inline markup, whose
    signs stay outside the marks.

    >>> marked_changes("死者数は増加した。", "死者数は減少した。", "red")
    '死者数は{red|増加}した。'
    """
    if text == before or not text:
        return text
    now, then = _tokens(text), _tokens(before)
    return "".join(_wrapped(now, _changed(now, then), colour))


def _tokens(text: str) -> list[str]:
    return [token.group() for token in _TOKEN.finditer(text)]


def _is_markup(token: str) -> bool:
    match = _TOKEN.fullmatch(token)
    return match is not None and match["markup"] is not None


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
    """The runs of ``now`` that differ, as indices of the first token and of the one after the last.

    A run is empty where tokens were only taken out; runs with no more than a short word between them are one.
    """
    runs: list[tuple[int, int]] = []
    for kind, _, _, first, last in difflib.SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if runs and _SHORT_WORD.fullmatch("".join(now[runs[-1][1] : first])):
            first = runs.pop()[0]
        runs.append((first, last))
    return runs


def _beside(now: Sequence[str], gap: int) -> int:
    """The index of the word before a gap, or of the first word where there is none before it."""
    words = [index for index, token in enumerate(now) if not _is_markup(token)]
    return next((index for index in reversed(words) if index < gap), words[0] if words else 0)


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
