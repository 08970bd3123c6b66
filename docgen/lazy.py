"""Names of a package that are imported when they are first asked for, so that importing the package is light."""

import functools
import importlib
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any


def lazy_names(
    package: str, homes: Mapping[str, Sequence[str]] = MappingProxyType({}), *, rest: str
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The ``__getattr__`` and the ``__dir__`` of a package.

    ``homes`` says which names the package takes from which module; all that the module ``rest`` exports are
    names of the package as well.

    >>> getter, names = lazy_names("docgen", {"docgen.deck": ("Deck",)}, rest="docgen.model.public")
    >>> getter("Deck").__module__, getter("Period").__module__
    ('docgen.deck', 'docgen.model.period')
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def getter(name: str) -> Any:
        if name in home_of:
            return getattr(importlib.import_module(home_of[name]), name)
        # What looks a module over asks for many names with underscores; these need no import.
        if name.startswith("_") or name not in (module := importlib.import_module(rest)).__all__:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(module, name)

    def names() -> list[str]:
        return sorted({*home_of, *importlib.import_module(rest).__all__})

    return functools.cache(getter), names
