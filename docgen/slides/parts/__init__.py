"""What slide builders share. In come a page's record and its layout pack, out go parts of a draft.

page                the draft of a page: texts of placeholders, messages, body, notes and sources
figures             figures and tables of a page's record, side by side, with what is missing below them
bullets             points and the points below them
number_cards        numbers set large in boxes
element_table       lists and overviews by logic element, whose columns a layout pack may hide
cells               cells that several tables have; equal cells merged downwards
options             what a layout pack wants otherwise of a slide kind
names               what a page prints for ids and trends; titles that name the analysis item
levels              the levels of a diagram; circles in it are refused
map_shades          the shades of a map of values, and its legend
measure_budgets     amounts of budget lines by fiscal year
indicator_changes   what changed in an indicator since last year
measure_changes     what changed in a measure chart since last year
figure_notes        the data of figures for the speaker notes
"""
