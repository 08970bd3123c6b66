"""The ways in which a sentence may tell what its number is computed of, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from docgen.bearing.bearer import Bearer
from docgen.bearing.cue import Cue
from docgen.truth.sentence import Sentence
from docgen.truth.told.balance_told import balance_told
from docgen.truth.told.changes_compared import changes_compared
from docgen.truth.told.crossed import crossed_told
from docgen.truth.told.each_told import each_told
from docgen.truth.told.every_told import every_told
from docgen.truth.told.exceeding_told import exceeding_told
from docgen.truth.told.from_said import from_said
from docgen.truth.told.from_to import gain_told
from docgen.truth.told.gap_named import gap_named
from docgen.truth.told.index_told import index_told
from docgen.truth.told.joint import joint_told
from docgen.truth.told.kind_told import kind_told
from docgen.truth.told.leading_told import leading_told
from docgen.truth.told.less_told import less_told
from docgen.truth.told.level_of_another import level_of_another
from docgen.truth.told.part_of_another_year import part_of_another_year
from docgen.truth.told.part_told import part_told
from docgen.truth.told.periods_joined import periods_joined
from docgen.truth.told.range_told import range_told
from docgen.truth.told.rate_told import rate_told
from docgen.truth.told.share_named import share_named
from docgen.truth.told.share_of_named import share_of_named
from docgen.truth.told.stretch_told import stretch_told
from docgen.truth.told.sum_told import sum_told
from docgen.truth.told.surveyed import surveyed_told
from docgen.truth.told.without_told import without_told
from docgen.truth.told.yearly import yearly_told

Telling = Callable[[Sentence, Cue], tuple[Bearer, ...]]
"""A way: in go a sentence and the cue of one of its numbers, out comes what that must be; () where none is told."""


def _of_cue(tell: Callable[[Cue], tuple[Bearer, ...]]) -> Telling:
    return lambda sentence, own: tell(own)


TELLINGS: tuple[Telling, ...] = (
    gain_told,
    from_said,
    _of_cue(stretch_told),
    sum_told,
    _of_cue(joint_told),
    share_of_named,
    rate_told,
    _of_cue(leading_told),
    _of_cue(level_of_another),
    _of_cue(gap_named),
    _of_cue(range_told),
    _of_cue(part_of_another_year),
    _of_cue(less_told),
    _of_cue(without_told),
    _of_cue(index_told),
    _of_cue(each_told),
    _of_cue(exceeding_told),
    _of_cue(balance_told),
    _of_cue(changes_compared),
    _of_cue(periods_joined),
    _of_cue(share_named),
    _of_cue(every_told),
    part_told,
    _of_cue(kind_told),
    _of_cue(crossed_told),
    _of_cue(yearly_told),
    _of_cue(surveyed_told),
)


def told(sentence: Sentence, own: Cue) -> tuple[Bearer, ...]:
    """What a number must be by the first way in which its sentence tells it; () where it tells none."""
    return next((bearers for tell in TELLINGS if (bearers := tell(sentence, own))), ())
