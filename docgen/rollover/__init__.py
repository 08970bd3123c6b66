"""The next fiscal year: a content folder rolled forward to a new one, its texts edited where they stand.

In: the folder of a year. Out: a new folder, with carried_over.yaml that lists what waits for a person.

- ``roll``: the new folder, put in place in one step, and compendium.yaml; read this first
- ``values``, ``figures``, ``budgets``: the changes of each kind of record
- ``carried_over``: measures and texts that wait for a person, and carried_over.yaml

The edits themselves, and the files that they are made in, are of ``docgen.editing``.
"""
