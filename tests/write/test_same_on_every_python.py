"""A deck does not rest on how the built-in sum rounds: since Python 3.12 it compensates for lost digits, before not."""

from __future__ import annotations

import builtins
import sys
from pathlib import Path
from typing import Any

import pytest
from support.real_deck import CONTENT, PACKS

import docgen


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_no_length_is_added_up_by_the_built_in_sum(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add, places = builtins.sum, set[str]()

    def watched(*arguments: Any, **settings: Any) -> Any:
        total = add(*arguments, **settings)
        if isinstance(total, float):
            frame = sys._getframe(1)
            places.add(f"{frame.f_code.co_filename}:{frame.f_lineno}")
        return total

    monkeypatch.setattr(builtins, "sum", watched)
    docgen.build(docgen.load(CONTENT, layout=pack), layout=pack).to_bytes()
    assert sorted(place for place in places if "docgen" in place) == []
