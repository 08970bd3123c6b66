"""A deck that docgen need not have made, opened for what its slides say.

In: any .pptx. Out: an ``OpenedDeck``: for each slide its title, its texts, and its tables and charts as tables of facts.

- ``deck``: opening a file; read this first; ``opened_deck``: the values
- ``parts``: the parts of the package, read as they are asked for
- ``slide``: a slide's shapes, those within groups included, as texts and tables; ``shape``: one of them
- ``grid``: a table with merged cells and several header rows as labels and cells
- ``outside``: what reaches over the edge of its slide
- ``contents``, ``captions``: its table of contents, its figures by their numbers
- ``publication``: when the deck was published, as its cover tells it
- ``legends``: the legends that stand on its slides; ``goals``: the targets that its tables state
- ``chart``: a chart as the table of its data
"""
