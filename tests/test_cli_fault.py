"""What docgen did not foresee ends in two lines that name nothing of the content, and with 3."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli import main


def failing(*_: object, **__: object) -> None:
    raise RuntimeError("霞原県の内部資料")


def test_a_fault_of_docgen_is_told_in_short(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DOCGEN_TRACEBACK", raising=False)
    monkeypatch.setattr("docgen.pipeline.load_folder", failing)
    result = CliRunner().invoke(main, ["--lang", "en", "build", str(tmp_path), "-o", str(tmp_path / "a.pptx")])
    assert result.exit_code == 3
    assert "docgen itself is at fault: RuntimeError at docgen/pipeline.py:" in result.output
    assert "霞原県" not in result.output
    assert "Traceback" not in result.output


def test_who_asks_for_it_gets_all_that_python_tells(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_TRACEBACK", "1")
    monkeypatch.setattr("docgen.pipeline.load_folder", failing)
    result = CliRunner().invoke(main, ["build", str(tmp_path), "-o", str(tmp_path / "a.pptx")])
    assert isinstance(result.exception, RuntimeError)
