"""The fingerprint: the deck as it was built, carried inside the deck itself.

People edit the built deck. What they changed is found against this, not against the content, which may have
moved on. It is kept in a custom XML part, which PowerPoint and LibreOffice both keep when they save.
"""
