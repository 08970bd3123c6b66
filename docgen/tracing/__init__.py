"""What a page, a sentence or a number rests on, step by step down to the file and the row.

In: a compendium, its ready pages and a name. Out: a ``Step`` with all steps below it.

- ``chain``: the steps; read this first
- ``subjects``: what can be traced, by name
- ``step``: a step as a value, and the cells of data files that it reads
"""
