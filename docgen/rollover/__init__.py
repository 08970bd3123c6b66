"""The next fiscal year: a content folder rolled forward to a new one, its texts edited where they stand.

In: the folder of a year. Out: a new folder, with carried_over.yaml that lists what waits for a person.

- ``roll``: the new folder, put in place in one step, and compendium.yaml; read this first
- ``values``, ``figures``, ``budgets``: the changes of each kind of record
- ``carried_over``: measures and texts that wait for a person, and carried_over.yaml
- ``source``: the files of the folder, and edits of what stands in them; ``edits``: edits as values, and how they apply
- ``years``: a year later, as the text spells it
"""
