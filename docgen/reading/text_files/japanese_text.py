"""What letters Japanese documents are written in, and which of them everyone uses: how a right reading is told."""

from __future__ import annotations

import functools
import re
from collections import Counter

# Kanji that the tables of offices are full of.
_COMMON = frozenset(
    "年度月日時分秒人数計合総男女別区市町村県都道府国内外地域全体平均割率比前後増減額円万千百億兆件個台回位点第表図注資料出典"
    "名称番号種類項目実績予算決執行目標値指施策事業所機関大学院研究者開発技術科産企会社員教育文化労働雇用就賃金物価消費生荷輸入"
    "貿易収支歳税保険医療福祉介護齢以上未満口世帯死亡出交通故被害犯罪火災環境温室効果排量二酸炭素電力再可能農林水食料自給面積"
    "建設住宅土木路鉄航空船舶信情報放送話利調査統速確推中小規模従正非常勤職務管理部門公政省庁局課長次官家行改革法律条約令和"
    "平成昭元高低最多少新旧既存追加変更有無否東西南北海山川京阪神奈良古屋福岡広島仙札幌埼玉葉潟富石井梨野岐阜静愛知三重滋賀"
    "兵庫歌鳥取根徳香媛佐崎熊本分宮児沖縄青森岩手秋形城茨栃木群馬一二四五六七八九十期末初現在見込概要求当補正般特会計画基"
)
_HIRAGANA, _KATAKANA = re.compile("[ぁ-ゖゝゞ]"), re.compile("[ァ-ヺーヽヾ]")
_SIGNS = frozenset(
    "、。・（）「」『』【】〔〕［］｛｝〈〉《》～〜－−―‐…‥％＋＝／：；！？，．　”“’‘＜＞＆＊＠＃※"
    "△▲▽▼○●◎◇◆□■☆★→←↑↓々〆〒×÷±°℃§¥￥"
)
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_NUMBERED = re.compile("[①-⑳Ⅰ-Ⅹⅰ-ⅹ㈱㈲㎡㎥㎞㎏㎎㎜㎝]")
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
# Letters that Japanese documents hold: Latin with accents, Greek and Cyrillic, signs, kana, kanji, widths, 外字.
_DOCUMENTS = re.compile(
    "[\t\n\r\f\x20-\x7e\xa0-\u024f\u0300-\u036f\u0370-\u045f\u1e00-\u1eff\u2000-\u206f\u2070-\u209f\u20a0-\u20bf\u2100-\u214f"
    "\u2150-\u218f\u2190-\u23ff\u2460-\u27bf\u2900-\u29ff\u2e80-\u2fdf\u3000-\u30ff\u31f0-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ue000-\uf8ff\uf900-\ufaff\ufe00-\ufe0f\ufe30-\ufe4f\uff01-\uff9f\uffe0-\uffee\U0001f000-\U0001faff\U00020000-\U000323af]*"
)
# Letters that no text holds: of control, of no meaning, of a user's own making (外字), of a text that was garbled before.
_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff\U000f0000-\U0010ffff]")


def odd_in_japanese(text: str) -> bool:
    """Whether a text holds a letter that Japanese documents are not written in."""
    return _DOCUMENTS.fullmatch(text) is None


def first_odd_letter(text: str) -> int | None:
    """Where the first letter stands that no text holds; None where there is none."""
    odd = _ODD.search(text)
    return odd.start() if odd is not None else None


def is_half_width(letter: str) -> bool:
    """Whether a letter is a half-width katakana or its punctuation."""
    return _HALF_WIDTH.fullmatch(letter) is not None


def is_surely_japanese(text: str) -> bool:
    """Whether all letters of a text that are not ASCII are kana, signs or kanji of offices, and there is one."""
    letters = {letter for letter in set(text) if not letter.isascii()}
    return bool(letters) and all(letter in _COMMON or _is_plain(letter) for letter in letters)


def everyday_share(text: str) -> float:
    """How many of a text's letters are everyday ones: kana, signs, kanji of the first level of JIS.

    ASCII and half-width katakana, which tell nothing of an encoding, do not count; 0 where there is nothing else.
    """
    counted = Counter(text).items()
    letters = {letter: count for letter, count in counted if not letter.isascii() and not is_half_width(letter)}
    everyday = sum(count for letter, count in letters.items() if _is_plain(letter) or _is_first_level(letter))
    return everyday / sum(letters.values()) if letters else 0.0


def _is_plain(letter: str) -> bool:
    return letter in _SIGNS or any(kind.fullmatch(letter) for kind in (_HIRAGANA, _KATAKANA, _FULL_WIDTH, _NUMBERED))


@functools.lru_cache(maxsize=8192)
def _is_first_level(letter: str) -> bool:
    """Whether a letter is one of the 2,965 kanji of the first level of JIS, which are those in use."""
    try:
        spelled = letter.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return len(spelled) == 2 and 0xB0 <= spelled[0] <= 0xCF
