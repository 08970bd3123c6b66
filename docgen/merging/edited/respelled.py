"""What looks say of a deck that LibreOffice saved, which spells them anew: titles, and what no build has."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.fingerprint.values import Features

# Features that no build has, so that what has one was given it by hand.
_ADDED = frozenset({"effects", "text effects", "equation", "ink", "hidden", "added"})
# An axis says more than its minor gridlines, which no build has: they get a feature of their own.
_MINOR_GRIDLINES = "minorGridlines"
# What LibreOffice adds to charts that had none.
_OWN_LINES = "hiLowLines"


def said_by_hand(look: Features) -> Iterator[tuple[str, str]]:
    """The features of a look that people gave it, as LibreOffice spelled it.

    >>> list(said_by_hand((("title", "人口"), ("axis 0", "delete=1 minorGridlines"), ("group 0", "lineChart"))))
    [('title', '人口'), ('minorGridlines axis 0', 'minorGridlines')]
    """
    for name, text in look:
        if _is_kept(name):
            yield name, " ".join(word for word in text.split(" ") if word != _OWN_LINES)
        elif _MINOR_GRIDLINES in text.split():
            yield f"{_MINOR_GRIDLINES} {name}", _MINOR_GRIDLINES


def is_whole(look: Features) -> bool:
    """Whether a look has more than LibreOffice leaves of it; that of a chart always says what its series are drawn as.

    >>> is_whole((("title", "人口"), ("group 0", "lineChart"))), is_whole((("title", "人口"),))
    (True, False)
    """
    return not all(_is_kept(name) or name.startswith(_MINOR_GRIDLINES) for name, _ in look)


def _is_kept(feature: str) -> bool:
    return "title" in feature or feature in _ADDED
