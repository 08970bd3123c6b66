"""The .pptx as a package: parts, their relationships, and the zip that holds them.

In: parts as bytes, with what they refer to. Out: the bytes of the .pptx, the same for the same parts.

- ``package``: all parts of a deck in memory, to be read, changed and saved
- ``part``: a new part: its name, content type and relationships
"""
