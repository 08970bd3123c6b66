"""Edits of the files of a content folder: what is written anew, and everything else in the file as it was.

In: a folder and its compendium. Out: edits as values, and the bytes of the files after them.

- ``source``: the files of a folder, and the edits of what stands at a path of its compendium; read this first
- ``edits``: edits as values, and how texts and CSV files take them; ``files``: edits to the bytes of files
- ``points``: where a new point of a series stands in its table
- ``workbook``: cells of a workbook written in place, and ``lines``: rows and columns added to it; ``book``: its parts;
  ``cells``: rows and cells of a sheet; ``gaps``: what moves on to make room; ``references``: what names moved cells;
  ``dependents``: the formulas that rest on changed cells; ``areas``: names and tables that grow; ``formats``: what a
  cell stores for what it shows
- ``years``: a year later, as the text spells it
"""
