"""What is drawn into a chart beside its data: shaded periods, arrows of changes, notes at points, lines of levels.

In: a plot with its series and labels, and the annotations of its figure. Out: native shapes that lie on the chart or
behind it. The plot's place is fixed, so they stand where the chart's own axes are, in every program. Their texts stand
in lanes over the plot, or beside lying bars, where neither data nor labels are; ``room`` of the chart leaves these free.

- how high the lanes are, and which text stands where in them: ``lanes``; beside lying bars: ``beside``
- where a point of the data lies: ``points``; the intervals around lines: ``bands``
- the shapes, behind the chart and over it: ``marks``; where the lines of notes end: ``leaders``
- words, arrows and thin lines, of which all these are made: ``shapes``
"""
