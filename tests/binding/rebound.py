"""How much of a folder is bound again when its sentences were made plain; from the top folder:

    python -m tests.binding.rebound [FOLDER]    the figures, and every number that is not bound to what it came from
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.rebound import rebound

FY2023 = Path(__file__).resolve().parents[2] / "content" / "fy2023"


def main() -> None:
    """Print the figures, and every number that is not bound again."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FY2023
    with tempfile.TemporaryDirectory() as name:
        result = rebound(folder, Path(name) / "plain")
    for element in result.elements:
        if element.verdict not in ("right", "plain"):
            print(element.verdict, "/".join(map(str, element.path)), repr(element.text), element.was, "→", element.now)
    print(f"numbers: {result.share:.1%} bound again, {dict(result.counted())}")
    print(f"periods: {dict(result.counted(periods=True))}")
    print(f"bindings {len(result.bound.bindings)}, ambiguous {len(result.bound.ambiguous)}, unbound {len(result.bound.unbound)}")


if __name__ == "__main__":
    main()
