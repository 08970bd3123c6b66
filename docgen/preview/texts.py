"""The words of the page, in a language."""

from __future__ import annotations

from docgen.messages import Language, Message, message

_WORDS: dict[str, Message] = {
    "pages": message("preview-pages"),
    "search": message("preview-search"),
    "findings": message("preview-findings"),
    "changes": message("preview-changes"),
    "origin": message("preview-origin"),
    "all": message("preview-all-pages"),
    "with-errors": message("preview-with-errors"),
    "with-findings": message("preview-with-findings"),
    "with-changes": message("preview-with-changes"),
    "checking": message("preview-checking"),
    "no-findings": message("preview-no-findings"),
    "no-findings-here": message("preview-no-findings-here"),
    "no-changes-here": message("preview-no-changes-here"),
    "no-year-before": message("preview-no-year-before"),
    "click": message("preview-click"),
    "error": message("preview-error"),
    "last-good": message("preview-last-good"),
    "expected": message("preview-expected"),
    "hint": message("preview-hint"),
    "rests-on": message("preview-rests-on"),
    "lost": message("preview-lost"),
    "up-to-date": message("preview-up-to-date"),
    "first-build": message("preview-first-build"),
    "not-found": message("preview-not-found"),
    "level-error": message("level-error"),
    "level-notice": message("level-notice"),
    "keys": message("preview-keys"),
    "elsewhere": message("preview-elsewhere"),
}


def page_texts(language: Language) -> dict[str, str]:
    """The words of the page by name, and the language that they are in."""
    return {"language": language, **{name: word.text(language) for name, word in _WORDS.items()}}
