"""The numbers of a pack are finite, and within what PowerPoint can hold: others are refused at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.errors import DocgenError
from docgen.layout.load import load_pack


@pytest.mark.parametrize(
    "stated",
    [
        "page: {width: 1e400}", "page: {height: 4033}", "page: {margin: -1}", "page: {columns: 1000000}", "page: {gutter: nan}",
        "roles: {body: {size: 1e308}}", "roles: {body: {size: -3}}", "roles: {body: {floor: 0}}", "roles: {body: {size: 1e-30, floor: 1e-30}}", "roles: {body: {pitch: 0.01}}", "roles: {body: {pitch: 1e300}}",
        "roles: {body: {after: -inf}}", "chart: {line_width: 1e308}", "chart: {gap_width: 501}", "chart: {gap_width: -1}",
        "table: {inset_x: 1e300}", "table: {rule: {colour: navy, width: 2000}}", "gap: 1e9",
        "slide_layouts: {content: {slots: {body: [nan, 0, 9, 10]}}}", "slide_layouts: {content: {slots: {body: [0, 0, 1e308, 10]}}}",
        "slide_layouts: {content: {slots: {body: [0, 0, -9, 10]}}}", "colours: {navy: {base: blue, lum_mod: 1e300}}",
        "slide_layouts: {content: {decorations: {x: {fill: navy, box: [0, 0, 1e308, 10]}}}}",
        "slide_layouts: {content: {decorations: {x: {fill: navy, box: [0, 0, 9, -1]}}}}",
    ],
)  # fmt: skip
def test_a_number_that_no_page_can_have_is_refused_at_its_place(stated: str, tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text(f"extends: cabinet_office\nname: small\n{stated}\n", encoding="utf-8")
    with pytest.raises(DocgenError, match=r"layout\.yaml:3:\d+: "):
        load_pack(tmp_path)
