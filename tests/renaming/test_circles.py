"""Former ids that lead in a circle: each command says so, and no file is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from support.small_folder import FILES, make_folder

from docgen.cli import main


def _circle(root: Path) -> Path:
    """Two indicators of which each was formerly called as the other is."""
    first, second = FILES["indicators/I-1065.yaml"], FILES["indicators/I-1070.yaml"]
    return make_folder(
        root / "content",
        **{
            "indicators__I-1065": first.replace("id: I-1065\n", "id: I-1065\nformerly: [I-1070]\n", 1),
            "indicators__I-1070": second.replace("id: I-1070\n", "id: I-1070\nformerly: [I-1065]\n", 1),
        },
    )


@pytest.mark.parametrize(
    "command",
    [
        ("build", "CONTENT", "-o", "OUT"),
        ("roll", "CONTENT", "NEXT"),
        ("rename", "I-1065", "I-2065", "CONTENT"),
        ("sign", "I-1065/traffic", "CONTENT", "--as", "山田"),
    ],
    ids=lambda command: command[0],
)
def test_a_circle_of_former_ids_is_an_error_and_nothing_is_written(command: tuple[str, ...], tmp_path: Path) -> None:
    folder = _circle(tmp_path)
    out = tmp_path / "out.pptx"
    out.write_bytes(b"before")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    places = {"CONTENT": str(folder), "OUT": str(out), "NEXT": str(tmp_path / "next")}
    result = CliRunner().invoke(main, [*(places.get(word, word) for word in command), "--lang", "en"])
    assert result.exit_code == 2
    assert "I-1065" in result.output
    assert "I-1070" in result.output
    assert "circle" in result.output
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
