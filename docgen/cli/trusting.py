"""The options by which a user trusts a pack's code, and allows folders beside the content's own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from docgen.cli.command import PATH, option
from docgen.cli.echo import echo
from docgen.errors import DocgenError
from docgen.messages import message
from docgen.outside.folders import VARIABLE

_Decorator = Callable[[Callable[..., Any]], Any]


def trusting(function: Callable[..., Any]) -> Any:
    """The decorator of a command that reads content or a pack: ``--trust FOLDER`` and ``--allow FOLDER``."""
    return _trust(_allow(function))


def _remember(_context: click.Context, _option: click.Parameter, folders: tuple[Path, ...]) -> None:
    from docgen.layout.trust import remember

    for folder in folders:
        try:
            remember(folder)
        except DocgenError as error:
            echo(str(error), err=True)
            raise SystemExit(2) from None


def _let_in(context: click.Context, _option: click.Parameter, folders: tuple[Path, ...]) -> None:
    """Let the environment name folders as long as the command runs."""
    if not folders:
        return
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = os.pathsep.join([*map(str, folders), *([before] if before else [])])

    def restore() -> None:
        if before is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = before

    context.call_on_close(restore)


_trust: _Decorator = option(
    "--trust", multiple=True, type=PATH, metavar="FOLDER", expose_value=False, callback=_remember,
    is_eager=True, words=message("help-option-trust"),
)  # fmt: skip
_allow: _Decorator = option(
    "--allow", multiple=True, type=PATH, metavar="FOLDER", expose_value=False, callback=_let_in,
    is_eager=True, words=message("help-option-allow"),
)  # fmt: skip
