"""The .pptx as a package: parts, their relationships, and the zip that holds them.

In: parts as bytes, with what they refer to. Out: the bytes of the .pptx, the same for the same parts.

- ``package``: all parts of a deck in memory, to be read, changed and saved
- ``packed``: parts that are packed as they are made; ``archive``: the zip that is put together of them
- ``content_types``: the list that a package begins with
- ``part``: a new part: its name, content type and relationships
"""
