"""The native chart of a figure: a ready figure and a box come in, the marks of a chart go out.

``ChartBlock`` (``chart``) is what stands on a page. What to open for what:

- how high a chart wants to be, what stands over it, and words for missing data: ``chart``
- the way from a figure with axes to a placed chart, the width of columns: ``plot``
- another rule for the range or the step of an axis: ``axis``
- what becomes a series (data, totals, targets), and as what it is drawn: ``series``; a line that is
  dashed or broken: ``line_parts``
- which colour, marker or pattern a series has: ``colours``; totals of a stack without parts: ``totals_alone``
- a legend, or names at the lines' ends: ``names``; a key that is drawn as shapes: ``key``, ``key_entry``; its rows,
  and the lines of long names: ``key_plan``; names of categories: ``categories``
- the space around the plot: ``room``; what stands in the plot, and where a value lies in it: ``frame``
- how a number is printed, words such as 合計: ``texts``
- circles: ``pie``; a grid of small charts: ``multiples``
- labels of values: the room ``labels``; shaded periods, arrows of changes, notes, levels: the room ``annotations``

What kinds of figures there are, and what holds for each, says ``docgen.model.chart_kind``; what a kind cannot
show, ``docgen.ready.figure_rules``.
"""
