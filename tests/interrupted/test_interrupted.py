"""A command that is interrupted leaves what was there, or what was to be; what happens hundreds of times, once for each kind."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from interrupted.run import KINDS, Known, faults, known
from interrupted.scenes import SCENES, copied

TURNS = {"kills": 1, "full": 1, "read-only": 0, "pairs": 0}


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Known]:
    return {scene.name: known(scene, tmp_path_factory.mktemp("scenes")) for scene in SCENES}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [scene.name for scene in SCENES])
def test_what_is_interrupted_is_whole(name: str, kind: str, scenes: dict[str, Known], tmp_path: Path) -> None:
    one = scenes[name]
    folder = copied(one.folder, tmp_path / "run")
    statuses = KINDS[kind](one, folder, Random(f"{name} {kind}"), TURNS[kind])
    assert list(faults(one, folder, statuses)) == []


def test_what_is_not_whole_is_seen(scenes: dict[str, Known], tmp_path: Path) -> None:
    one = scenes["roll"]
    folder = copied(one.folder, tmp_path / "run")
    (folder / "content" / "sources.yaml").write_text("[]", encoding="utf-8")
    (folder / ".docgen-00000000-00000000-1-ab").write_bytes(b"")
    found = list(faults(one, folder, [3]))
    assert found[:2] == ["roll: exit status 3", "roll: content is neither old nor new"]
    assert found[-1] == "roll: a stray stays"
