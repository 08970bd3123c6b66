"""What all parts share when they are spelled as XML.

- ``escape``: characters escaped; ``namespaces``: namespaces and extension ids
- ``units``: points to EMU and hundredths; ``identity``: ids that stay from build to build
- ``colour``: palette colours and strokes; ``text``: paragraphs and runs
- ``elements``: the tree of shapes, pictures, frames of tables and charts
"""
