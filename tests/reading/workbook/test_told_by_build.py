"""A build tells of workbooks that bring macros or rest on other workbooks; their values are read all the same."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen
from docgen.breach import Breach
from docgen.errors import CellPosition
from docgen.model import Compendium


@pytest.mark.parametrize("code", ["workbook-macros", "workbook-links"])
def test_a_build_tells_of_workbooks_with_more_than_values(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compendium = docgen.load(make_folder(tmp_path))
    said = [Breach(each, CellPosition("data/deaths.xlsm"), level="notice") for each in (code, "hidden-sheet")]
    monkeypatch.setattr(Compendium, "notices", property(lambda _: tuple(said)))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        docgen.build(compendium)
    assert [str(one.message) for one in told] == [str(said[0])]
