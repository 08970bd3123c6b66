"""The compendium of the year before: which folder it is, and whether this year's can be compared with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.errors import DocgenError, Where
from docgen.model import Compendium

# Records that keep their ids from year to year.
_LASTING = ("analysis_items", "logic_elements", "indicators", "measure_charts")


def previous_folder(
    asked: str | Path | None, compendium: Compendium, root: Path, where: Where
) -> tuple[Path, Where] | None:
    """The folder of the year before and the place that names it; None where nothing names one.

    It is the folder that the caller asks for, else the one in compendium.yaml (a path from its folder).
    """
    if asked is not None:
        return Path(asked), str(asked)
    if compendium.previous_folder is None:
        return None
    return root / compendium.previous_folder, where


def refused(folder: Path, seen: tuple[Path, ...], where: Where) -> DocgenError | None:
    """The error for a folder that is compared with itself, or whose own previous leads back to it."""
    if folder.resolve() not in seen:
        return None
    return DocgenError(
        "the previous compendium is this one" if folder.resolve() == seen[-1] else "the folders are each other's previous",
        where=where,
        expected="the content folder of the year before",
        hint=f"{folder} is compared already",
    )


def mismatches(before: Compendium, compendium: Compendium, where: Where) -> Iterator[DocgenError]:
    """Errors for a compendium that cannot be the one of the year before: not earlier, or about other things."""
    if before.fiscal_year >= compendium.fiscal_year:
        yield DocgenError(
            f"the previous compendium is of fiscal year {before.fiscal_year}, this one of {compendium.fiscal_year}",
            where=where,
            expected=f"a compendium of an earlier year, such as {compendium.fiscal_year - 1}",
            hint="exchange the two folders, or correct fiscal_year",
        )
    if not any(set(getattr(before, name)) & set(getattr(compendium, name)) for name in _LASTING):
        yield DocgenError(
            f"the previous compendium has nothing in common with this one: {before.title}",
            where=where,
            expected="a compendium with indicators, measure charts or analysis items of the same ids",
            hint="name the folder of this compendium's year before; ids stay the same from year to year",
        )
