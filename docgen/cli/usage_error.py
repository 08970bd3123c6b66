"""What is wrong with a command line, in the language of the run; click says it in English only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from docgen.cli.echo import echo
from docgen.messages import Message, message


class UsageError(click.UsageError):
    """A command line that is wrong: the command's usage, where its help is, and what is wrong."""

    def __init__(self, words: Message, context: click.Context) -> None:
        super().__init__(str(words), context)
        self.context = context

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, by default among the errors."""
        hint = message("usage-help", command=f"{self.context.command_path} --help")
        error = message("usage-error", reason=self.message)
        echo(f"{self.context.get_usage()}\n{hint}\n\n{error}", file=file, err=file is None)


@contextmanager
def spoken_errors(context: click.Context) -> Iterator[None]:
    """Says what click finds wrong with the command line of ``context`` in the language of the run."""
    try:
        yield
    except (UsageError, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        place = error.ctx or context
        if type(error) is click.UsageError and isinstance(place.command, click.Group):
            # No command is named.
            raise click.exceptions.NoArgsIsHelpError(place) from None
        raise UsageError(_words(error, place), place) from None


def _words(error: click.UsageError, context: click.Context) -> Message:
    match error:
        case click.NoSuchOption(option_name=option, possibilities=near) if near:
            return message("usage-no-such-option-near", option=option, near=tuple(near))
        case click.NoSuchOption(option_name=option):
            return message("usage-no-such-option", option=option)
        case click.exceptions.NoSuchCommand(command_name=name, possibilities=near) if near:
            return message("usage-no-such-command-near", command=name, near=tuple(near))
        case click.exceptions.NoSuchCommand(command_name=name):
            return message("usage-no-such-command", command=name)
        case click.BadOptionUsage(option_name=option):
            takes_none = any(option in each.opts and getattr(each, "is_flag", False) for each in context.command.params)
            if takes_none:
                return message("usage-option-takes-no-value", option=option)
            return message("usage-option-without-value", option=option)
        case click.MissingParameter(param=click.Option() as option):
            return message("usage-option-missing", option=option.opts[-1])
        case click.MissingParameter(param=click.Argument() as argument):
            return message("usage-argument-missing", argument=argument.make_metavar(context))
        case click.BadParameter(param=click.Parameter() as parameter):
            return message("usage-bad-value", parameter=_name(parameter, context), reason=error.message)
    return message("usage-other", reason=error.format_message())


def _name(parameter: click.Parameter, context: click.Context) -> str:
    return parameter.make_metavar(context) if isinstance(parameter, click.Argument) else parameter.opts[-1]
