"""What slide builders share. In come a page's record and its layout pack, out go parts of a draft.

page                the draft of a page with a record of its own: messages, body, notes and sources
tag, names          texts of placeholders; what a page refers to by id and prints by name
options             what a layout pack wants otherwise of a slide kind
shown_columns       the columns of a list that a layout pack shows
elements, merged    cells that are merged downwards where they are equal
candidate_cells     cells of candidates for additional indicators
points              points and the points below them as bullets
number_cards        numbers set large in boxes
levels              the levels of a diagram; circles in it are refused
map_shades          the shades of a map of values and its legend
indicator_changes   what changed in an indicator since last year
measure_budgets     the amounts of budget lines as cells of a measure chart
measure_changes     what changed in a measure chart since last year
figure_notes        the data of figures for the speaker notes
"""
