"""A review for programs: a list of plain values, as JSON holds them."""

from __future__ import annotations

from typing import Any

from docgen.messages import current_language
from docgen.place_parts import place_in_parts
from docgen.review.excerpt import excerpt
from docgen.review.review import ListedBreach, Review


def rows(review: Review) -> list[dict[str, Any]]:
    """The breaches in their order, each with the keys that :func:`row` tells."""
    return [row(listed) for listed in review.listed]


def counts(review: Review) -> dict[str, Any]:
    """How many errors, notices and accepted breaches there are, and how many numbers of each kind were judged."""
    numbers = {"numbers": review.coverage.row()} if review.coverage is not None else {}
    return {"errors": review.errors, "notices": review.notices, "accepted": len(review.accepted), **numbers}


def row(listed: ListedBreach) -> dict[str, Any]:
    """A breach: its number, code and level, ``where`` in words and in parts, ``slides``, ``what``, ``hint``, ``values``.

    Where it is about some characters of a text, also the ``sentence`` and the ``span`` of the characters in it.
    """
    breach = listed.breach
    told: dict[str, Any] = {"number": listed.number, "code": breach.code, "level": breach.level, "where": str(breach.where)}
    told |= place_in_parts(breach.where)
    told |= {"slides": list(listed.shown.slides), "what": breach.what, "hint": breach.hint or None}
    told["values"] = breach.message.plain_values(current_language())
    if breach.spot is not None:
        cut = excerpt(breach.spot)
        told |= {"sentence": cut.text, "span": [cut.start, cut.end]}
    if (entry := listed.acceptance) is not None:
        told["expired"] = {"name": entry.name, "date": entry.date, "reason": entry.reason}
    return told
