"""Pages of a deck as a user names them: ``3,7-9``."""

from __future__ import annotations

from docgen.errors import DocgenError

# No deck has more pages: a mistyped number in --pages is refused rather than counted to.
_LAST_PAGE = 9999


def page_numbers(text: str) -> tuple[int, ...]:
    """The pages that ``3,7-9`` names. DocgenError where it names none."""
    numbers: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        low, high = _page(first), _page(last if dash else first)
        if low is None or high is None or low > high:
            raise DocgenError("no-pages-named", where="--pages", text=part.strip())
        numbers.extend(range(low, high + 1))
    return tuple(dict.fromkeys(numbers))


def _page(text: str) -> int | None:
    """The page number that a text is, None where it is none."""
    return int(text) if text.isdecimal() and int(text) <= _LAST_PAGE else None
