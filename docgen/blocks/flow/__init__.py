"""Flows: boxes in columns or rows with connectors between them, for measure charts, logic charts and diagrams.

In come boxes, columns, links between box ids, frames and heads (``boxes``); out goes a block that knows its
height, is parted by whole branches and draws shapes with glued connectors: ``flow``, and ``keyed`` with a legend
and notes below it.

A flow is laid out as a layered graph. Layers lie ``across`` the page in the direction of the flow, boxes ``along``
them; ``axis`` alone knows which of these is x.

1. ``graph`` makes layers of the columns, with dummy nodes where links pass a layer.
2. ``order`` finds few crossings (counted in ``crossings``), ``content_order`` brings the content's order back where
   that is free, ``frame_order`` keeps what a frame holds together. The result is a ``plan``.
3. ``right`` and ``down`` measure what their direction gives: widths of columns, or of boxes in rows; ``text`` what
   boxes need, ``heads`` what heads and titles do.
4. ``place`` gives every box its place along its layer: ``rows`` hold the items, ``spread`` the fullest one,
   ``separation`` draws the others to what they link to, ``frame_room`` keeps room for frames.
5. ``route`` leads connectors through gutters (``gutters``, ``trunks``) and past layers (``channels``).
6. ``layout`` does 4 and 5 for both directions, ``draw`` makes the marks.

To change this, open that file:

=================================================  =======================================
the text of a box, its insets, figures in columns  ``text``
how columns share the width, distances downwards   ``right``
how wide boxes in rows are, distances sideways     ``down``
what may be longer, or nearer, in a full layer     ``spread``
what a box is centred on, straight links           ``place``
room between layers, around frames                 ``layout``
which links share a line, where lines turn         ``gutters``, ``trunks``
how a flow goes on on the next page                ``flow``
=================================================  =======================================
"""
