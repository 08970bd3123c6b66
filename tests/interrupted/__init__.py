"""Commands that are killed, find the disk full or read-only, or run twice at once: the old files stay, or the new ones are whole.

- ``run``: the command, which does so hundreds of times; read this first
- ``scenes``: what is run: a build, a merge into the content, a roll; and whether what then lies there is whole
- ``child``: one command in a process of its own, in which something goes wrong
"""
