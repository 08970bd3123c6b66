"""How often tests by chance try: a few times in the suite, and more where somebody asks for it."""

from __future__ import annotations

import os


def often(times: int) -> int:
    """So many ``times``, or as many times more as ``DOCGEN_OFTEN`` says: ``DOCGEN_OFTEN=10 python -m pytest tests/blocks``."""
    return times * int(os.environ.get("DOCGEN_OFTEN", "1"))
