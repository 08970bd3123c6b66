"""The two numbers of a sentence between which a word of direction stands: 25位から30位へと後退."""

from __future__ import annotations

import docgen.patterns as re
from docgen.sentences.claim import Claim
from docgen.truth.sentence import Sentence
from docgen.value import value

_KINDS = frozenset({"number", "share", "rank", "ratio"})
_FROM = re.compile(r"\s*(?:\([^)]*\))?(?:から|より|→|であった(?:もの|の)?が|だったが)")
_TO = re.compile(r"\s*(?:\([^)]*\))?(?:\)の?|と|に|へ|まで|となり|となった)(?:(?!から|より|に比べ)[^。]){0,30}")
_BEHIND = re.compile(r"[^、。(]{0,12}\((?P<inside>[^)]*)\)")
_NOT_EARLIER = re.compile("目標|計画|予算|定員|上限|下限|基準|うち")


@value(frozen=True, slots=True)
class Pair:
    """The number from which and that to which something goes; ``sign`` is 1 for up, -1 for down, 0 for neither."""

    earlier: Claim
    later: Claim

    @property
    def is_even(self) -> bool:
        """Whether both numbers are one, told for two times of their own: 51件（2017年度）から51件（2022年度）へ."""
        ends = (self.earlier.low, self.earlier.high)
        return None not in ends and ends == (self.later.low, self.later.high) and self.earlier.text == self.later.text

    @property
    def sign(self) -> int:
        """The direction in which the numbers go, where their intervals do not meet."""
        low, high = self.earlier.low, self.earlier.high
        if high is not None and self.later.low is not None and self.later.low >= high:
            return 1
        if low is not None and self.later.high is not None and self.later.high <= low:
            return -1
        return 0


def from_to(sentence: Sentence, begin: int, at: int) -> Pair | None:
    """The last two numbers before ``at``, from its part on, of which one is called the earlier; None for none.

    >>> from docgen.bearing.evidence import Statement
    >>> from docgen.truth.sentence import sentences
    >>> [read] = sentences(Statement("順位は25位から30位へと後退した。"))
    >>> from_to(read, 0, 13).sign
    1
    """
    words = sentence.words
    numbers = _numbers(sentence, begin, at)
    if len(numbers) < 2:
        return None
    earlier, later = numbers[-2:]
    if earlier.unit != later.unit or not _FROM.match(words, earlier.end) or not _TO.fullmatch(words, later.end, at):
        return None
    if _NOT_EARLIER.search(words, begin, later.end) or re.search("[。;]", words[earlier.end : later.start]):
        return None
    if earlier.period is not None and later.period is not None and earlier.period.end > later.period.end:
        return None
    return Pair(earlier, later)


def two_numbers(sentence: Sentence, begin: int, at: int, end: int) -> Pair | None:
    """As :func:`from_to`, or the two numbers in the brackets right behind ``end``: 半減した(2017年55件、2022年28件)."""
    pair = from_to(sentence, begin, at)
    if pair is not None:
        return pair
    match = _BEHIND.match(sentence.words, end)
    numbers = _numbers(sentence, match.start("inside"), match.end("inside")) if match else []
    if len(numbers) != 2 or numbers[0].unit != numbers[1].unit:
        return None
    earlier, later = numbers
    if earlier.period is None or later.period is None or earlier.period.end >= later.period.end:
        return None
    return Pair(earlier, later)


def _numbers(sentence: Sentence, begin: int, end: int) -> list[Claim]:
    return [claim for claim in sentence.claims if claim.kind in _KINDS and begin <= claim.start and claim.end <= end]
