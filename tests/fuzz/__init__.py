"""Inputs changed by chance: contents, layout packs, templates and edited decks, and what docgen makes of them.

- ``run``: the command, which changes thousands; read this first
- ``subjects``: what is changed, and what docgen then does with it; ``sources``: what it was before
- ``texts``, ``trees``, ``tables``, ``packages``: changes of text files, of what YAML says, of CSV, of zips with XML
- ``expressions``, ``values``: sentences from a grammar; texts and numbers that nobody means
- ``bounded``: cases in children that may be killed; ``judged``: how a case ended
"""
