"""How many answered, as the title of a table has it: 有効回答は1,200人, of 県民意識調査（2023年、回答1,200人）."""

from __future__ import annotations

import docgen.patterns as re
from docgen.bearing.base_units import same_unit
from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue
from docgen.sentences.claims import claims
from docgen.sentences.plain import plain

_ASKED = re.compile("(?:有効回答|回答|回収|標本)(?:者|数|件数|者数)?")
_SAID = re.compile(f"(?:^|[、。])(?:この調査の|調査の|本調査の)?{_ASKED.pattern}(?:は|が|:)、?(?:計|合計|約)?$")


def surveyed_told(own: Cue) -> tuple[Bearer, ...]:
    """The number of answers in the title of a table, where a number is told for all that answered; () for none there."""
    if own.claim.kind not in ("number", "base") or not _SAID.search(own.sentence, 0, own.claim.start):
        return ()
    if any(same_unit(own.claim.unit, fact.unit) and fact.bears(own.claim) for fact in own.table.facts):
        return ()
    title = plain(own.table.title)
    asked = [one for one in claims(own.table.title) if _ASKED.search(title, 0, one.start)]
    return tuple(
        Bearer("title", (own.table.name,), one.low, one.high)
        for one in asked
        if one.low is not None and one.high is not None and same_unit(one.unit, own.claim.unit)
    )
