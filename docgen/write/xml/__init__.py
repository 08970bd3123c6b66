"""What all parts share when they are spelled as XML.

- ``escape``: characters escaped; ``namespaces``: namespaces and extension ids
- ``units``: points to EMU and hundredths; ``identity``: ids that stay from build to build
- ``colour``: palette colours and strokes; ``text``: paragraphs and runs; ``tree``: the group of a slide's shapes
"""
