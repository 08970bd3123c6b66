"""The live preview: the pages of a content folder in a browser, seen anew while the content is written.

In: a content folder in a layout pack. Out: a page on this machine. Nothing leaves the machine.

- ``workshop``: builds the deck again and again, by what ``kept`` keeps of the builds before; read this first
- ``studio``: builds when ``watching`` tells of a change, and tells the browsers; ``edition``: what they are told
- ``drawing``: the picture of a slide, when somebody looks at it
- ``places``: from a shape to the line of the content, and back; ``spots``: which text lies at a point of a slide
- ``searching``: the slides with a text; ``beside``: what check and diff say
- ``server``: what a browser may ask; ``seat``: the port and the token, the same each time; ``texts``: the page's words
- ``assets``: the page itself, as plain HTML, CSS and JavaScript
"""
