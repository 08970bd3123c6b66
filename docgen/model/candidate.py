"""Candidates for additional indicators (追加指標等候補): data gathered beyond the set indicators."""

from __future__ import annotations

from docgen.model.record import Identifier, Prose, Record


class Candidate(Record):
    """Data gathered for one logic element, as the list and the overview of its analysis item show it.

    ``number`` is printed in parentheses and begins at 1 in each analysis item; ``sources`` say where the
    data comes from, ``aim`` what it is to show, ``points`` what it showed. ``pages`` are the records of the
    pages that show it, in order. A ``repeated`` candidate has been shown under another item already. The
    overview begins a page with a candidate that has ``new_page``.

        id: ai-research
        element: mission-oriented-rd
        number: 1
        name: 戦略分野（AI）の研究開発
        sources: [人工知能研究開発ネットワーク]
        aim: 研究ネットワークに参画する機関の数の可視化
        pages: [strategy-1-ai-network]
    """

    id: Identifier
    element: Identifier
    number: int
    name: str
    sources: tuple[Prose, ...] = ()
    aim: Prose = ""
    pages: tuple[Identifier, ...] = ()
    points: tuple[Prose, ...] = ()
    repeated: bool = False
    new_page: bool = False
    rests_on: tuple[Identifier, ...] = ()
