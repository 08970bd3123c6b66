"""The parts around the slides.

- ``parts``: all of them, with what each refers to; read this first
- ``presentation``: page size, list of slides, sections, line-breaking rules
- ``notes``: speaker notes and their master
- ``properties``: title, author and dates
"""
