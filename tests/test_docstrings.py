"""The examples in docstrings give what they say; those of the slide kinds are tested in tests/slides."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from pathlib import Path

from support.every_case import every_case

import docgen

PACKAGE = Path(docgen.__file__).parent
MODULES = [module.name for module in pkgutil.walk_packages(docgen.__path__, "docgen.")]


def has_examples(name: str) -> bool:
    """Whether anything in a module's file, or in its folder's, looks like an example."""
    place = PACKAGE.joinpath(*name.split(".")[1:])
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return ">>>" in file.read_text(encoding="utf-8")


@every_case("name", [name for name in MODULES if not name.startswith(("docgen.slides", "docgen.__main__")) and has_examples(name)])
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
