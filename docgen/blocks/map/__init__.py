"""Maps of Japan by prefecture, made of native shapes that can be recoloured one by one.

In come tiles (fill, border and text) by prefecture id, out go a named shape for each prefecture and its label.

outlines_map   the map in real outlines, labels inside or beside the prefectures
tiles_map      the map of squares; ``Tile`` says how a prefecture is shown
labels         where a label beside a prefecture has room
outlines       the outlines as shipped in ``data/``
prefectures    the 47 prefectures: ids, names, places on the grid of tiles
"""
