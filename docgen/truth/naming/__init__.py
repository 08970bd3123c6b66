"""What things are called and how they are numbered: one id, one name, one number wherever they stand.

In: sentences, and the tables of words, lists, notes, titles and contents that name things. Out: a ``Breach`` for each
name, number or attribute that is another's.

- ``naming_rules``: the rules; read this first
- ``register``: what the evidence names, by ids and names, with its attributes; ``called`` a name and its short form
- ``markers``: ③, 注2, 図3, 第2章 as numbers of a kind; ``known``, ``index``: what of the register a sentence names
- ``identity``, ``attributes``: an id with another's name, class, unit or section
- ``near_names``, ``alike``: names nearly the same; ``elements``: one set of items
- ``nicknames``: second names; ``editions``: numbered plans; ``publishers``: publications with their bodies
- ``numbering``: steps, notes, figures by their numbers; ``contents``: chapters by their pages
- ``on_slides``: notes and steps of a slide; ``own_names``: names that a deck spells in two ways
- ``heading``: which table a sentence is the title of; ``headings``, ``spans``: titles against what they show
- ``headlines``: what a headline tells of a table; ``figures_meant``, ``figures_told``: the figures that
  sentences refer to
"""
