"""The sentence that a breach is about, cut out of its text."""

from __future__ import annotations

from docgen.breach import Spot

_ENDS = "。\n\v\r"
_MOST = 60  # characters before and after the words that are amiss
_MORE = "…"


def excerpt(spot: Spot, most: int = _MOST) -> Spot:
    """The sentence around a spot, at most so many characters before and after it.

    >>> excerpt(Spot("輸入も増えた。輸出は3件であった。", 10, 12))
    Spot(text='輸出は3件であった。', start=3, end=5)
    >>> excerpt(Spot("輸出は3件であった。", 3, 5), most=2).text
    '…出は3件であ…'
    """
    text = spot.text
    begin = max((text.rfind(end, 0, spot.start) for end in _ENDS), default=-1) + 1
    found = [place for end in _ENDS if (place := text.find(end, max(spot.end - 1, spot.start))) >= 0]
    stop = min(found) + 1 if found else len(text)
    first, last = max(begin, spot.start - most), min(max(stop, spot.end), spot.end + most)
    before = _MORE if first > begin else ""
    body = text[first:last]
    lead = len(body) - len(body.lstrip()) if not before else 0
    words = before + body[lead:].rstrip() + (_MORE if last < stop else "")
    start = spot.start - first - lead + len(before)
    return Spot(words, start, start + spot.end - spot.start)
