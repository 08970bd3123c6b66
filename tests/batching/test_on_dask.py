"""The same decks by the workers of a Dask cluster, also where one of them is killed."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
from support.dangerous_values import Killing
from support.prefectures import NAMES, alone, copied, job

import docgen
from docgen.batching.cluster import cluster_executor
from docgen.batching.plan import read_plan

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="distributed is not installed: pip install docgen[dask]"
)


@needs_dask
def test_a_cluster_that_loses_a_worker_writes_every_deck_whole(tmp_path: Path) -> None:
    distributed: Any = importlib.import_module("distributed")

    jobs = [*read_plan(copied(tmp_path, NAMES[:3])), job(tmp_path / "out", Killing("東京都", tmp_path / "killed"), "東京都.pptx")]
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        cluster_executor(cluster.scheduler_address) as executor,
    ):
        results = docgen.build_many(jobs, executor)
    assert (tmp_path / "killed").exists()
    assert [(result.status, result.error) for result in results] == [("built", None)] * 4
    for result, name in zip(results, (*NAMES[:3], "東京都"), strict=True):
        assert Path(result.job.output).read_bytes() == alone(name)
    assert len(list((tmp_path / "out").glob("*.pptx"))) == 4


@needs_dask
def test_an_address_where_no_scheduler_answers_is_told() -> None:
    import dask  # type: ignore[import-not-found,unused-ignore]

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(docgen.DocgenError, match="no scheduler of Dask answers"),
        cluster_executor("tcp://127.0.0.1:1"),
    ):
        pass


def test_without_dask_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(docgen.DocgenError, match=r"needs Dask.*\n.*docgen\[dask\]"), cluster_executor("tcp://127.0.0.1:1"):
        pass
