"""Identities that stay: made from the ids of slides and shapes, never from order, clock or chance."""

from __future__ import annotations

import hashlib


def guid(*ids: str) -> str:
    """A GUID in braces for the given ids, the same in every build: ``guid("I-1065/traffic", "values")``."""
    digits = _digest(ids)[:32].upper()
    return f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}}}"


def number(*ids: str) -> int:
    """A number from 1 to 2**32 - 1 for the given ids, the same in every build: a slide's ``creationId``."""
    return int(_digest(ids)[:8], 16) or 1


def _digest(ids: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(ids).encode("utf-8", "surrogatepass")).hexdigest()
