"""What slide builders share. In come a page's record and its layout pack, out go parts of a draft.

page                the draft of a page: texts of placeholders, messages, body, notes and sources
figures             figures, tables and large numbers of a page's record, side by side, with what is missing below
key_values          the values of an indicator without figures, each large in a box
bullets             points and the points below them
page_list           a list of pages with their numbers, which are links
tables              lists and overviews by logic element; cells that several tables have, equal ones merged downwards
indicators          how a table names an indicator: by its id, where ids are shown, and its name
options             what a layout pack wants otherwise of a slide kind
names               what a page prints for ids and trends; titles that name the analysis item
levels              the levels of a diagram; circles in it are refused
map_shades          the shades of a map of values, and its legend
measure_budgets     amounts of budget lines by fiscal year
changes             what changed in an indicator and in a measure chart since last year
page_notes          the notes of a page and of its parts: in one place where they can be, no number given twice
figure_notes        the data of figures for the speaker notes
"""
