"""The .pptx as a package: parts, their relationships, and the zip that holds them.

- ``package``: parts and relationships in, bytes out
- ``part_names``: the names and content types of the parts
- ``media``: pictures, charts and workbooks, each part once
"""
