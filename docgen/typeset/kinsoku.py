"""Kinsoku: characters that may not begin or end a line, that may hang over its right edge, or that stay with the
character before them.

The sets are those of JIS X 4051 (strict), as the office programs apply them to Japanese.
"""

from __future__ import annotations

NOT_FIRST = frozenset(
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〟〗〙"
    "ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾゕゖ"
    "！％），．：；？］｝｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠"
)
NOT_LAST = frozenset("$([{£¥‘“〈《「『【〔〝〖〘＄（［｛｟｢￡￥")
HANGING = frozenset("、。，．､｡")

JOINER = "\u200d"
# Combining marks, variation selectors and skin tones stay with the character before them.
STICKY = frozenset(
    chr(code)
    for begin, end in (
        (0x300, 0x36F),
        (0x20D0, 0x20FF),
        (0x3099, 0x309A),
        (0x200D, 0x200D),
        (0xFE00, 0xFE0F),
        (0x1F3FB, 0x1F3FF),
        (0xE0100, 0xE01EF),
    )
    for code in range(begin, end + 1)
)
