"""A number that its clause says is exceeded, or not reached, as what is above or below it: 40か所を上回る."""

from __future__ import annotations

from dataclasses import replace

import docgen.patterns as re
from docgen.sentences.claim import Claim
from docgen.truth.context import is_mark
from docgen.truth.sentence import Sentence

_SIZED = "(?:大きく|わずかに|大幅に|やや)?"
_MARK = "の(?:大台|節目|壁)[をに](?:初めて)?"
FALLS_BELOW = re.compile(f"を{_SIZED}(?:下回(?!ら)|割り込|割[るっ])|{_MARK}(?:下回(?!ら)|割り込|割[るっ])")
EXCEEDS = re.compile(
    f"を{_SIZED}(?:上回(?!ら)|超過|突破)|{_MARK}(?:超え(?!な|ず)|上回(?!ら)|突破し(?!な)|達し(?!な)|乗[せっる](?!な|ず))"
)
# Behind a multiple: it is reached (2倍に上る is none of 1.5).
_COMES_TO = re.compile("に(?:上[るっり]|達し(?!な)|達する|及[びぶん](?!ば))")
# A number of something is what others are held against: 目標の40か所を上回る.
_TOPIC = re.compile("[はがもにで、](?:約|ほぼ)?$")


def as_bound(sentence: Sentence, claim: Claim) -> Claim:
    """A number that is fallen below or exceeded, and a share that is not reached, as the values left; else as it is.

    A multiple that something comes to (2倍に上る) may be rounded up to it by half of what it else could.

    >>> from docgen.bearing.evidence import Statement
    >>> from docgen.truth.sentence import sentences
    >>> said = [sentences(Statement(f"館は{words}"))[0] for words in ("40館を上回る", "40館である", "40館を下回る")]
    >>> bounds = [as_bound(one, one.numbers[0]) for one in said]
    >>> [(str(one.low), str(one.high)) for one in bounds]
    [('40.0', 'None'), ('39.5', '40.5'), ('None', '40.0')]
    """
    middle = (claim.low + claim.high) / 2 if claim.low is not None and claim.high is not None else None
    if claim.kind == "multiple" and claim.text[:1].isdigit() and _COMES_TO.match(sentence.words, claim.end):
        return claim if middle is None else replace(claim, low=(middle + (claim.low or middle)) / 2)
    said = _TOPIC.search(sentence.words, 0, claim.start) is not None
    if (said and FALLS_BELOW.match(sentence.words, claim.end)) or (claim.kind == "share" and is_mark(sentence, claim)):
        return claim if claim.high is None else replace(claim, low=None, high=claim.high if middle is None else middle)
    exceeded = said and EXCEEDS.match(sentence.words, claim.end)
    return replace(claim, low=middle, high=None) if exceeded and middle is not None else claim
