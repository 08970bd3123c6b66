"""What a person has accepted of what a check finds: an entry of accepted.yaml."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from docgen.model.record import Record

_Filled = Annotated[str, StringConstraints(min_length=1)]


class Acceptance(Record):
    """A finding that is to stay as it is, with the reason and who says so.

        code: number-not-borne-out
        place: findings/strategy.yaml:12:9
        values: 5f0c2d9a71be
        what: 「2,610人」は…
        reason: 速報値による
        name: 統計担当 山田
        date: "2024-03-15"

    ``values`` is a checksum of what the finding is about: when that changes, the acceptance has expired. ``what`` tells
    people what was found; the check does not read it.
    """

    code: _Filled
    place: _Filled
    values: _Filled
    what: str = ""
    reason: _Filled
    name: _Filled
    date: str = ""
