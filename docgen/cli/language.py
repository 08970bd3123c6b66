"""The language of a run: what ``--lang`` says, wherever it stands on the line, goes before what the environment says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

import click

from docgen.messages import LANGUAGES, VARIABLE, Language

OPTION = "--lang"


def stated_language(arguments: Sequence[str]) -> Language | None:
    """The language that the arguments of a command line state; None where they state none that there is.

    It is wanted before the line is parsed: for the help, and for what is wrong with the line itself.

    >>> stated_language(["check", "content", "--lang", "ja"]), stated_language(["--lang=en", "check"])
    ('ja', 'en')
    """
    values = [after for before, after in pairwise(arguments) if before == OPTION]
    values += [argument.partition("=")[2] for argument in arguments if argument.startswith(f"{OPTION}=")]
    return next((language for language in LANGUAGES if language in values[-1:]), None)


@contextmanager
def speaking(language: Language | None) -> Iterator[None]:
    """Lets the environment ask for a language, where one is stated, as long as the command runs."""
    before = os.environ.get(VARIABLE)
    if language is not None:
        os.environ[VARIABLE] = language
    try:
        yield
    finally:
        if before is not None:
            os.environ[VARIABLE] = before
        elif language is not None:
            del os.environ[VARIABLE]


def is_language_stated() -> bool:
    """Whether the command line under way states the language, which is its context's object."""
    return click.get_current_context().obj is not None
