"""The slide builders, one file a slide kind; :mod:`docgen.slides.registry` names them all."""
