"""What a share is a part of, by the words of its sentence: 観光客 of 観光客の12.5%."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.bearing.mentions import Mention
from docgen.sentences.claim import Claim

_SHARE_OF = re.compile(r"の約?[\d.]+(?:%|割|分の\d)[^、。]{0,4}を")
_OF_ALL = re.compile(r"全体の(?:うち|約|ほぼ)?$")
_OF = re.compile(r"[しりいえき]?(?:全体)?(?:のうち|に占める割合は|の)約?$")


def whole_of(sentence: str, claim: Claim, named: Sequence[Mention]) -> tuple[str, bool]:
    """The label right before a share whose part it is (観光客の12.5%), and whether 全体の stands there; "" for none."""
    if claim.kind != "share":
        return "", False
    of_all = _OF_ALL.search(sentence, 0, claim.start) is not None
    for mention in named:
        if mention.end <= claim.start and _OF.fullmatch(sentence, mention.end, claim.start):
            return mention.label, of_all
    return _whole_before(sentence, claim, named), of_all


def _whole_before(sentence: str, claim: Claim, named: Sequence[Mention]) -> str:
    """The whole of the share before, where a clause with no other follows: 貸出の6割を本館、2割を東館が占める."""
    begin = max(sentence.rfind(mark, 0, claim.start) for mark in "、。") + 1
    wholes = [one for one in named if one.end <= begin and _SHARE_OF.match(sentence, one.end)]
    alone = sentence[begin : claim.start] in ("", "約", "残りの", "残る") and sentence[claim.end : claim.end + 1] == "を"
    return wholes[-1].label if wholes and alone else ""
