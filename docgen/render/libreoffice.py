"""LibreOffice on a machine: its program, which draws decks, and its version."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_TIME_LIMIT = 30  # seconds


def find_libreoffice() -> Path | None:
    """The program of LibreOffice: on the PATH, else where its installer puts it; None where it is not."""
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    if on_path is not None:
        return Path(on_path)
    return next((place for place in usual_places(os.environ, sys.platform) if place.is_file()), None)


def usual_places(environment: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Where the installers of Windows and macOS put the program, which they do not put on the PATH."""
    if platform.startswith("win"):
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if environment.get(name):
                yield Path(environment[name]) / "LibreOffice" / "program" / "soffice.exe"
    elif platform == "darwin":
        for folder in (Path("/Applications"), Path(os.path.expanduser("~/Applications"))):
            yield folder / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"


def libreoffice_version(program: Path) -> str:
    """What the program says of its version (``24.2.7``); empty where it says nothing."""
    # On Windows soffice.exe has no console to say it on; soffice.com beside it has.
    console = program.with_suffix(".com")
    command = [str(console if console.is_file() else program), "--version"]
    try:
        said = subprocess.run(command, capture_output=True, timeout=_TIME_LIMIT, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    words = said.stdout.decode("utf-8", "replace").split()
    return next((word for word in words if word[0].isdigit()), "")
