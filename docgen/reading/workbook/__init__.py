"""Workbooks (Excel) to tables, read as the sheet shows them, or refused with the cell.

In comes a dataset and the path of its file, out goes its DataTable: texts as shown, the address and the mark of
each cell, and notices of what was told apart. It is imported where a workbook is read, and only there.

read           ``read_workbook``: the whole way; read this first
open_books     the workbooks of a folder, each opened once
package, xlsx  the parts of an .xlsx file; its sheets, names and tables, the texts and styles that cells share
sheet_cells    the cells of a sheet
older          .xls, .xlsb and .ods: values alone, by calamine
sheet          cells as they are stored; areas of cells
region         which cells a dataset means: a sheet, a range, a name
shown          a stored cell as the sheet shows it: percents, days, marks such as 速報
coded          numbers that their format makes codes of: 100-0001
number_format  format codes in their sections
dates          days, times and eras by their format
grid           an area as rows of shown cells, merged cells filled
table          a grid to a table
outside        titles above a table; notes, totals and other tables below it
head           the names of the columns; columns without one; columns of marks
cross          cross tables to lists
notices        what there is to say without being an error
"""

from docgen.reading.workbook.open_books import OpenBooks
from docgen.reading.workbook.read import read_workbook

__all__ = ["OpenBooks", "read_workbook"]
