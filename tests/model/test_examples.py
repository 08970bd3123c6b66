"""The YAML in the docstring of a record is one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import textwrap
from pathlib import Path

import pytest

import docgen.model
from docgen.model import Page, Record
from docgen.reading.yaml_document import read_yaml

# The records of a manifest are written by docgen; who reads them has their schema.
MODULES = [importlib.import_module(module.name) for module in pkgutil.iter_modules(docgen.model.__path__, "docgen.model.") if module.name != "docgen.model.manifest"]
RECORDS = {
    value.__name__: value
    for module in MODULES
    for value in vars(module).values()
    if inspect.isclass(value) and issubclass(value, Record)
}
# Shown in README.md, or as the records of the slide kinds.
ELSEWHERE = {"Record", "Page", "RepeatedPage", "Compendium", "Figure", "IndicatorValue", "Measured", "Note", "Picture"}


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_the_example_of_a_record_is_one(name: str, tmp_path: Path) -> None:
    record = RECORDS[name]
    block = re.search(r"(?:^ {8}.+\n)+", f"{record.__doc__}\n", re.MULTILINE)
    if block is None:
        assert name in ELSEWHERE
        return
    assert not issubclass(record, Page)
    file = tmp_path / "example.yaml"
    file.write_text(textwrap.dedent(block.group()), encoding="utf-8")
    assert record.model_validate(read_yaml(file).value)
