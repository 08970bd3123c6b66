"""Files and folders that are written whole or not at all, also where the program is killed or the disk is full.

In: bytes and where they belong. Out: the file as it is to be; until then what was there before. What is being written
lies beside it under a name of its own (``part``), and what a killed program left there goes at the next writing.

- ``file``: one file; read this first
- ``files``: several files of a folder, all or none: a journal says what is to be put in its place
- ``folder``: a folder that a command makes; ``copy``: a copy of one with some files changed, to try them
- ``part``: the names of what is being written
"""
