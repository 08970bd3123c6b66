"""Pages of records that are ready already: those that a compendium makes from many records."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.derive.kinds import Place
from docgen.errors import DocgenError
from docgen.model import Section
from docgen.ready import (
    ReadyCandidates,
    ReadyContents,
    ReadyCover,
    ReadyDivider,
    ReadyIndicatorList,
    ReadyIndicatorOverview,
    ReadyPage,
)

_KINDS_OF_READY: Mapping[type[object], str] = {
    ReadyCover: "cover",
    ReadyContents: "contents",
    ReadyDivider: "divider",
    ReadyIndicatorList: "indicator_list",
    ReadyIndicatorOverview: "indicator_overview",
    ReadyCandidates: "additional_list",
}


def ready_page(record: object, identifier: str | None = None, kind: str | None = None) -> ReadyPage:
    """The page of a record that is ready already: a cover, contents, a divider, a list, an overview.

    In a compendium these are made from many records; a script gives them their rows. The page is called
    ``identifier`` (its kind where there is none). ``kind`` tells a list of candidates from their overview.
    """
    if type(record) not in _KINDS_OF_READY:
        raise DocgenError(
            f"a {type(record).__name__} has no page of its own",
            expected=f"a record of docgen.model, or one of {', '.join(each.__name__ for each in _KINDS_OF_READY)}",
        )
    chosen = kind or _KINDS_OF_READY[type(record)]
    return Place(Section(id="pages"), 1, ()).page(identifier or chosen, chosen, record)
