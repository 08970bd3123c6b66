"""Forms: Excel files that go out to the bureaus every spring, and their answers, which come back into the content.

In: a compendium and its ready pages. Out: a form; and from returned forms the changes of the content folder.

- ``responsible``: whose each record is
"""
