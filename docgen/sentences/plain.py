"""A sentence with full-width letters, digits and signs as half-width ones, character for character."""

from __future__ import annotations

from functools import lru_cache

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("−"): "-",
    ord("‐"): "-",
    ord("–"): "～",
    ord("〜"): "～",
    ord("~"): "～",
    ord("〇"): "○",
}
# A full-width tilde is a sign of ranges; a full-width hyphen is a minus sign.
_HALF_WIDTH[ord("～")] = ord("～")


# Rules ask for the same texts again and again.
@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """``text`` in the letters that the patterns of this room are written in; as long as before.

    >>> plain("１．５倍〜２０％、△３")
    '1.5倍～20%、△3'
    """
    return text.translate(_HALF_WIDTH)
