"""The merged deck: decisions put into the package of the new build.

In: ``Decisions``, the edited deck and the new build's package. Out: that package, changed into the merged deck.

- ``deck``: all slides, authors and counts; ``slide_list``: the list of slides and the sections
- ``slide``, ``shape``, ``chart``, ``notes``: what is put into a slide, a shape, a chart, the speaker notes
- ``whole``: what was decided of the deck as a whole
- ``shape_ids``: shapes keep the ids by which animations and comments call them
- ``part_copier``: XML and parts copied from the edited deck, with all that they refer to
- ``conflict_note``: the note on a slide that tells its conflicts
"""
