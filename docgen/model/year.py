"""A year in a record."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from docgen.model.period import read_year

_YEAR_SCHEMA = {"type": ["integer", "string"], "pattern": "[0-9０-９元]", "examples": [2023, "令和5年度", "R5", "FY2023"]}
Year = Annotated[int, BeforeValidator(read_year), WithJsonSchema(_YEAR_SCHEMA)]
"""A year, fiscal or not, by its number; files and scripts may write it as the field does: 令和5年度, R5."""
