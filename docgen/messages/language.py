"""The language in which docgen speaks: Japanese or English, as the user or the machine asks."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from typing import Literal

Language = Literal["en", "ja"]
"""A language that the catalogue of messages holds."""

LANGUAGES: tuple[Language, ...] = ("en", "ja")

_VARIABLES = ("DOCGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str], stated: str | None = None) -> Language:
    """The language of messages: the ``stated`` one, else the one that the environment asks for.

    The first of DOCGEN_LANG, LC_ALL, LC_MESSAGES and LANG that holds something decides. Where none does, as on
    Windows, the language of the system does. What does not begin with "ja" is English.

    >>> language_of({"LANG": "ja_JP.UTF-8"}), language_of({"LANG": "ja_JP.UTF-8", "DOCGEN_LANG": "en"})
    ('ja', 'en')
    >>> language_of({"LANG": "en_US.UTF-8"}, "ja")
    'ja'
    """
    asked = (stated, *(environment.get(name) for name in _VARIABLES))
    # Windows calls the language by its English name: Japanese_Japan.
    name = next(filter(None, asked), None) or locale.getlocale()[0] or ""
    return "ja" if name.lower().startswith("ja") else "en"


def current_language() -> Language:
    """The language that the environment of this process asks for."""
    return language_of(os.environ)
