"""A fault of docgen's own, told in a few lines that name nothing of the content; the exit status is 3."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from types import TracebackType

from docgen.cli.echo import echo
from docgen.messages import message

FAULT = 3
"""The exit status where docgen itself is at fault."""

_WHOLE = "DOCGEN_TRACEBACK"
_PACKAGE = Path(__file__).resolve().parent.parent


class FaultReport:
    """A block in which what docgen did not foresee is told in short, and ends the program with 3.

    Where the environment sets DOCGEN_TRACEBACK, the fault is left as it is, with all that Python tells of it.
    """

    def __enter__(self) -> None:
        """Begin the block."""

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell of a fault; whoever stops the program, and what it ends with by itself, goes on."""
        if not isinstance(fault, Exception) or os.environ.get(_WHOLE):
            return
        said = message(
            "fault-of-docgen",
            kind=type(fault).__name__,
            place=_place(trace),
            python=platform.python_version(),
            system=sys.platform,
        )
        echo(str(said), err=True)
        raise SystemExit(FAULT) from None


def _place(trace: TracebackType | None) -> str:
    """The last line of docgen's own code that was run: module and line."""
    place = ""
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE):
            place = f"docgen/{file.relative_to(_PACKAGE).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
