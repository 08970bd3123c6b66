"""Whether a word is said of what is: not planned, feared, wished or denied."""

from __future__ import annotations

import docgen.patterns as re

_PLANNED = re.compile(
    r"(?:を|へ|に|の|が|と|も|さ|せ|し|する|した|て|える|やす|らす|ること|こと|傾向|基調|にある|よう|かに)*"
    r"(?:させ(?!て)|させる|目指|図[るりっ]|図ら|向け|見込|予想|予測|見通し|計画|予定|期待|おそれ|恐れ|懸念|危惧|必要"
    r"|べき|求め|場合|要因|理由|原因|背景"
    r"|対策|方策|目標|資する|つなが|つなげ|促|抑|防|可能性|かどうか|検討|想定|課題|余地|方針|支援|取組|取り組|見え"
    r"|歯止め|食い止|止まっ|止まる|止まり)"
)
# A word joined to another is part of a name: 増加率, 拡大会合, 改善点.
_JOINED = re.compile(
    r"(?!傾向|基調|続|局面|幅|転|中[。、で]|後|一途|となっ)(?:[一-龥]|[ァ-ヴ])|傾向(?:分析|値|変動)"
)
_DENIED = re.compile(
    r"(?:の|が|は|も|と|に|し|傾向|て|する|した|され|っ|え|り|いる|が?見られ|に?転じ|続い|わけ|もの|こと|には?)*"
    r"(?:おらず|いない|いません|せず|ないし?|なく|なかった|ず(?:、|に)|至らな|至って(?:い)?な|言えない|いえない|いえず"
    r"|限らな|ではな|見られな|みられな|ありません)"
)
_UNREAL = re.compile("目標|見込|予測|見通し|計画|想定|予定|推計|試算|仮に|もし|将来|今後")


def is_joined(words: str, end: int) -> bool:
    """Whether the word that ends at ``end`` is the beginning of a longer one."""
    return _JOINED.match(words, end) is not None


def is_planned(words: str, start: int, end: int) -> bool:
    """Whether the word ``words[start:end]`` is said of what may come, or is only named: 増加を目指す, 今後の減少."""
    clause = max(words.rfind("、", 0, start), words.rfind("。", 0, start), start - 24) + 1
    return is_wished(words, end) or _UNREAL.search(words, max(0, clause), start) is not None


def is_wished(words: str, end: int) -> bool:
    """Whether what ends at ``end`` is wished, feared or only named by the words behind it: 増加を目指す, 減少の要因."""
    return _PLANNED.match(words, end) is not None


def is_denied(words: str, end: int) -> bool:
    """Whether the word that ends at ``end`` is denied: 増加していない."""
    return _DENIED.match(words, end) is not None
