"""The work list: everything in a content folder that waits for a person.

In: a compendium and its ready pages. Out: ``WorkItem`` values; ``docgen.forms`` makes a form of
them for the bureaus.

- ``work_list``: the list; ``figures_behind``: figures whose data has a newer point than they draw
- ``item``: an item, and what its kinds are called
"""
