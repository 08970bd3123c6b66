"""The next fiscal year: a content folder rolled forward to a new one, its texts edited where they stand.

In: the folder of a year. Out: a new folder, with carried_over.yaml that lists what waits for a person.

- ``roll``: the new folder, put in place in one step; read this first
- ``front``, ``values``, ``figures``, ``measures``, ``budgets``, ``texts``: the changes of each kind of record
- ``places``: the row of a data file for a new number
- ``source``: the files of the folder, and the edit of a scalar in them; ``edits``: edits as values, and how they apply
- ``years``: a year later, as the text spells it; ``carried_over_file``: the list
"""
