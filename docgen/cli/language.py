"""The language of a run: what ``--lang`` says, wherever it stands on the line, goes before what the environment says."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import click

from docgen.messages import LANGUAGES, VARIABLE, Language

OPTION = "--lang"

_STATED = "docgen.language.stated"


def stated_language(arguments: Sequence[str]) -> Language | None:
    """The language that the arguments of a command line state; None where they state none that there is.

    It is wanted before the line is parsed: for the help, and for what is wrong with the line itself.

    >>> stated_language(["check", "content", "--lang", "ja"]), stated_language(["--lang=en", "check"])
    ('ja', 'en')
    """
    values = [after for before, after in pairwise(arguments) if before == OPTION]
    values += [argument.partition("=")[2] for argument in arguments if argument.startswith(f"{OPTION}=")]
    return next((language for language in LANGUAGES if language in values[-1:]), None)


def settle_language(context: click.Context, arguments: Sequence[str]) -> None:
    """Settle the language of a run: as long as ``context`` lasts, the environment asks for the one that is stated."""
    stated = stated_language(arguments)
    context.meta[_STATED] = stated is not None
    if stated is not None:
        context.call_on_close(partial(_ask_for, os.environ.get(VARIABLE)))
        _ask_for(stated)


def is_language_stated() -> bool:
    """Whether the command line under way states the language."""
    return bool(click.get_current_context().meta.get(_STATED))


def _ask_for(language: str | None) -> None:
    if language is None:
        os.environ.pop(VARIABLE, None)
    else:
        os.environ[VARIABLE] = language
