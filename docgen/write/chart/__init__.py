"""A native chart as XML, and the workbook that PowerPoint opens to edit its data.

In: a ``PlacedChart``. Out: the XML of the chart part, and the bytes of the .xlsx.

- ``chart``: the whole part and its checks; read this first
- ``series``, ``label``, ``axis``: series, data labels and axes
- ``features``: what a look is made of, read from any chart
- ``look``: fills, strokes, texts and number formats
- ``workbook``: the workbook, and where the chart's values stand in it
"""
