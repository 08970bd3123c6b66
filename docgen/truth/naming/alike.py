"""Whether two names are nearly one: a letter other, a word dropped or put in, two words exchanged."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

import docgen.patterns as re

_SHORTEST = 5
_LONG_STEM = 8
_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_DATED = re.compile(r"[0-9元]+(?:年度?|月)")
_LOOSE = re.compile(r"[の\s「」『』・,，]")
_NUMBERED = re.compile(r"[0-9]+|第[一二三四五六七八九十]+")
_KANA = re.compile("[ぁ-ん]+")
# What a body, a plan or a programme is called at the end, where a second name often differs.
_BODY = re.compile(
    "機構|研究(?:所|センター)|支援(?:センター|事業)|所|センター|院|財団|協会|機関|プログラム|事業|プロジェクト|計画|戦略|構想|プラン"
    "|組合|連合会?|連盟|協同組合|協議会|振興会|公社|局|事務所|支所|出張所"
)
# Parts of names that are put for each other: 女子大学 and 女学院大学, 確保 and 育成.
_PUT_FOR = ("女子|子|女学院|学院|学園", "育成|確保|養成|定着", "支援|推進|促進|振興", "整備|改良|更新")
# What a meeting is called at the end: one and the same is not both, but those of short names may be two.
_MEETING = re.compile(
    "(?:有識者|専門家|関係者|連絡|推進)?(?:会議|検討会|研究会|懇談会|審議会|協議会|(?:検討)?委員会)|討会|究会|談会|員会"
)
_PROPER = re.compile(
    "(?:省|庁|局|部|課|室|院|所|館|園|署|機構|機関|大学校?|学校|高校|センター|財団|協会|協議会|連合会?|組合|委員会|審議会|会議|検討会|研究会|懇談会|"
    "部会|法人|公社|銀行|会社|計画|戦略|構想|方針|指針|要綱|要領|大綱|綱領|条例|規則|法|令|憲章|宣言|白書|報告書?|年報|調査|統計|事業|プログラム|"
    "プロジェクト|プラン|ビジョン|制度|補助金|交付金|助成金|基金|考え方|ガイドライン|ロードマップ|アジェンダ|本部|拠点|連盟|団|隊)[0-9]*$"
)
# Letters that tell different things of one kind apart: 北部 and 南部, 輸出 and 輸入.
CONTRASTS = re.split(
    r"\|",

    "東西南北中央|上中下|前中後|大中小|高中低|男女|新旧|内外|国県都道府市区町村|官民公私産学|甲乙丙丁戊|長短|増減|出入|春夏秋冬|朝昼夜|月火水木金土|"
    "海陸空|左右|正副|初中高|主副|父母子孫|往復|一二三四五六七八九十|有無|先後|送受|硬軟|老若|米英独仏中韓日露印|年月週日|"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)


@lru_cache(maxsize=65536)
def nearly(written: str, name: str) -> bool:
    """Whether ``written`` is ``name`` with a slip, and not the name of another thing of its kind.

    >>> nearly("月見工業大学", "月見工科大学"), nearly("第3期未来計画", "第3期未来基本計画")
    (True, True)
    >>> nearly("第4期未来基本計画", "第3期未来基本計画"), nearly("北部農業事務所", "南部農業事務所")
    (False, False)
    """
    if (dates := _DATED.findall(name)) != _DATED.findall(written) or (dates and not is_proper(name)):
        return False
    if written == f"{name}校" and name.endswith("大学"):
        return True
    if written == name or min(len(written), len(name)) < _SHORTEST - 1 or len(name) < _SHORTEST:
        return False
    if _NUMBERED.findall(written) != _NUMBERED.findall(name) or bare(written) == bare(name):
        return False
    if sorted(written) == sorted(name):
        return True
    edits = [edit for edit in SequenceMatcher(None, name, written, autojunk=False).get_opcodes() if edit[0] != "equal"]
    start, end, begin, stop = edits[0][1], edits[-1][2], edits[0][3], edits[-1][4]
    return _is_slip(name[start:end], written[begin:stop], name, start)


def bare(name: str) -> str:
    """A name without what is spelled in two ways: the の between words, spaces, kanji numerals.

    >>> bare("職員１人当たりの面積") == bare("職員一人当たり面積")
    True
    """
    return _LOOSE.sub("", unicodedata.normalize("NFKC", name).casefold().translate(_DIGITS))


def is_proper(name: str) -> bool:
    """Whether a name is that of a body, a document or a programme, and no description.

    >>> is_proper("月見工科大学"), is_proper("農産物の販売額")
    (True, False)
    """
    return _PROPER.search(name) is not None


def _is_slip(lost: str, put: str, name: str, start: int) -> bool:
    """Whether one part of a name that is lost, put in, or put for another is a slip."""
    inner = 0 < start < len(name) - len(lost)
    longest = max(len(lost), len(put))
    if _MEETING.fullmatch(lost) and _MEETING.fullmatch(put):
        return start >= _LONG_STEM
    if len(name) - len(lost) < 3 or longest > 3:
        return len(name) - len(lost) >= 4 and bool(_BODY.fullmatch(lost) and _BODY.fullmatch(put))
    if lost and put:
        return _is_exchange(lost, put, name, start, inner)
    if longest == 1:
        return inner or (is_proper(name) and len(name) > _SHORTEST)
    # A short form leaves out what stands at an end: 未来基本計画 of 第3期未来基本計画.
    return inner and is_proper(name) and len(name) - len(lost) >= _SHORTEST and len(name) + len(put) >= 2 * longest + 2


def _is_exchange(lost: str, put: str, name: str, start: int, inner: bool) -> bool:
    longest = max(len(lost), len(put))
    if _KANA.fullmatch(lost) and _KANA.fullmatch(put):
        return False
    if longest == 1:
        return not any(lost in letters and put in letters for letters in CONTRASTS)
    if _BODY.fullmatch(lost) and _BODY.fullmatch(put):
        return start >= 4
    kin = any(re.fullmatch(parts, lost) and re.fullmatch(parts, put) for parts in _PUT_FOR)
    enough = len(name) >= 6 if kin or set(lost) & set(put) else len(name) >= 4 * longest
    return inner and is_proper(name) and enough
