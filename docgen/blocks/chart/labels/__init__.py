"""The labels of values in a chart: a figure and its plot come in, its series with their labels go out.

``placing.labelled_series`` is the way through: labels are ``wanted``, each with the spots where it may stand; those
of points near each other choose together (``search``) where they ``cost`` least.

- which points want a label, and on which side of its point it stands best: ``wanted``
- what a label should keep off, such as the mark of a target, and how much that counts: ``cost``
- where a label lies at a spot, and what stands in the plot: ``spots``
- which labels choose together, and how: ``search``
- labels in the segments of a stack, and what to do where labels lack room: ``placing``
"""
