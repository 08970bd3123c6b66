"""JSON schemas of content files, with which editors complete and check them: draft-07, as VS Code's YAML extension reads.

In come the records of the content and of a layout pack's kinds of page, and the ids that a folder has; out go a
schema for each file, and the settings that tell an editor which file has which.

folder      ``describe_folder``: schemas and settings into a content folder; read this first
files       a schema for each file of a content folder
records     the schema of a record: its keys with their meanings, words in both languages, ids as suggestions
references  which keys hold ids, and of what
"""

from docgen.schemas.folder import describe_folder, describe_kinds

__all__ = ["describe_folder", "describe_kinds"]
