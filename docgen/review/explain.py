"""A rule explained: what it means, why, an example, what is said of a breach, and how it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.messages import Language, message
from docgen.messages.catalogue import entries
from docgen.review.rules import Rule, rules_of

_VALUE = re.compile(r"\{([a-z_]+)(?:![a-z]|:[^{}\s]*)?\}")


def explained(code: str, language: Language) -> str:
    """What the code of a breach means, in a language. DocgenError, with the codes most like it, for one of no rule."""
    return "\n".join(_lines(code, rules_of(code), language))


def _lines(code: str, rules: tuple[Rule, ...], language: Language) -> Iterator[str]:
    yield code
    for rule in rules:
        yield ""
        yield rule.means[language]
        if rule.why[language]:
            yield rule.why[language]
        if rule.example[language]:
            yield message("explain-example", text=rule.example[language]).text(language)
        if rule.mend[language]:
            yield message("explain-mend", text=rule.mend[language]).text(language)
    yield ""
    yield message("explain-said").text(language)
    yield from (f"  {line}" for line in said(code, language))


def said(code: str, language: Language) -> tuple[str, ...]:
    """What is said of breaches of a code, the values by their names: {label} is {total}, …"""
    of_code = (entry for name, entry in entries().items() if name.partition(".")[0] == code)
    return tuple(_VALUE.sub(r"<\1>", entry[language]["what"]) for entry in of_code)
