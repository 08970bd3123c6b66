"""Text files: in come bytes in any encoding that Japanese offices write, out goes text, or a table of cells.

file           a file of the folder read once, with its encoding; names of files as macOS writes them are found
encodings      the encoding of a file by strict rules; the line and column of the first bad byte
japanese_text  which letters Japanese documents are written in
delimited      CSV, tab- and semicolon-separated text to a table
outside        titles above a table and notes below it
"""
