"""The parts around the slides.

- ``presentation``: page size, list of slides, line-breaking rules
- ``sections``: the headings in PowerPoint's list of slides
- ``notes``: speaker notes and their master
- ``properties``: title, author and dates
"""
