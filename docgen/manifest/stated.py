"""Who built a deck, and when: what is stated, never the clock and never the machine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from docgen.errors import DocgenError
from docgen.model.manifest import Built

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable of the environment by which builds are told a time, in seconds since 1970."""


def stated_build(by: str | None, at: str | None, environment: Mapping[str, str]) -> Built | None:
    """Who built a deck and when, as stated; None where nothing is.

    ``at`` is a date or a moment (ISO 8601), and stands as it is stated; without one, that of the environment is taken.
    Raises DocgenError for what is no time.

    >>> stated_build("統計担当 山田", "2024-02-09", {})
    Built(by='統計担当 山田', at='2024-02-09')
    """
    name = (by or "").strip()
    moment = _moment(at) if at is not None else _of_epoch(environment.get(EPOCH, ""))
    return Built(by=name, at=moment) if name or moment else None


def _moment(text: str) -> str:
    try:
        datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise DocgenError("built-at-no-time", where="--built-at", text=text) from error
    return text.strip()


def _of_epoch(text: str) -> str:
    if not text:
        return ""
    try:
        return datetime.fromtimestamp(int(text), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError) as error:
        raise DocgenError("built-at-no-time", where=EPOCH, text=text) from error
