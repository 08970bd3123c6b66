"""Tables whose columns and rows are found from their content.

In come columns and rows of cells (``cell.py``), also from a DataFrame or a ready table (``from_data.py``); out goes
a block that knows its height, is parted over pages and draws one native table (``table.py``).

On the way: where the cells stand (``grid.py``), their texts in em, once for all widths and sizes
(``cell_profile.py``), their texts at one step of the ladder (``cell_text.py``), the columns' widths
(``column_widths.py``, with ``lowest_rows.py``, ``column.py`` and ``searched_text.py``), the rows' heights
(``layout.py``), the mark (``draw.py``). A table that is too wide goes on beside itself (``column_parts.py``).

To change this, open that file:

===================================================  =====================================================
a column that should be narrower                     ``column_widths.py``: its limits, the search
how low a table can be at all                        ``lowest_rows.py``
what no column breaks: numbers, dates, ids, words    ``kept_whole.py``
which columns stand on a page, which on every page   ``column_groups.py``
rows and columns that both go on                     ``column_parts.py``
what a text costs at a width, in the search          ``searched_text.py``
what a reserve is kept for where lines are counted   ``cell_profile.py``
insets, fill and text of a kind of row               ``cell_text.py``
numbers on their decimal points                      ``decimals.py``
rows that share what a merged cell needs             ``layout.py``
where spare height goes                              ``stretch.py``
the rules (lines) of a table                         ``draw.py``
where a table is parted, a row that is parted inside ``split.py``
a rule of shading                                    ``cell.py``
where the ladder of fitting begins                   ``estimate.py``
the value table of an indicator                      ``values.py``
a ranking in two halves                              ``halves.py``
a schedule with bars                                 ``schedule.py``
===================================================  =====================================================
"""
