"""The examples in docstrings give what they say; those of the slide kinds are tested in tests/slides."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import docgen

MODULES = [module.name for module in pkgutil.walk_packages(docgen.__path__, "docgen.")]


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith(("docgen.slides", "docgen.__main__"))])
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
