"""What docgen runs in: Python, the console, the folder for temporary files, the language."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Mapping

from docgen.doctor.provision import Provision
from docgen.doctor.supplies import CONSOLE, PYTHON, TEMPORARY_FOLDER
from docgen.messages import Phrase, deciding_variable, message

_OLDEST_PYTHON = (3, 11)
# Japanese text, and signs that docgen prints in it.
_JAPANESE = "データ集の値：①→②"
_SIGNS = "↗→↘＝ │├└─ — – × ≦ ㎡ ½ é"


def python() -> Provision:
    """The Python that runs docgen."""
    fits = sys.version_info >= _OLDEST_PYTHON
    oldest = ".".join(map(str, _OLDEST_PYTHON))
    found = message("doctor-program-at", version=platform.python_version(), path=sys.executable)
    return Provision("python", "Python", fits, found, message("doctor-purpose-python", oldest=oldest), PYTHON, needed=True)


def console(encoding: str) -> Provision:
    """The encoding that texts are printed in; one without Japanese makes them unreadable."""
    japanese = _can_print(encoding, _JAPANESE)
    found: Phrase = encoding
    supply = CONSOLE
    if not japanese:
        found = message("doctor-console-without-japanese", encoding=encoding)
    elif not _can_print(encoding, _SIGNS):
        found = message("doctor-console-without-signs", encoding=encoding)
    else:
        supply = {}
    return Provision("console", message("doctor-console"), japanese, found, message("doctor-purpose-console"), supply)


def _can_print(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def temporary_folder() -> Provision:
    """The folder for temporary files: whether one can be written."""
    try:
        with tempfile.NamedTemporaryFile(prefix="docgen-"):
            found: Phrase = tempfile.gettempdir()
        there = True
    except OSError as error:
        found, there = message("doctor-temporary-folder-amiss", reason=error.strerror or str(error)), False
    return Provision(
        "temporary-folder",
        message("doctor-temporary-folder"),
        there,
        found,
        message("doctor-purpose-temporary-folder"),
        {} if there else TEMPORARY_FOLDER,
    )


def spoken_language(is_stated: bool, environment: Mapping[str, str] = os.environ) -> Provision:
    """What decided the language of what is printed: ``--lang`` where it ``is_stated``, else the environment."""
    variable = deciding_variable(environment)
    if is_stated:
        found = message("doctor-language-stated")
    elif variable is not None:
        found = message("doctor-language-of-variable", variable=variable)
    else:
        found = message("doctor-language-of-system")
    return Provision("language", message("doctor-language"), True, found, message("doctor-purpose-language"), {})
