"""Microsoft's Open XML SDK as a program: where it is installed, and what it says of a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NAMED = "DOCGEN_OOXML_VALIDATOR"
"""The variable of the environment that names the program."""

_VALIDATOR = "ooxml-validator"
_LOCAL = Path("node_modules") / ".bin"
_SECONDS = 240


def find_validator(environment: Mapping[str, str], folder: Path) -> Path | None:
    """The validator's program: the one that is named, else that of ``folder``, else the one on the PATH."""
    named = environment.get(NAMED)
    if named:
        return Path(named) if Path(named).is_file() else None
    places = (str(folder / _LOCAL), environment.get("PATH", ""))
    found = shutil.which(_VALIDATOR, path=os.pathsep.join(places))
    return Path(found) if found is not None else None


def validated(program: Path, deck: bytes) -> tuple[dict[str, Any], ...] | None:
    """What the program says of a deck: a mapping for each error; None where it does not answer.

    It is given a copy, since it rewrites a file with malformed links.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "deck.pptx"
        copy.write_bytes(deck)
        try:
            answer = subprocess.run(
                [program, str(copy)], capture_output=True, text=True, encoding="utf-8", timeout=_SECONDS, check=False
            )
            said = json.loads(answer.stdout)
        except (OSError, subprocess.SubprocessError, ValueError):
            return None
    errors = said.get("errors") if isinstance(said, dict) else None
    return tuple(error for error in errors if isinstance(error, dict)) if isinstance(errors, list) else None
