"""What a cell holds, wherever it comes from: a text file, a workbook, a DataFrame or a list in a script.

In comes the text of a cell or a value of Python, out goes its text as a page prints it, and the number in it. One
reader serves all origins, so that 45.6%, △1,744 and a missing value mean the same everywhere.

text      ``text_of``: the text of a value of Python; ``composed``: characters as they are compared
number    ``read_number``, ``read_cell``: the number in a cell; gaps, signs, percent
frame     the columns and rows of a pandas DataFrame or Series, a mapping of columns, a list of rows
plain     fields that a script gives a record, with values of numpy and pandas as those of Python
meaning   whether two cells mean the same: 2022, ２０２２ and 2022年度
"""
