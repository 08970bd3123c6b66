"""What each key of content files means: in comes a record and the name of a key, out goes a text in both languages.

``fields.yaml`` holds the texts, ``meanings`` finds them. Editors show them (:mod:`docgen.schemas`).
"""

from docgen.fields.meanings import Meaning, meaning_of

__all__ = ["Meaning", "meaning_of"]
