"""What a script imports from docgen: every name once, none in the way of a module, and a help that is read."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import pkgutil
import pydoc
import re
import types
from collections.abc import Iterator

import pytest
from support.processes import ROOT
from support.slogan_pack import MODULE

import docgen
import docgen.blocks
import docgen.slides
from docgen import lazy
from docgen.blocks import Block
from docgen.model import public

FUNCTIONS = {"bind", "build", "build_many", "check", "diff", "hand_edits", "load", "load_pack", "merge", "roll", "todo", "trace", "claims", "verify", "export_data", "export_form", "import_forms"}
MODULES = tuple(
    module.name for module in pkgutil.walk_packages(docgen.__path__, "docgen.") if module.name != "docgen.__main__"
)


def submodules() -> dict[str, set[str]]:
    """The names of the modules in each package."""
    names: dict[str, set[str]] = {}
    for module in MODULES:
        package, _, name = module.rpartition(".")
        names.setdefault(package, set()).add(name)
    return names


def test_every_public_name_is_there_and_the_model_is_whole() -> None:
    assert [name for name in dir(docgen) if not hasattr(docgen, name)] == []
    assert set(public.__all__) <= set(dir(docgen))
    assert {name for name in dir(docgen) if isinstance(getattr(docgen, name), types.FunctionType)} == FUNCTIONS


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'docgen' has no attribute 'Indicatr'"):
        _ = docgen.Indicatr


def test_no_public_name_is_that_of_a_package_or_module() -> None:
    assert set(dir(docgen)) & submodules()["docgen"] == set()


def test_what_a_package_exports_hides_none_of_its_modules() -> None:
    for module in MODULES:
        importlib.import_module(module)
    for package, names in submodules().items():
        hidden = [name for name in names if not isinstance(getattr(importlib.import_module(package), name), types.ModuleType)]
        assert hidden == [], package


def test_the_help_is_a_page_that_names_every_function_and_class_by_group() -> None:
    page = pydoc.plain(pydoc.render_doc(docgen))
    # A screen of text, and a line for each room.
    assert len(page.split("PACKAGE CONTENTS")[0].splitlines()) <= 60
    text = docgen.__doc__ or ""
    assert [name for name in dir(docgen) if not re.search(rf"\b{name}\b", text)] == []
    groups = re.findall(r"^    \w[\w ,]*?  +(\w.*(?:\n {20,}\w.*)*)", text.split("of these classes:")[1], re.MULTILINE)
    assert len(groups) == 10
    named = {name for group in groups for name in re.findall(r"\b[A-Z]\w+", group)}
    assert {name for name in named if not hasattr(docgen, name)} == set()


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_the_help_of_a_function_says_what_comes_out(name: str) -> None:
    function = getattr(docgen, name)
    assert function.__doc__
    assert function.__annotations__["return"]
    assert f" {name}({next(iter(function.__annotations__))}" in (docgen.__doc__ or "")


def test_what_reads_a_compendium_takes_a_layout_pack() -> None:
    for name in FUNCTIONS - {"build_many", "claims", "hand_edits", "load_pack", "verify"}:
        assert "layout" in getattr(docgen, name).__annotations__, name


def test_the_example_of_lazy_names_is_true() -> None:
    assert doctest.testmod(lazy) == doctest.TestResults(failed=0, attempted=2)


def pack_modules() -> Iterator[tuple[str, str]]:
    """The pack.py of layouts/README.md, those of the tests and of the layout packs, by where they stand."""
    for code in re.findall(r"^```python\n(.*?)^```$", (ROOT / "layouts" / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
        if "BUILDERS" in code:
            yield "layouts/README.md", code
    yield "tests/support/slogan_pack.py", MODULE
    for file in (*ROOT.glob("layouts/*/*.py"), *ROOT.glob("tests/layouts/*/*.py")):
        yield str(file), file.read_text(encoding="utf-8")


def test_a_pack_imports_from_docgen_its_blocks_and_its_slides_alone() -> None:
    modules = dict(pack_modules())
    assert "layouts/README.md" in modules
    for place, code in modules.items():
        imported = {
            node.module or "" if isinstance(node, ast.ImportFrom) else alias.name
            for node in ast.walk(ast.parse(code))
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for alias in node.names
        }
        assert {name for name in imported if name.startswith("docgen")} <= {"docgen", "docgen.blocks", "docgen.slides"}, place


def test_every_block_is_imported_from_docgen_blocks() -> None:
    for module in MODULES:
        if module.startswith("docgen.blocks."):
            importlib.import_module(module)
    blocks = {block.__name__ for block in _kinds_of(Block) if block.__module__.startswith("docgen.blocks.")}
    assert {"TextBlock", "TableBlock", "Stack", "Flow"} < blocks
    assert blocks <= set(dir(docgen.blocks))


def _kinds_of(kind: type[object]) -> Iterator[type[object]]:
    """The kinds of a kind of block that are not abstract, without what was left behind when a class got its slots."""
    for own in kind.__subclasses__():
        kept = vars(importlib.import_module(own.__module__)).get(own.__name__) is own
        if kept and not inspect.isabstract(own):
            yield own
        yield from _kinds_of(own)


@pytest.mark.parametrize("package", [docgen.blocks, docgen.slides])
def test_the_faces_of_blocks_and_slides_say_what_is_not_there(package: types.ModuleType) -> None:
    with pytest.raises(AttributeError, match=f"module '{package.__name__}' has no attribute 'Ribbon'"):
        _ = package.Ribbon
