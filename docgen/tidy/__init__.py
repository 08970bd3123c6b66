"""Data as tidy tables: the numbers that the pages print, as a workbook that is published beside the compendium.

In: the ready pages. Out: a ``DataSheet`` for each figure and table, one datum a cell,
numbers as numbers, units in a column of their own, Western years beside those of eras; and all of them as an .xlsx.

export              the whole way: ``export_data``; read this first
sheet               a sheet as values
gather              which sheets the pages of a compendium give
figures, tables, records    the rows of each
printed             tables as the pages print them, where they are made of other records
year_cells          a period as Western year and year of an era
workbook            sheets as an .xlsx
"""
