"""What a content says beside its own data, and what a deck says beside what a content prints.

In: a ``Source``, which is a compendium with its text fields, its pages and the deck that they print; and a deck that was
opened. Out: a ``Breach`` for each number, direction or name that cannot be, with the places in the content's files.

- ``deck``: any deck by all rules, from its file
- ``content``: a content by all rules; read this first. ``evidence``: what it is judged by, with the places of
  ``data_cells``; ``bound``: what a template took from the data
- ``against``: a deck against a content, whoever edited or made it. ``pairs``: which slide and text is which printed one;
  ``cells``: tables and charts, value by value; ``wording``: two texts that say nearly the same, and where they do not
- ``repeated_series``, ``computed_series``: numbers of data files that others of them contradict; ``data_facts``: the
  numbers of a file as series; ``data_folder``: a folder of files as what a deck is judged by
- ``source``: the content's side; ``fields``: its texts and where they are written, ``printed``: its slides
"""
