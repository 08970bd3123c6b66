"""One test of many small cases: each that fails is told by its name, and costs no more than what it looks at."""

from __future__ import annotations

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

Test = Callable[..., None]
_MOST_TOLD = 30


def every_case(
    names: str | Sequence[str], cases: Iterable[Any], ids: Callable[[Any], str] | Sequence[str] | None = None
) -> Callable[[Test], Test]:
    """Make one test of all cases, where ``pytest.mark.parametrize`` makes a test of each.

    ``names`` and ``cases`` are as there; ``ids`` are the names of the cases, or name one by its values. For hundreds of
    cases that each take less than what pytest does around a test (some milliseconds, in each process). Fixtures are
    shared by all of them. A case that skips fails: skipped, it would hide what becomes of the others.
    """
    wanted = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    listed = [_values(case, len(wanted)) for case in cases]
    told_by = [_name(ids, number, case) for number, case in enumerate(listed)]

    def decorate(test: Test) -> Test:
        @functools.wraps(test)
        def every(**fixtures: Any) -> None:
            assert listed, "there is no case"
            failed = []
            for name, values in zip(told_by, listed, strict=True):
                try:
                    test(**dict(zip(wanted, values, strict=True)), **fixtures)
                except (AssertionError, pytest.fail.Exception, pytest.skip.Exception) as error:
                    failed.append(f"{name} ({_place(error)}): {error}")
                except Exception as error:
                    error.add_note(f"in the case {name}")
                    raise
            if failed:
                told = "\n\n".join(failed[:_MOST_TOLD])
                pytest.fail(f"{len(failed)} of {len(listed)} cases fail\n\n{told}", pytrace=False)

        signature = inspect.signature(test)
        fixtures = [one for one in signature.parameters.values() if one.name not in wanted]
        every.__signature__ = signature.replace(parameters=fixtures)  # type: ignore[attr-defined]
        return every

    return decorate


def _place(error: BaseException) -> str:
    """Where an error was raised: the file and its line."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _values(case: Any, count: int) -> tuple[Any, ...]:
    return (case,) if count == 1 else tuple(case)


def _name(ids: Callable[[Any], str] | Sequence[str] | None, number: int, values: tuple[Any, ...]) -> str:
    if ids is None:
        return ", ".join(map(repr, values))
    return ids(values[0] if len(values) == 1 else values) if callable(ids) else ids[number]
