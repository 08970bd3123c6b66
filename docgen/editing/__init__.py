"""Edits of the files of a content folder: what is written anew, and everything else in the file as it was.

In: a folder and its compendium. Out: edits as values, and the bytes of the files after them.

- ``source``: the files of a folder, and the edits of what stands at a path of its compendium; read this first
- ``edits``: edits as values, and how texts and CSV files take them; ``files``: edits to the bytes of files
- ``workbook``: cells of a workbook written in place; ``dependents``: the formulas that rest on them; ``areas``: names
  and tables that grow with them; ``rows_below``: notes that make room; ``formats``: what a cell stores for what it shows
- ``years``: a year later, as the text spells it
"""
