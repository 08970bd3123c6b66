"""Whether a deck's file is whole: what Office's schemas say of it, and what they do not see.

In: any .pptx. Out: a ``Breach`` for each thing that PowerPoint would repair, lose or refuse, with its slide or part.

- ``verify``: a file through all rules; read this first
- ``deck_file``: the file's entries, content types and relationships, as they stand; ``relations``: one of the latter
- ``package_rules``: entries, content types, relationships, parts that nothing refers to
- ``list_rules``: the lists of slides, masters, layouts and sections; ``both_ways``: layouts and notes, there and back
- ``shape_rules``: ids, sizes, connectors, animations; ``use_rules``: what the XML of a part refers to, links
- ``table_rules``: grid against cells, merged cells, paragraphs
- ``chart_rules``: what a chart shows against the ``workbook`` behind it, series and axes
- ``media_rules``: files by their first bytes
- ``schema_rules``: what Microsoft's Open XML SDK finds, where it is installed; ``validator``: where that is
- ``told``: what the deck says of itself
"""
