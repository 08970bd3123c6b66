"""The direction of imports, read from the source: no stage imports a later one."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

from support.every_case import every_case
from support.source_trees import statements, tree_of

_PACKAGE = Path(__file__).resolve().parent.parent / "docgen"

# From first to last; a module may import its own stage and those before it.
STAGES = (
    "lazy", "value", "patterns", "messages", "nouns", "errors", "place_parts", "whole", "breach", "with_fields", "excel_file", "shipped", "placed", "outside", "fingerprint", "model", "fields", "sentences", "bearing", "opened", "truth", "ready", "prose", "reading", "editing", "validate", "derive", "typeset", "layout", "blocks",
    "slides", "schemas", "compose", "write", "checks", "tracing", "reconciling", "render", "rollover", "worklist", "starter",
    "page_by_page", "pipeline", "batching", "deck", "kinds", "verifying", "merging", "comparison", "forms", "extracts", "binding", "renaming", "tidy", "machine_readable", "manifest", "review", "preview", "doctor", "cli", "__main__",
)  # fmt: skip
# What may import a library: the stages, by the library's first name.
LIBRARIES = {
    "pptx": {"layout", "write"},
    "lxml": {"outside", "reading", "layout", "write", "merging", "editing", "opened", "review", "verifying"},
    "pandas": {"reading", "derive"},
    "python_calamine": {"reading"},
    "matplotlib": {"model"},
    "pypdfium2": {"render"},
    "PIL": {"outside", "render"},
    "rich": {"cli", "review"},
    "click": {"cli"},
    "jinja2": {"prose", "validate", "derive"},
    "fontTools": {"typeset"},
    "budoux": {"typeset"},
    "betteroffice_pptx": {"render"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
    "packaging": {"doctor"},
    "yaml": {"reading", "kinds", "messages", "fields", "schemas", "review"},
    "xlsxwriter": {"forms", "tidy", "review"},
}

MODULES = tuple(sorted(_PACKAGE.rglob("*.py")))


def stage_of(parts: tuple[str, ...]) -> str:
    """The stage of a module's path below the package: ("write", "text") is write; the package itself is docgen."""
    return parts[0] if parts else "docgen"


def module_parts(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(_PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def imported(path: Path, tree: ast.AST) -> Iterator[str]:
    """The dotted names that a module imports anywhere: also in functions, also for type checkers only."""
    package = ("docgen", *path.relative_to(_PACKAGE).parts[:-1])
    for node in statements(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *((node.module,) if node.module else ())))
            yield from (f"{module}.{alias.name}" for alias in node.names)


@functools.cache
def imports_of(path: Path) -> tuple[str, ...]:
    return tuple(imported(path, tree_of(path)))


def test_every_module_belongs_to_a_stage() -> None:
    assert {stage_of(module_parts(path)) for path in MODULES} == {*STAGES, "docgen"}


@every_case("path", MODULES, ids=lambda path: ".".join(module_parts(path)) or "docgen")
def test_no_stage_imports_a_later_one(path: Path) -> None:
    own = stage_of(module_parts(path))
    if own == "docgen":
        return
    later = STAGES[STAGES.index(own) + 1 :]
    wrong = [name for name in imports_of(path) if name.startswith("docgen.") and name.split(".")[1] in later]
    assert wrong == []


@every_case("path", MODULES, ids=lambda path: ".".join(module_parts(path)) or "docgen")
def test_a_library_is_imported_only_by_the_stages_that_need_it(path: Path) -> None:
    own = stage_of(module_parts(path))
    names = {name.split(".")[0] for name in imports_of(path)}
    assert [name for name in sorted(names & set(LIBRARIES)) if own not in LIBRARIES[name]] == []


def test_only_the_part_of_layout_that_opens_a_template_imports_python_pptx() -> None:
    using = [path.name for path in (_PACKAGE / "layout").rglob("*.py") if any(name.startswith("pptx") for name in imports_of(path))]
    assert using == ["open.py"]


def test_the_slowest_libraries_are_imported_only_where_they_are_used() -> None:
    slow = {"pandas", "matplotlib"}
    at_once = [
        (path.name, name)
        for path in MODULES
        for statement in tree_of(path).body
        if isinstance(statement, (ast.Import, ast.ImportFrom))
        for name in imported(path, statement)
        if name.split(".")[0] in slow
    ]
    assert at_once == []


def test_a_later_import_inside_a_function_or_for_types_only_is_seen() -> None:
    source = "from __future__ import annotations\nif TYPE_CHECKING:\n    from docgen.write import write\n\ndef f():\n    import pptx.util\n    from . import escape\n"
    found = set(imported(_PACKAGE / "model" / "record.py", ast.parse(source)))
    assert {"docgen.write.write", "pptx.util", "docgen.model.escape"} <= found
