"""A deck edited by hand, merged with the new build of its content.

In: the edited .pptx, which carries the fingerprint of the deck as built, and the new build. Out: the merged
deck's bytes, the edits by hand that it keeps, and the conflicts, where both sides changed the same.

- ``merged_deck``: the whole way in a few calls; read this first
- ``edited``: the edited deck read into values, and matched with the deck as built
- ``decisions``: for each slide, shape, cell and point, whose version the merged deck takes
- ``merged``: the decisions put into the new build's package
- ``hand_edits``: what was done to a deck since it was built, told by the deck alone
- ``hands``: several edited decks, whole or parts, one after the other
- ``versions``: one thing in the three decks; ``report``: the edits and conflicts that are reported
- ``content_patches``: texts changed by hand, written back into the content's YAML
"""
