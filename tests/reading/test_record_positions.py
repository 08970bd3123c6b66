"""Records made from a YAML document: each knows the places of its own fields."""

from __future__ import annotations

from collections.abc import ItemsView
from pathlib import Path

from docgen.errors import FieldPath, Position
from docgen.model import Source
from docgen.reading.records import RecordReader
from docgen.reading.yaml_document import read_yaml


class Counted(dict[FieldPath, Position]):
    """Positions that count how often they are walked."""

    walks = 0

    def items(self) -> ItemsView[FieldPath, Position]:  # type: ignore[override]
        self.walks += 1
        return super().items()


def test_each_record_has_the_places_of_its_own_fields_after_one_walk_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "sources.yaml"
    file.write_text("".join(f"- {{id: s{number}, text: 出典{number}}}\n" for number in range(12)), encoding="utf-8")
    document = read_yaml(file)
    document.positions = Counted(document.positions)
    reader = RecordReader({})
    register = reader.register("sources", Source, [(document, ())])
    assert len(register) == 12
    assert reader.positions["sources", "s11", "text"] == Position(str(file), 12, 19)
    assert reader.positions["sources", "s0"] == Position(str(file), 1, 3)
    assert document.positions.walks == 1
