"""What docgen needs on a machine, and whether it is there: fonts, programs, libraries, the console.

In: the environment that docgen runs in, and the layout packs whose fonts are wanted. Out: ``Provision`` values: what
was found, what it is for, and how to get it on Windows, macOS and Debian. Nothing is changed and nothing is kept.

- ``examination``: all of it in its order; read this first
- ``provision``: what was looked for, as a value; ``supplies``: how to get it, system by system
- ``fonts``, ``libraries``, ``programs``, ``surroundings``: how each is looked for
"""
