"""A part of a deck, to be worked on by those who provide its pages, and merged with the others later.

In: a compendium, and which pages are asked for: by ids, a section, a bureau. Out: a built deck of their slides alone,
which says of which build it is a part.

- ``extract``: the whole way; read this first
- ``chosen``: the pages that are asked for
"""
