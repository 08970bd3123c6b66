"""Programs beside docgen: LibreOffice, which draws decks, and the validator of Office's files."""

from __future__ import annotations

import os
from pathlib import Path

from docgen.doctor.provision import Provision
from docgen.doctor.supplies import LIBREOFFICE, VALIDATOR
from docgen.messages import message
from docgen.verifying.validator import NAMED, find_validator


def libreoffice() -> Provision:
    """LibreOffice, wherever it is installed, with its version."""
    from docgen.render.libreoffice import find_libreoffice, libreoffice_version

    program = find_libreoffice()
    if program is None:
        found = message("doctor-libreoffice-missing")
    else:
        version = libreoffice_version(program)
        found = message("doctor-program-at", version=version or "－", path=str(program))
    purpose = message("doctor-purpose-libreoffice")
    return Provision("libreoffice", "LibreOffice", program is not None, found, purpose, LIBREOFFICE)


def validator() -> Provision:
    """Microsoft's Open XML SDK as a program."""
    program = find_validator(os.environ, Path())
    found = str(program) if program is not None else message("doctor-validator-missing", variable=NAMED)
    purpose = message("doctor-purpose-validator")
    return Provision("validator", "Open XML SDK validator", program is not None, found, purpose, VALIDATOR)
