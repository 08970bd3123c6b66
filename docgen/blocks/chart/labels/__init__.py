"""The labels of values in a chart: a figure and its plot come in, its series with their labels go out.

``placing.labelled_series`` leads through the files: labels are ``wanted``, each with the spots where it may
stand; those of points near each other choose together (``choice``, by ``search``) where they ``cost`` least.

- which points want a label, and on which side of its point it stands: ``wanted``
- what a label should keep off, such as the mark of a target, and how much that counts: ``cost``, with what
  is there in ``surroundings``
- where a label lies at a spot, in points: ``spots``
- labels inside the segments of a stack: ``segments``
"""
