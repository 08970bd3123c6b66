"""The first stage: a content folder to records, with the position of everything that was written.

In comes a content folder, out goes its Compendium, with what is wrong in its origin: ``validate`` raises it
together with what it finds itself. A text in a file is also replaced from here.

content_folder   ``load``: the whole way, with the year before; read this first
files            which file of the folder holds which records
snapshot         whether the folder stays as it is while it is read
parameters       what stands in place of $prefecture in the texts of a folder
records          YAML documents to records
yaml_document    a YAML file to its values and their positions
yaml_slips       full-width spaces and colons in a YAML file, named where they stand
house_terms      the house list of terms; house_patterns: its patterns as Python's
unit_row         a row of units below the head of a table
data_files       data files to tables, by the rooms text_files (encodings, CSV and the like) and workbook
yaml_edit        a value of a YAML file replaced, and nothing else in it
"""

from docgen.reading.content_folder import load

__all__ = ["load"]
