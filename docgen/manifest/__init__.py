"""The manifest of a deck: what it was made of, inside the deck and beside it, and whether that is still so.

In: content folders, a layout pack, what a check found. Out: a ``Manifest`` (docgen/model/manifest.py) as JSON; of a deck
that has one, breaches where deck, manifest and content are not of one another.

- ``inputs``: the digests of all files that a deck is made of; read this first
- ``text``: a manifest as JSON, and read again
- ``deck_file``: the manifest inside a deck and beside it, written with the deck in one group
- ``hold_rules``: the rules on a manifest, its deck and the content
- ``stated``: who built the deck and when, where that is stated
"""
