"""Tables that programs read: the ministries' common rules, with mends where one is safe.

In: a workbook, a text file, or a content folder. Out: a ``Finding`` for each rule that a table breaks, a notice with its
cell, and the cells as they would be right where nobody has to decide anything.

The rules are 統計表における機械判読可能なデータの表記方法の統一ルール (総務省, 2020年12月18日), with items
numbered 1-1 to 1-15; each rule's docstring names its own.

- ``find``: the whole way; read this first; ``mend``: what may be mended, written into the files
- ``finding``: a finding and its mends as values
- ``table_file``: a sheet or text file as cells; ``of_workbook`` and ``of_text`` read one
- ``parts``: which rows are titles, heads, numbers and notes
- ``cell_rules``, ``label_rules``, ``sheet_rules``: the rules, on numbers, on names, on the sheet as a whole
"""
