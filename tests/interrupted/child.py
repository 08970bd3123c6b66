"""One command in a process of its own, in which something goes wrong; docgen is imported once for all of them."""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from docgen.cli import main

_WRITES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.chown", "os.link", "os.truncate")

Trouble = Callable[[], None]
"""What is done in the child before the command runs."""


def started(arguments: tuple[str, ...], folder: Path, trouble: Trouble) -> int:
    """Begin a command in ``folder``; the process."""
    child = os.fork()
    if child:
        return child
    status = 70
    try:
        os.chdir(folder)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        trouble()
        main(list(arguments), standalone_mode=True)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    finally:
        os._exit(status)


def ended(child: int) -> int:
    """The exit status of a process; minus its signal where it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def nothing() -> None:
    """No trouble."""


def at_writing(number: int, act: Callable[[str], None]) -> Trouble:
    """Do ``act`` each time that the command is about to change its folder, from the ``number``-th time on."""

    def trouble() -> None:
        seen, folder = 0, os.getcwd()

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event in _WRITES or (event == "open" and _for_writing(arguments)):
                if not os.path.abspath(str(arguments[0])).startswith(folder):
                    return
                seen += 1
                if seen >= number:
                    act(event)

        sys.addaudithook(hook)

    return trouble


def _for_writing(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def writings(arguments: tuple[str, ...], folder: Path) -> int:
    """How often a command changes its folder."""
    reading, writing = os.pipe()

    def count(event: str) -> None:
        os.write(writing, b".")

    child = started(arguments, folder, at_writing(1, count))
    os.close(writing)
    with open(reading, "rb") as said:
        seen = len(said.read())
    ended(child)
    return seen


def killed(event: str) -> None:
    """End as by a power cut."""
    os.kill(os.getpid(), signal.SIGKILL)


def full(event: str) -> None:
    """What the system says of a full disk, on which names can still be changed."""
    if event in ("open", "os.mkdir"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def no_file_over(size: int) -> Trouble:
    """Let no file grow over so many bytes: writing more is an error, in the midst of a file."""

    def trouble() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return trouble


def bound_by_modes() -> None:
    """Give up root's rights to read and write where modes say that nobody may (capabilities 1 and 2 of Linux)."""
    if os.geteuid() != 0:
        return
    system = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    rights = (ctypes.c_uint32 * 6)()
    if system.capget(header, rights) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    rights[0] &= ~0b110
    if system.capset(header, rights) != 0:
        raise OSError(ctypes.get_errno(), "capset")
