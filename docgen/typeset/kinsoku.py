"""Line-breaking prohibitions (kinsoku, strict) and the punctuation that may hang over the right edge.

The sets are JIS X 4051's as the office programs apply them to Japanese.
"""

from __future__ import annotations

NOT_FIRST = frozenset(
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〟〗〙"
    "ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾゕゖ"
    "！％），．：；？］｝｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠"
)
NOT_LAST = frozenset("$([{£¥‘“〈《「『【〔〝〖〘＄（［｛｟｢￡￥")
HANGING = frozenset("、。，．､｡")
