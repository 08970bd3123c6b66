"""Figures of a script as the third stage gives them, and the one fault that it tells of a wrong one."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.derive import derive_record
from docgen.errors import DocgenError, DocgenErrors
from docgen.model import Figure
from docgen.ready import ReadyFigure


def ready_figure(data: Any, **fields: Any) -> ReadyFigure:
    """The figure 図 of ``data``, with these fields, made ready."""
    (page,) = derive_record(Figure.model_validate({"id": "f", "title": "図", "data": data, **fields}))
    assert isinstance(page.record, ReadyFigure)
    return page.record


def figure_problem(data: Any, **fields: Any) -> DocgenError:
    """The only error of such a figure."""
    with pytest.raises(DocgenErrors) as raised:
        ready_figure(data, **fields)
    (error,) = raised.value.errors
    return error
