"""Errors of records: guesses at keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from docgen.model.explain import explain
from docgen.reading.yaml_document import read_yaml


class Line(BaseModel):
    """A record with keys that look alike."""

    model_config = ConfigDict(extra="forbid")
    unit: str
    title: str = ""
    titles: str = ""


def hints(folder: Path, text: str) -> list[str]:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    document = read_yaml(path)
    with pytest.raises(ValidationError) as caught:
        Line.model_validate(document.value)
    return [error.hint or "" for error in explain(caught.value, Line, document, ())]


def test_an_unknown_key_and_a_missing_one_of_another_meaning_do_not_name_each_other(tmp_path: Path) -> None:
    assert not [hint for hint in hints(tmp_path, "amount: a\n") if "did you mean" in hint or "amount" in hint]


def test_a_key_that_is_there_is_no_guess(tmp_path: Path) -> None:
    assert hints(tmp_path, "unit: 人\ntitel: a\ntitle: b\n") == ["did you mean 'titles'?"]
    assert hints(tmp_path, "unit: 人\ntitel: a\n") == ["did you mean 'title'?"]
