"""Figures as they stand on a page, and what is drawn beside charts and tables.

In come ready figures, tables and pictures, out go native charts, tables and pictures in boxes of the page.

figure       title with its unit, chart, data, notes and source as one block
data_table   the numbers of a figure as a table, or as text for the speaker notes
donut        a donut in a square, and the table that is its legend
sparklines   a table with a small chart at the side of each row
picture      a picture, scaled to its room
"""
