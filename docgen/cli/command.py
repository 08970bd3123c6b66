"""Commands and options whose help is in the language of the run; every command takes ``--lang``."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from docgen.cli.echo import echo
from docgen.cli.fault import FaultReport
from docgen.cli.help_page import HelpPage
from docgen.cli.language import OPTION, speaking, stated_language
from docgen.cli.usage_error import UsageError, spoken_errors
from docgen.messages import LANGUAGES, Message, message

PATH = click.Path(path_type=Path, readable=False)
"""The type of an argument that is a file or folder; whether it can be read is said by what reads it."""

_Decorator = Callable[[Callable[..., Any]], Any]


class Choice(click.Choice[str]):
    """One of some words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Another word was given."""
        choices = tuple(map(str, self.choices))
        return str(message("usage-no-such-choice", value=str(value), choices=choices))


class Option(click.Option):
    """An option; ``words`` are its help."""

    def __init__(self, *arguments: Any, words: Message, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's names and its help, with its default where that is shown."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        text, extra = str(self.words), self.get_help_extra(ctx)
        if "default" in extra:
            text += str(message("help-default", value=extra["default"]))
        if "required" in extra:
            text += str(message("help-required"))
        return record[0], text


class _Context(click.Context):
    formatter_class = HelpPage


class Command(click.Command):
    """A command; ``words`` are its help, of which the first paragraph stands in the list of commands."""

    context_class = _Context

    def __init__(self, *arguments: Any, words: Message, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.words = words
        choice = Choice(LANGUAGES)
        self.params.append(Option([OPTION], type=choice, expose_value=False, words=message("help-option-lang")))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments."""
        takes_more = ctx.allow_extra_args
        ctx.allow_extra_args = True
        with spoken_errors(ctx):
            super().parse_args(ctx, args)
        if ctx.args and not takes_more:
            raise UsageError(message("usage-too-many-arguments", arguments=tuple(ctx.args)), ctx)
        return ctx.args

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first paragraph of the help, whole: the page of help breaks it over lines."""
        return str(self.words).split("\n")[0].rstrip("。.")

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        pieces = pieces.replace("[OPTIONS]", str(message("help-options-of")))
        formatter.write_usage(ctx.command_path, pieces, str(message("help-usage")))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(str(self.words))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None and isinstance(parameter, click.Option):
                is_help = parameter is self.get_help_option(ctx)
                records.append((record[0], str(message("help-option-help"))) if is_help else record)
        with formatter.section(str(message("help-options"))):
            formatter.write_dl(records)


class Group(Command, click.Group):
    """A command of several commands."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the group's name: its options, a command and its arguments."""
        *pieces, command = super().collect_usage_pieces(ctx)
        assert command == self.subcommand_metavar
        return [*pieces, str(message("help-command-of"))]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands in the order in which they were added."""
        super().format_options(ctx, formatter)
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        rows = [(name, command.get_short_help_str()) for name, command in commands.items() if command is not None]
        with formatter.section(str(message("help-commands"))):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is named; the help where none is."""
        with spoken_errors(ctx):
            return super().invoke(ctx)


class Program(Group):
    """All commands together, each imported when it is first asked for; ``modules`` are the names of their files."""

    def __init__(self, *arguments: Any, modules: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = import_module(f"{__package__}.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; an error that tells the nearest names where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=self.modules, ctx=ctx) from error

    def main(self, args: Sequence[str] | None = None, *others: Any, **settings: Any) -> Any:
        """Run a command line; its language is settled before anything can be wrong with it."""
        # No record has use for pydantic's plugins; looking for them reads the metadata of every package installed.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        language = stated_language(sys.argv[1:] if args is None else args)
        with speaking(language), FaultReport():
            return super().main(args, *others, obj=language, **settings)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments; what a console cannot show is replaced from here on, and ends nothing."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; its warnings are told as notices, and where it is interrupted it says so."""
        with warnings.catch_warnings():
            warnings.showwarning = _tell_warning  # type: ignore[assignment]
            try:
                return super().invoke(ctx)
            except (KeyboardInterrupt, click.Abort):
                echo(f"\n{message('usage-interrupted')}", err=True)
                ctx.exit(1)


def _tell_warning(warning: Warning | str, *_: object) -> None:
    echo(f"{message('level-notice')}: {warning}", err=True)


def bilingual(name: str, words: Message) -> _Decorator:
    """The decorator of a command, whose help is ``words``."""
    return click.command(name, cls=Command, words=words)


def option(*names: str, words: Message, **settings: Any) -> _Decorator:
    """The decorator of an option."""
    return click.option(*names, cls=Option, words=words, **settings)
