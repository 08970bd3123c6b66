"""Whether a sentence says something of all, of none, or of one alone: いずれの年も, すべての県で, ○○のみ."""

from __future__ import annotations

import docgen.patterns as re
from docgen.sentences.beginnings import at_beginnings
from docgen.truth.sentence import Sentence

QUANTIFIER = at_beginnings(
    r"(?:すべて|全て|あらゆる|いずれ|どの|各)の?(?P<noun>[一-龥ァ-ヴー・]{1,8}?)?(?:で|も|が|とも|においても?|では|は"
    r"|について|に共通|の間)"
    r"|(?<![一-龥])全(?P<all>[0-9]*(?:年度?|県|国|市町村?|市|町|館|校|区分|地域|地区|項目|分野|業種|品目|部門|学部|機関"
    r"|大学|指標|期間|階級|世代|年代))"
    r"(?:で|が|とも|において|では|は|にわた)"
    r"|(?:[0-9]+|[二三四五六七八九十])(?:つの|か?の)?(?P<named>[一-龥ァ-ヴー]{1,8}?)の?(?:すべて|全て|いずれも?)(?:で|が|の|は|も|とも|において)?"
    r"|[0-9]+(?P<of>[一-龥ァ-ヴー]{1,6})の[^、。はが]{1,10}[はが]、?(?:いずれも|すべて|全て|ともに|そろって)"
    r"|[0-9]+(?P<together>[一-龥ァ-ヴー]{1,6}?)(?:が|は)?(?:ともに|そろって|揃って)"
    r"|[0-9](?P<counted>か国|県|市町村?|市|町|館|校|区分|地域|地区|項目|分野|部門|大学|機関|社)(?:の)?(?:すべて|全て"
    r"|いずれも)"
    r"|(?P<yearly>毎年度?)(?=、|[^、。]{0,10}(?:前年|上回|下回|超え))"
    r"|いずれも|すべて(?=[、で])|全て(?=[、で])|ともに|そろって|揃って"
)
"""Matches words for all; the groups name what is counted."""

ONLY = re.compile("のみ|だけ|唯一|に限られ|に限り")
NONE = re.compile(
    r"(?:た|る|ている)(?P<noun>年度?|もの|ところ|[一-龥・]{1,6})は(?:一度も|[一1]つも|ひとつも)?"
    r"(?:な(?:い(?!わけ|とは)|く|か)|皆無|ゼロ|存在しない|[見み]られない|[見み]当たらない)"
)

CLEFT = re.compile(r"[かただるっしていえ]{0,5}のは、?")
"""Matches what makes the words behind the subject: 前年を下回ったのは."""


def is_quantified(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether words for all, none or one alone stand in a part, or what is said is made the subject (上回ったのは)."""
    words = sentence.words
    patterns = (QUANTIFIER, ONLY, NONE)
    return CLEFT.match(words, end) is not None or any(one.search(words, begin, end + 14) for one in patterns)
