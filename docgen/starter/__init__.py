"""What a new content folder begins with: in comes a place for it, out goes a folder that builds at once.

copied        the starter content that docgen carries (content/starter), copied whole
proposed      a folder made from a workbook or a text file: read this first for that way
sheet_tables  where the tables of a sheet stand, with the lines above and below each
found_table   a table as data.yaml names it and as it is read; its title, unit, notes and sources
table_page    the page that is proposed for a table, as YAML
"""
