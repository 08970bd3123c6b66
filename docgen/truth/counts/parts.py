"""What a count of chapters, of numbered items or of steps counts: those that the contents, a list or a legend has."""

from __future__ import annotations

from collections.abc import Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.sentences.claim import Claim
from docgen.sentences.plain import plain
from docgen.truth.sentence import Sentence

_CHAPTERS = frozenset({"章", "部", "編", "節"})
_ENTRY = re.compile(r"\s*第?(?P<number>[0-9]{1,2})(?P<unit>[章部編節])?(?=[\s.:　]|[一-龥])(?![0-9])")
_WHOLE = re.compile("(?:全|本[文編体]|計)$")
_MADE_OF = re.compile("(?:の?構成|から(?:成|な[るりっ])|で(?:構成|成)|立て|にわた|に分け)")
_OWN = re.compile("(?:本|この|当|同)(?:計画|書|資料|報告書?|白書|データ集|年報|戦略|冊子|編)|^(?:全|本文|構成)")
_LABELLED = re.compile(r"\s*(?P<label>[一-龥ァ-ヴー]{1,8})\s*(?P<number>[0-9]{1,2})(?![0-9])")
_PART = re.compile("うち|ほか|残|以外|除|新た|追加|各|ずつ|中")
_STEPS = re.compile(
    "(?:の?(?:評価|区分|判定|分類|評点|ランク))?(?:で|に|の|から|と)"
    "(?:評価|区分|判定|分類|分け|表|示|な|評定|色分け)"
)
_NO_STEP = re.compile("該当|対象外|未評価|評価せず|評価しない|不明|不詳|目標(?:値)?(?:が|の設定が)?な|設定")


def parts_counted(sentence: Sentence, claim: Claim, evidence: Evidence) -> tuple[str, ...]:
    """The chapters, items or steps that a count in a sentence counts, where the deck has just one list of such."""
    return (
        _chapters(sentence, claim, evidence.contents)
        or _items(sentence, claim, evidence)
        or _steps(sentence, claim, evidence)
    )


def _chapters(sentence: Sentence, claim: Claim, contents: Sequence[str]) -> tuple[str, ...]:
    """全6章から成る, of the deck itself."""
    words = sentence.words
    if claim.unit not in _CHAPTERS or not _OWN.search(words, 0, claim.start):
        return ()
    if not (_WHOLE.search(words, 0, claim.start) or _MADE_OF.match(words, claim.end)):
        return ()
    entries = [(match, entry) for entry in contents if (match := _ENTRY.match(plain(entry)))]
    own = [(match, entry) for match, entry in entries if match["unit"] == claim.unit] or [
        (match, entry) for match, entry in entries if match["unit"] is None and claim.unit == "章"
    ]
    numbers = [int(match["number"]) for match, _ in own]
    return tuple(entry for _, entry in own) if len(own) > 1 and numbers == list(range(1, len(own) + 1)) else ()


def _items(sentence: Sentence, claim: Claim, evidence: Evidence) -> tuple[str, ...]:
    """四つの柱, 4本の柱, where a list has 柱1, 柱2 and so on."""
    words = sentence.words
    if _PART.search(words):
        return ()
    for items in evidence.lists:
        matches = [match for item in items if (match := _LABELLED.match(plain(item)))]
        labels = {match["label"] for match in matches}
        if len(matches) < 2 or len(matches) < len(items) or len(labels) != 1:
            continue
        [label] = labels
        counted = re.match(rf"(?:の|本の)?{re.escape(label)}(?![0-9])", words[claim.end :])
        if counted or claim.unit.endswith(label):
            return tuple(items)
    return ()


def _steps(sentence: Sentence, claim: Claim, evidence: Evidence) -> tuple[str, ...]:
    """4段階で評価, of the one legend that the sentence speaks of; marks for what is not judged are no steps."""
    if claim.unit != "段階" or not _STEPS.match(sentence.words, claim.end):
        return ()
    found = [one for one in evidence.legends if one.of and one.of in sentence.words] or list(evidence.legends)
    if len(found) != 1 or any(_NO_STEP.search(meaning) for meaning in found[0].marks.values()):
        return ()
    return tuple(found[0].marks)
