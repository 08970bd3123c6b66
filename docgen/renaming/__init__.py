"""A record gets another id: in its own file, and in every file that names it; comments and all else stay.

In: a content folder that loads, the name of before and that of now. Out: ``Renaming``, the files and what they become.

- ``rename``: the record, the edits, and whether the folder still loads; read this first
- ``named_fields``: which fields of which records name it; ``in_sentences``: how sentences' templates name it
"""
