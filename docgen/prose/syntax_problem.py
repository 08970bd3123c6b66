"""What jinja2 finds wrong with the syntax of a template, in the languages of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from docgen.messages import Message, Phrase, message

# What jinja2 calls the signs of a template.
_SIGNS: Mapping[str, Message] = MappingProxyType(
    {
        "begin of print statement": message("sign-print-begins"),
        "end of print statement": message("sign-print-ends"),
        "begin of statement block": message("sign-block-begins"),
        "end of statement block": message("sign-block-ends"),
        "end of template": message("sign-template-ends"),
        "template data / text": message("sign-template-text"),
        "name": message("sign-name"),
    }
)
_PROBLEMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Message]], ...] = (
    (
        re.compile(r"unexpected end of template, expected '(.*)'\."),
        lambda found: message("syntax-ends-too-early", sign=_sign(found[1])),
    ),
    (
        re.compile(r"expected token '(.*)', got '(.*)'"),
        lambda found: message("syntax-other-sign", wanted=_sign(found[1]), found=_sign(found[2])),
    ),
    (
        re.compile(r"unexpected '(.*)', expected '(.*)'"),
        lambda found: message("syntax-wrong-bracket", found=_sign(found[1]), wanted=_sign(found[2])),
    ),
    (re.compile(r"unexpected '(.*)'"), lambda found: message("syntax-unexpected", found=_sign(found[1]))),
    (
        re.compile(r"unexpected char (.+) at [0-9]+"),
        lambda found: message("syntax-character", character=found[1][1:-1]),
    ),
    (
        re.compile(r"Expected an expression, got '(.*)'"),
        lambda found: message("syntax-no-expression", found=_sign(found[1])),
    ),
    (re.compile(r"Encountered unknown tag '(.*?)'\..*"), lambda found: message("syntax-unknown-tag", tag=found[1])),
    (
        re.compile(r"Unexpected end of template\..* needs to be closed is '(.*)'\."),
        lambda found: message("syntax-block-open", tag=found[1]),
    ),
    (re.compile(r"Missing end of comment tag"), lambda found: message("syntax-comment-open")),
    (re.compile(r"Missing end of raw directive"), lambda found: message("syntax-raw-open")),
    (re.compile(r"tag name expected"), lambda found: message("syntax-no-tag")),
)


def syntax_problem(words: str) -> Phrase:
    """What is wrong, by jinja2's words for it; these themselves where they are seldom heard.

    >>> str(syntax_problem("unexpected '}'"))
    "unexpected '}'"
    """
    matches = ((pattern.fullmatch(words), say) for pattern, say in _PROBLEMS)
    return next((say(match) for match, say in matches if match is not None), words)


def _sign(name: str) -> Phrase:
    return _SIGNS.get(name, name)
