"""What a deck looks like before anything stands on it: theme, slide master, slide layouts, table style.

In: a ``Design``, with or without a bureau's template. Out: the XML of those parts.

- ``parts``: all of them; read this first
- ``theme``: twelve colours and two fonts
- ``master``, ``layouts``, ``placeholder``: the master and the slide layouts, with their placeholders
- ``table_style``: how tables look that say nothing more
- ``shown``: what master and layouts show, by the names of their shapes
- ``template``: the same parts taken from a bureau's own template
"""
