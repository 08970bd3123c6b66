"""The fingerprint: the deck as it was built, carried inside the deck itself.

People edit the built deck. What they changed is found against the fingerprint, not against the content,
which may have moved on. PowerPoint and LibreOffice both keep it when they save: it is a custom XML part.

In: a placed deck, or a .pptx. Out: a ``Fingerprint``: slides, shapes, paragraphs, cells and points as values.

- ``values``: those values; ``rows``: how they are made again of what JSON holds
- ``placed``: the fingerprint of a placed deck; ``digest``: checksums of what was written
- ``part``: the XML part that holds the values as JSON, written, and found in a .pptx
- ``manifest_part``: the part that holds the JSON of a manifest, where the deck was built with one
- ``renamed``: a fingerprint of before in the names that records have today
- ``excerpt``: texts cut short
- ``related``: whether two decks are the same compendium
"""
