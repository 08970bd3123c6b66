"""What LibreOffice draws now is what was recorded."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from support.measure_with_libreoffice import MEASURED, Case, draw, made_cases


def recorded() -> list[Case]:
    return [Case(**{**row, "lines": tuple(row["lines"])}) for row in json.loads(MEASURED.read_text("utf-8"))]


def test_the_recorded_strings_are_those_of_the_script() -> None:
    assert [replace(case, lines=(), row_height=None) for case in recorded()] == made_cases()


@pytest.mark.libreoffice
@pytest.mark.usefixtures("soffice")
def test_libreoffice_draws_what_was_recorded(tmp_path: Path) -> None:
    sample = recorded()[::10]
    assert draw([replace(case, lines=(), row_height=None) for case in sample], tmp_path) == sample
