"""The executor of a Dask cluster; ``distributed`` is imported only where one is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from docgen.errors import DocgenError


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """The executor of the cluster whose scheduler has this address (``tcp://10.0.0.5:8786``), as long as it is open.

    A deck whose worker is lost is built again by another. DocgenError where Dask is not installed, and where no
    scheduler answers.
    """
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise DocgenError("batch-without-dask") from error
    try:
        client = distributed.Client(address, set_as_default=False)
    except (OSError, ValueError) as error:
        raise DocgenError("batch-no-scheduler", where=address) from error
    try:
        yield client.get_executor(pure=False)
    finally:
        client.close()
