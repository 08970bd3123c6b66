"""Letters that only some systems have, and how the same is written everywhere."""

from __future__ import annotations

import re
import unicodedata

OWN_LETTERS = re.compile("[①-⑳Ⅰ-ⅿ㈱㈲㈹㊤-㊨㌀-㍗㍻-㍿㎎-㏄㏍№℡｡-ﾟ]+")
"""Letters of NEC's and IBM's own rows of JIS, which other systems lack or show otherwise, and half-width kana.

机種依存文字 of 統計表における機械判読可能なデータの表記方法の統一ルール, item 1-10.
"""

_CIRCLED = re.compile("[①-⑳]")


def common_letters(text: str) -> str:
    """A text whose letters are on every system: (1) for ①, III for Ⅲ, (株) for ㈱, m2 for ㎡; all else as it is.

    >>> common_letters("①ｶﾞｽ供給㈱"), common_letters("第Ⅲ期（㎡）")
    ('(1)ガス供給(株)', '第III期（m2）')
    """
    counted = _CIRCLED.sub(lambda match: f"({unicodedata.numeric(match[0]):.0f})", text)
    return OWN_LETTERS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), counted)
