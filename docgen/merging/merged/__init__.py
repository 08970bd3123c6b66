"""The merged deck: decisions put into the package of the new build, which becomes the merged deck.

In: ``Decisions``, the edited deck and the new build's package. Out: that package, changed.

- ``deck``: slides, notes, authors and counts; ``slide_list``: the list of slides and the sections
- ``slide``, ``shape``, ``text``, ``chart``: what is put into a slide, a shape, a text body, a chart
- ``part_copier``: XML and parts copied from the edited deck, with all that they refer to
- ``conflict_note``: the note on a slide that tells its conflicts
"""
