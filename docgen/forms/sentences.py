"""Sentences whose numbers come from the data: as pages print them, and an edited one made a template again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.derive.desk import Desk
from docgen.errors import FieldPath
from docgen.model.prose import is_template

# Stand around what an expression prints; no text of a page has them.
_BEGIN, _END = "\ue000", "\ue001"
_PART = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_CONDITION = re.compile(r"\{%-?\s*+(?!set\b)")
_PRINTED = re.compile(f"{_BEGIN}(.*?){_END}", re.DOTALL)


def printed(text: str, path: FieldPath, desk: Desk) -> str:
    """A sentence as pages print it; one with conditions as the content writes it, since its words are not all there."""
    return text if _CONDITION.search(text) else desk.text(text, path)


def template_again(answer: str, template: str, path: FieldPath, desk: Desk) -> tuple[str, tuple[str, ...]]:
    """An edited sentence with the expressions of its ``template`` in place of what they print.

    Also what is no longer taken from the data: the numbers that the template prints and the answer does not have. An
    answer that is a template itself stays as it is.
    """
    if not is_template(template) or is_template(answer) or _CONDITION.search(template):
        return answer, ()
    parts = _PART.split(template)
    marked = "".join(f"{_BEGIN}{part}{_END}" if part.startswith("{{") else part for part in parts)
    results = _PRINTED.findall(desk.text(marked, path))
    expressions = [part for part in parts if part.startswith("{{")]
    settings = "".join(part for part in parts if part.startswith("{%"))
    text, lost, done = "", [], 0
    for expression, result in zip(expressions, results, strict=True):
        at = _whole(answer, result, done)
        if at is None:
            lost.append(result)
            continue
        text += answer[done:at] + expression
        done = at + len(result)
    return (settings if done else "") + text + answer[done:], tuple(lost)


def _whole(text: str, result: str, start: int) -> int | None:
    """Where a printed result stands next in a text, and is not a part of a longer number."""
    for match in re.finditer(re.escape(result), text[start:]) if result else ():
        before, after = text[: start + match.start()][-1:], text[start + match.end() :][:1]
        is_part = (before.isdigit() and result[0].isdigit()) or (after.isdigit() and result[-1].isdigit())
        if not is_part and not (before in ".,，．" and before and result[0].isdigit()):
            return start + match.start()
    return None


def same_words(first: str, others: Iterable[str]) -> bool:
    """Whether a text says the same as one of the others, blanks and line breaks aside."""
    return _plain(first) in {_plain(other) for other in others}


def _plain(text: str) -> str:
    return "".join(text.split())
