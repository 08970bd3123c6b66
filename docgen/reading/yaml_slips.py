"""What a Japanese keyboard slips into YAML: full-width spaces and colons, no space after a colon, signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from docgen.messages import Message, message
from docgen.value import value

# Keys are in small letters; a line of a text may well begin with KPI：.
_KEY_LINE = re.compile(r"(?P<indent>[ \u3000]*)(?:-[ \u3000]+)*(?P<key>[a-z][a-z0-9_-]*)(?P<colon>[:：])(?P<after>.?)")
# At a key that libyaml could not end, the key may be in any script.
_ANY_KEY_LINE = re.compile(r"(?P<indent>[ \u3000]*)(?:-[ \u3000]+)*(?P<key>[^\s:：\"'{\[]+)(?P<colon>[:：])(?P<after>.?)")
# What a line of small letters begins with that may be a slip: most files have none.
_SUSPECT = re.compile(r"[ -]*(?:\u3000|[a-z][a-z0-9_-]*(?:：|:[^ \t/:]))")
_COMMENT_IN_BRACKETS = re.compile(r"[{\[,:]\s+(?P<text>#[^\s,}\]]*)")


@value(frozen=True, slots=True)
class Slip:
    """A slip at a line and column (from 1), what it is, and what to do."""

    line: int
    column: int
    what: Message
    hint: Message


def slip_of(text: str, error: yaml.MarkedYAMLError) -> Slip | None:
    """The slip in ``text`` that made YAML fail, or None: the nearest one before the place where it failed."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    lines = text.split("\n")
    context = error.context_mark or mark
    if "simple key" in (error.context or "") and (slip := slip_in(lines, context.line, _ANY_KEY_LINE)):
        return slip
    if "flow" in (error.context or "") and (found := _COMMENT_IN_BRACKETS.search(_line(lines, context.line))):
        column = found.start("text") + 1
        return Slip(context.line + 1, column, message("yaml-comment-in-brackets"), _quoted(found["text"]))
    if "cannot start any token" in (error.problem or ""):
        return _sign(lines, mark)
    first = max(0, min(context.line, mark.line - 3))
    candidates = (slip_in(lines, line) for line in range(mark.line, first - 1, -1))
    return next((slip for slip in candidates if slip is not None), None)


def slip_in(lines: list[str], line: int, pattern: re.Pattern[str] = _KEY_LINE) -> Slip | None:
    """The slip in the key of a line, counted from 0, or None.

    >>> slip_in(["unit: 人", "name：病床数"], 1).column
    5
    """
    found = pattern.match(_line(lines, line))
    if found is None:
        return None
    return next((Slip(line + 1, column + 1, what, hint) for column, what, hint in _slips(found)), None)


def may_slip(line: str) -> bool:
    """Whether :func:`slip_in` may find a slip in a line; told without looking at it closely."""
    return _SUSPECT.match(line) is not None


def swallowing_lines(root: yaml.Node) -> Iterator[int]:
    """The lines, counted from 0, where a text without quotes goes on, or stands below its key: a key may hide there.

    Keys that begin with a full-width space are among them. A node that aliases share is looked at once.
    """
    seen: set[int] = set()
    waiting: list[tuple[yaml.Node, int]] = [(root, -1)]
    while waiting:
        node, line_above = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode) and not node.style:
            yield from range(max(node.start_mark.line, line_above + 1), node.end_mark.line + 1)
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(child, child.start_mark.line) for child in node.value]
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                waiting.append((value, key.start_mark.line))
                if isinstance(key, yaml.ScalarNode) and key.value.startswith("\u3000"):
                    yield key.start_mark.line


def _slips(found: re.Match[str]) -> Iterator[tuple[int, Message, Message]]:
    after, key = found["after"], found["key"]
    if "\u3000" in found["indent"]:
        yield found["indent"].index("\u3000"), message("yaml-wide-space-indent"), message("indent-with-spaces")
    if found["colon"] == "：":
        yield found.start("colon"), message("yaml-wide-colon"), message("colon-and-space", key=key)
    if after == "\u3000":
        yield found.start("after"), message("yaml-wide-space-after-colon"), message("colon-and-space", key=key)
    if after and after not in " \t/:":
        yield found.start("colon"), message("yaml-no-space-after-colon"), message("colon-and-space", key=key)


def _sign(lines: list[str], mark: yaml.Mark) -> Slip | None:
    rest = _line(lines, mark.line)[mark.column :].rstrip()
    if rest.startswith("\t") or not rest:
        return Slip(mark.line + 1, mark.column + 1, message("yaml-tab"), message("indent-with-spaces"))
    return Slip(mark.line + 1, mark.column + 1, message("yaml-cannot-start"), _quoted(rest))


def _quoted(text: str) -> Message:
    return message("quote-this", text=text)


def _line(lines: list[str], line: int) -> str:
    return lines[line] if line < len(lines) else ""
