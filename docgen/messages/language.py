"""The language in which docgen speaks: Japanese or English, as the user or the machine asks."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from typing import Literal

Language = Literal["en", "ja"]
"""A language that the catalogue of messages holds."""

LANGUAGES: tuple[Language, ...] = ("en", "ja")

VARIABLE = "DOCGEN_LANG"
"""The variable of the environment that is asked first."""

_VARIABLES = (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str], stated: str | None = None) -> Language:
    """The language of messages: the ``stated`` one, else the one that the environment asks for.

    The first of DOCGEN_LANG, LC_ALL, LC_MESSAGES and LANG that holds something decides. Where none does, as on
    Windows, the language of the system does. What does not begin with "ja" is English.

    >>> language_of({"LANG": "ja_JP.UTF-8"}), language_of({"LANG": "ja_JP.UTF-8", "DOCGEN_LANG": "en"})
    ('ja', 'en')
    >>> language_of({"LANG": "en_US.UTF-8"}, "ja")
    'ja'
    """
    variable = deciding_variable(environment)
    # Windows calls the language by its English name: Japanese_Japan.
    name = stated or (environment[variable] if variable is not None else locale.getlocale()[0]) or ""
    return "ja" if name.lower().startswith("ja") else "en"


def deciding_variable(environment: Mapping[str, str]) -> str | None:
    """The variable of an environment that decides the language; None where the system does.

    >>> deciding_variable({"LANG": "ja_JP.UTF-8", "LC_ALL": ""})
    'LANG'
    """
    return next((name for name in _VARIABLES if environment.get(name)), None)


def current_language() -> Language:
    """The language that the environment of this process asks for."""
    return language_of(os.environ)
