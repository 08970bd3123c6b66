"""A page with one figure, as a script adds it: ``deck.add(Figure(...))``.

>>> import docgen
>>> data = {"年": ["2021年", "2022年"], "死者数": [2636, 2610]}
>>> figure = docgen.Figure(id="deaths", title="交通事故死者数", kind="line", data=data)
>>> docgen.Deck().add(figure).build().placed.slides[0].kind
'figure'
"""

from __future__ import annotations

from docgen.blocks.figure.figure import figure_block, titled
from docgen.slides import Draft, LayoutPack, ReadyFigure, ReadyPage, titled_draft


def build(page: ReadyPage, record: ReadyFigure, pack: LayoutPack) -> Draft:
    """The figure over the whole page, its title as the slide's."""
    title = titled(record)
    block = figure_block(f"{page.id}/figure", record, heading_shown=False)
    return titled_draft(page, pack, title, block)
