"""The corpus of claims (tests/claims/corpus): its cases, their halves, and the tables they cite."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).parents[1] / "claims" / "corpus"


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with its data, and whether it is right; ``keys`` is the case as the file writes it."""

    id: str
    family: str
    text: str
    right: bool
    look_alike: bool
    wrong: Mapping[str, str]
    derivations: tuple[Mapping[str, Any], ...]
    tables: Mapping[str, Mapping[str, Any]]
    deck: Mapping[str, Mapping[str, Any]]
    keys: Mapping[str, Any]

    @property
    def corrected(self) -> str:
        """The sentence with the wrong span set right; a right sentence as it is."""
        return self.text if self.right else self.text.replace(self.wrong["span"], self.wrong["right"])

    @property
    def half(self) -> str:
        """``tuned`` (rules may be written by it) or ``held`` (only ever scored), by the sha256 of the id."""
        return "held" if hashlib.sha256(self.id.encode()).digest()[0] % 2 else "tuned"


@cache
def files() -> Mapping[str, Mapping[str, Any]]:
    """Each file of the corpus by its family; every scalar is text, as written (25.0 keeps its zero)."""
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for path in sorted(CORPUS.glob("*.yaml"))
    }


@cache
def cases(half: str | None = None) -> tuple[Case, ...]:
    """All cases, or those of one half."""
    every = [_case(family, file, keys) for family, file in files().items() for keys in file["cases"]]
    return tuple(case for case in every if half in (None, case.half))


def _case(family: str, file: Mapping[str, Any], keys: Mapping[str, Any]) -> Case:
    derivation = keys.get("derivation", [])
    return Case(
        id=keys["id"],
        family=family,
        text=keys["text"],
        right=keys["verdict"] == "right",
        look_alike=keys.get("look_alike") == "true",
        wrong=keys.get("wrong", {}),
        derivations=tuple(derivation if isinstance(derivation, list) else [derivation]),
        tables={name: file["data"][name] for name in keys.get("data", [])},
        deck={name: file["deck"][name] for name in keys.get("deck", [])},
        keys=keys,
    )
