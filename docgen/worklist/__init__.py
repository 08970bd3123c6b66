"""The work list: everything in a content folder that waits for a person.

In: a compendium and its ready pages. Out: ``WorkItem`` values, and an Excel file for the bureaus.

- ``work_list``: the list; ``item``: an item, and what its kinds are called
- ``excel``: the list as an Excel file with columns for answers
"""
