"""Findings that a person accepts: which are meant, and their entries in accepted.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.errors import DocgenError
from docgen.messages import current_language, message
from docgen.model.acceptance import Acceptance
from docgen.review.accepted_file import AcceptedFile, write_accepted
from docgen.review.identity import Identity, identity
from docgen.review.review import ListedBreach, Review

_NUMBERS = re.compile(r"\d+(-\d+)?(,\d+(-\d+)?)*")
_MOST_WORDS = 120
_MOST_NAMED = 5


def chosen(review: Review, names: Iterable[str]) -> tuple[ListedBreach, ...]:
    """The breaches that are called by their numbers in the list (3, 3,7-9), by code, or by code@place.

    Of a place, its beginning up to a colon or an exclamation mark is enough, and a deck's file may be left out.
    DocgenError for a name that means none, or several.
    """
    found = [listed for name in names for listed in _named(review, name.strip())]
    return tuple({listed.number: listed for listed in found}.values())


def _named(review: Review, name: str) -> Iterator[ListedBreach]:
    if _NUMBERS.fullmatch(name):
        for part in name.split(","):
            first, _, last = part.partition("-")
            yield from _numbered(review, int(first), int(last or first), part)
        return
    code, _, place = name.partition("@")
    of_code = [listed for listed in review.listed if listed.breach.code == code]
    meant = [listed for listed in of_code if _is_at(identity(listed.breach, review.checked), place)]
    if not meant:
        raise _unknown(review, name)
    if len(meant) > 1:
        numbers = tuple(str(listed.number) for listed in meant)
        raise DocgenError("several-to-accept", where="--accept", name=name, numbers=numbers)
    yield from meant


def _numbered(review: Review, first: int, last: int, name: str) -> Iterator[ListedBreach]:
    if not 1 <= first <= last <= len(review.listed):
        raise _unknown(review, name)
    yield from review.listed[first - 1 : last]


def _is_at(one: Identity, place: str) -> bool:
    """Whether a breach is at a place, which may leave out the end of the breach's, and the file of a deck."""
    without_file = one.place.partition("!")[2]
    return not place or any(
        own == place or own.startswith((f"{place}:", f"{place}!")) for own in (one.place, without_file)
    )


def _unknown(review: Review, name: str) -> DocgenError:
    codes = tuple(dict.fromkeys(f"{one.breach.code}" for one in review.listed))[:_MOST_NAMED]
    known = codes or message("nothing-found")
    return DocgenError("nothing-to-accept", where="--accept", name=name, known=known)


def accept(review: Review, accepted: Iterable[ListedBreach], reason: str, name: str, date: str) -> tuple[Acceptance, ...]:
    """Write breaches of a review into its accepted.yaml, an expired entry anew; the entries are returned."""
    file = review.file
    assert file is not None
    new = [(_entry(listed, review, reason, name, date), _index(listed, file)) for listed in accepted]
    write_accepted(file, new)
    return tuple(entry for entry, _ in new)


def _entry(listed: ListedBreach, review: Review, reason: str, name: str, date: str) -> Acceptance:
    own = identity(listed.breach, review.checked)
    what = " ".join(listed.breach.message.text(current_language()).split())
    if len(what) > _MOST_WORDS:
        what = f"{what[: _MOST_WORDS - 1]}…"
    return Acceptance(code=own.code, place=own.place, values=own.values, what=what, reason=reason, name=name, date=date)


def _index(listed: ListedBreach, file: AcceptedFile) -> int | None:
    """The number of the expired entry that a new one takes the place of."""
    return next((number for number, entry in enumerate(file.entries) if entry is listed.acceptance), None)
