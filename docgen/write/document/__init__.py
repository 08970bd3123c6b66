"""The parts around the slides.

- ``presentation``: page size, list of slides, sections, line-breaking rules
- ``notes``: speaker notes and their master
- ``properties``: title, author and dates
"""
