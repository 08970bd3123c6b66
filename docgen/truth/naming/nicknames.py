"""What a thing is called besides its name, where that is what another of its table is called: 2号は「つむじ」の愛称で."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.truth.naming.known import Named, known
from docgen.truth.sentence import Sentence

_KIND = "(?:愛称|略称|通称|別名|呼び名|呼称|名称|正式名称|名)"
_CALL = r"(?:も)?(?:呼|称|名付|名づけ|略)"
# 2号は「つむじ」の愛称で, 2号は「つむじ」と呼ばれ.
_TOPIC = re.compile("[」』]?(?:は|を|が|も)、?[「『]?")
_SO_CALLED = re.compile(rf"[」』]?(?:の{_KIND}(?:で|を|として|が)|という|と{_CALL})")
# 2号の愛称は「つむじ」である.
_ITS_NAME = re.compile(rf"[」』]?の{_KIND}(?:は|が|を|として)、?[「『]?")
# 「つむじ」の愛称を持つ2号, 「つむじ」と名付けられた2号.
_OF_NAME = re.compile(
    rf"[」』]?(?:の{_KIND}(?:を持つ|で[^、。はが]{{1,8}}る|がある)|と{_CALL}[^、。はが]{{1,5}}[るた])[「『]?"
)
_DENIED = re.compile("ではな|でな[いく]|以前|かつて|旧|改め|変更|改称")


def names_of_their_own(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A thing that a sentence calls by the second name of another."""
    every = known(evidence)
    for sentence in sentences:
        words = sentence.words
        for one, other in pairwise(every.named(words)):
            differ = one.entity.of == other.entity.of and one.entity.names != other.entity.names
            if differ and _is_called(words, one, other) and not _DENIED.search(words):
                yield sentence.breach(
                    "one-id-one-name",
                    sentence.spot(one.start, other.end),
                    written=words[one.start : other.end],
                    name="、".join(one.entity.names),
                )


def _is_called(words: str, one: Named, other: Named) -> bool:
    start, end = one.end, other.start
    if _TOPIC.fullmatch(words, start, end) and _SO_CALLED.match(words, other.end):
        return True
    return bool(_ITS_NAME.fullmatch(words, start, end) or _OF_NAME.fullmatch(words, start, end))
